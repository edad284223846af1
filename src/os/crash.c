/* crash.c -- the last words of a process that the machine has stopped. */
#include "os/inside.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>
#if __has_include(<execinfo.h>)
#include <execinfo.h>
#else
static int backtrace(void **frames, int cap) { return (void)frames, (void)cap, 0; }
#endif

static os_crash_hook *told;
static char stack[64 * 1024];               /* the usual one may be what overflowed */

static void *instruction_of(const ucontext_t *at) {
#if defined __linux__ && defined __x86_64__
    return (void *)(uintptr_t)at->uc_mcontext.gregs[REG_RIP];
#elif defined __linux__ && defined __i386__
    return (void *)(uintptr_t)at->uc_mcontext.gregs[REG_EIP];
#elif defined __linux__ && defined __aarch64__
    return (void *)(uintptr_t)at->uc_mcontext.pc;
#else
    return (void)at, NULL;
#endif
}

/* The handler is gone by now (SA_RESETHAND): raising the signal again does what it does by default. */
static void crashed(int number, siginfo_t *about, void *context) {
    if (told) told(number, about->si_code, about->si_addr, instruction_of(context));
    raise(number);
}

void os_crash_catch(os_crash_hook *hook) {
    static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
    struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
    void *warm[2];
    told = hook;
    sigemptyset(&action.sa_mask);
    action.sa_sigaction = crashed;
    if (!hook) action = (struct sigaction){.sa_handler = SIG_DFL};
    sigaltstack(&other, NULL);
    backtrace(warm, 2);                     /* loads what it needs now, while that is still safe */
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) sigaction(fatal[i], &action, NULL);
}

void os_backtrace(void (*line)(const char *text)) {
    void *frames[64];
    int count = backtrace(frames, 64);
    for (int i = 1; i < count; i++) {
        char text[512];
        Dl_info about = {0};
        if (!dladdr(frames[i], &about) || !about.dli_fname) about.dli_fname = "?";
        const char *base = about.dli_saddr ? (const char *)about.dli_saddr : (const char *)about.dli_fbase;
        snprintf(text, sizeof text, "%.200s(%.200s+0x%lx)[%p]", about.dli_fname,
                 about.dli_sname ? about.dli_sname : "", (unsigned long)((const char *)frames[i] - base), frames[i]);
        line(text);
    }
}
