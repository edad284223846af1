/* signal.c -- signals that ask for something become events; the handler only notes them and rings. */
#include "os/inside.h"

#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static struct { int number; char letter; } const asked[] = {{SIGTERM, 's'}, {SIGINT, 'i'}, {SIGHUP, 'h'}};
enum { ASKED = sizeof asked / sizeof *asked };

static atomic_bool came[ASKED];

static atomic_bool interrupt_ends;
static char temporary[PATH_MAX];            /* its first byte is written last, and taken away first */

void os_interrupt_ends(bool on) { atomic_store(&interrupt_ends, on); }

void os_temporary(const char *path) {
    volatile char *first = temporary;
    *first = '\0';
    if (!path || strlen(path) >= sizeof temporary) return;
    if (*path) memcpy(temporary + 1, path + 1, strlen(path));
    *first = *path;
}

_Noreturn static void end_now(void) {
    static const char last_words[] = "You insist... exiting now.\n";
    if (*temporary) unlink(temporary);
    os_log(last_words, sizeof last_words - 1);
    _exit(1);
}

/* Who interrupts twice before the server could even look wants it gone now. */
static void note(int number) {
    for (int i = 0; i < ASKED; i++) {
        if (asked[i].number != number) continue;
        bool again = atomic_exchange(&came[i], true);
        if (number == SIGINT && (again || atomic_load(&interrupt_ends))) end_now();
    }
    wake_ring();
}

int signals_catch(void) {
    struct sigaction action = {.sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
    action.sa_handler = note;
    sigaction(SIGCHLD, &action, NULL);
    for (int i = 0; i < ASKED; i++)
        if (sigaction(asked[i].number, &action, NULL) < 0) return os_fail();
    return OS_OK;
}

bool signals_take(os_event *out) {
    for (int i = 0; i < ASKED; i++) {
        if (!atomic_exchange(&came[i], false)) continue;
        *out = (os_event){.id = -1, .what = OS_SIGNAL, .detail = asked[i].letter};
        return true;
    }
    return false;
}
