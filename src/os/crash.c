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
static char stack[128 * 1024];              /* the usual one may be what overflowed */
static const ucontext_t *at_crash;

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
    at_crash = context;
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

#if defined __linux__ && defined __x86_64__
static const struct { const char *name; int index; } registers[] = {
    {"RAX", REG_RAX}, {"RBX", REG_RBX}, {"RCX", REG_RCX}, {"RDX", REG_RDX}, {"RDI", REG_RDI}, {"RSI", REG_RSI},
    {"RBP", REG_RBP}, {"RSP", REG_RSP}, {"R8 ", REG_R8}, {"R9 ", REG_R9}, {"R10", REG_R10}, {"R11", REG_R11},
    {"R12", REG_R12}, {"R13", REG_R13}, {"R14", REG_R14}, {"R15", REG_R15}, {"RIP", REG_RIP}, {"EFL", REG_EFL},
    {"CSGSFS", REG_CSGSFS},
};

static unsigned long long register_of(int i) { return (unsigned long long)at_crash->uc_mcontext.gregs[registers[i].index]; }
enum { REGISTERS = sizeof registers / sizeof *registers };
static const char *register_name(int i) { return registers[i].name; }
#elif defined __linux__ && defined __aarch64__
enum { REGISTERS = 34 };

static unsigned long long register_of(int i) {
    if (i < 31) return at_crash->uc_mcontext.regs[i];
    return i == 31 ? at_crash->uc_mcontext.sp : i == 32 ? at_crash->uc_mcontext.pc : at_crash->uc_mcontext.pstate;
}

static const char *register_name(int i) {
    static char name[4];
    static const char *const last[] = {"SP", "PC", "PSTATE"};
    if (i >= 31) return last[i - 31];
    snprintf(name, sizeof name, "X%d", i);
    return name;
}
#else
enum { REGISTERS = 0 };
static unsigned long long register_of(int i) { return (void)i, 0; }
static const char *register_name(int i) { return (void)i, ""; }
#endif

void os_registers(void (*line)(const char *text)) {
    enum { A_LINE = 4 };
    char text[A_LINE * 32];
    int length = 0;
    for (int i = 0; at_crash && i < REGISTERS; i++) {
        const char *space = i % A_LINE ? " " : "";
        length += snprintf(text + length, sizeof text - (size_t)length, "%s%s:%016llx", space, register_name(i), register_of(i));
        if (i % A_LINE < A_LINE - 1 && i + 1 < REGISTERS) continue;
        line(text);
        length = 0;
    }
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
