/* log.h -- lines in the form tools parse: "<pid>:<role> <dd Mon yyyy hh:mm:ss.mmm> <level> text".
 *
 * role: M primary, S replica, C child, X sentinel. level: . debug, - verbose, * notice, # warning. */
#ifndef SERVER_LOG_H
#define SERVER_LOG_H
#include "base/slice.h"

enum log_level { LOG_DEBUG, LOG_VERBOSE, LOG_NOTICE, LOG_WARNING, LOG_NOTHING };

void log_debug(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_verbose(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_notice(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
bool log_shows(enum log_level level);       /* worth the trouble of putting a line together? */
void log_set_role(char role);
bool log_hides_user_data(void);             /* hide-user-data-from-log */
#endif
