/* assert.c -- what happens when we were wrong: say so, once, and stop. */
#include "base/assert.h"

#include "os/os.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

static struct {
    assert_hook *hook;
    bool stopping;              /* an assertion inside the hook must not run the hook again */
} failure;

void assert_set_hook(assert_hook *hook) {
    failure.hook = hook;
    failure.stopping = false;
}

_Noreturn static void stop(const char *what, const char *file, int line) {
    if (failure.hook && !failure.stopping) {
        failure.stopping = true;
        failure.hook(what, file, line);
    } else {
        fprintf(stderr, "%s:%d: %s\n", file, line, what);
    }
    os_crash();
}

void assert_failed(const char *condition, const char *file, int line) {
    char what[512];
    snprintf(what, sizeof what, "assertion '%s' failed", condition);
    stop(what, file, line);
}

void panic_at(const char *file, int line, const char *format, ...) {
    char what[512];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    stop(what, file, line);
}
