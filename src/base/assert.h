/* assert.h -- our bugs stop the server, with a report, also in production.
 *
 * `assert` and `panic` call the hook that main sets (the crash report) and then abort. They are for what can only be
 * a mistake of ours; users' mistakes are error replies and the world's refusals are negative os errors. */
#ifndef BASE_ASSERT_H
#define BASE_ASSERT_H

#undef assert
#define assert(condition) \
    (__builtin_expect(!!(condition), 1) ? (void)0 : assert_failed(#condition, __FILE__, __LINE__))
#define panic(...) panic_at(__FILE__, __LINE__, __VA_ARGS__)

_Noreturn void assert_failed(const char *condition, const char *file, int line);
_Noreturn void panic_at(const char *file, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Called once with what happened ("assertion 'x' failed" or the panic's text), before the process aborts. */
typedef void assert_hook(const char *what, const char *file, int line);
void assert_set_hook(assert_hook *hook);
#endif
