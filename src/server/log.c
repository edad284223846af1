/* log.c -- log lines, and the settings that steer them. */
#include "server/log.h"
#include "base/memory.h"
#include "os/os.h"
#include "server/feature.h"
#include <stdarg.h>
#include <stdio.h>

enum { LINE_CAP = 1024 };

static struct {
    int level;
    char role;
    bool hide_user_data, syslog;
    bytes *file, *ident;
    int facility;
} state = { .level = LOG_NOTICE, .role = 'M' };

static const char facilities[] = "user|local0|local1|local2|local3|local4|local5|local6|local7";

bool log_shows(enum log_level level) { return (int)level >= state.level; }
void log_set_role(char role) { state.role = role; }
bool log_hides_user_data(void) { return state.hide_user_data; }

static void write_line(enum log_level level, const char *text, size_t len) {
    static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    int64_t now = os_wall_us();
    os_date date;
    bytes *line = bytes_new(len + 64);
    os_local_date(now / 1000000, &date);
    bytes_printf(&line, "%d:%c %02d %s %d %02d:%02d:%02d.%03d %c ", os_process_id(), state.role, date.day, months[date.month - 1],
                 date.year, date.hour, date.minute, date.second, (int)(now / 1000 % 1000), ".-*#"[level]);
    bytes_append(&line, slice_make(text, len));
    bytes_append_char(&line, '\n');
    os_log(line->at, line->len);
    if (state.syslog) os_syslog((int)level, text);
    bytes_free(line);
}

static void log_at(enum log_level level, const char *format, va_list args) {
    char room[LINE_CAP];
    va_list again;
    if (!log_shows(level)) return;
    va_copy(again, args);
    int len = vsnprintf(room, sizeof room, format, args);
    if (len < (int)sizeof room) {
        write_line(level, room, (size_t)len);
    } else {
        bytes *text = bytes_new((size_t)len);
        vsnprintf(text->at, (size_t)len + 1, format, again);
        write_line(level, text->at, (size_t)len);
        bytes_free(text);
    }
    va_end(again);
}

#define LOG_FUNCTION(name, level) \
    void name(const char *format, ...) { \
        va_list args; \
        va_start(args, format); \
        log_at(level, format, args); \
        va_end(args); \
    }

LOG_FUNCTION(log_debug, LOG_DEBUG)
LOG_FUNCTION(log_verbose, LOG_VERBOSE)
LOG_FUNCTION(log_notice, LOG_NOTICE)
LOG_FUNCTION(log_warning, LOG_WARNING)

static const char *open_file(void) {
    static char why[256];
    const char *path = state.file ? state.file->at : "";
    if (os_log_open(path) == OS_OK) return NULL;
    snprintf(why, sizeof why, "Can't open the log file: %s", os_error_text());
    return why;
}

static void start(void) {
    if (!state.syslog) return;
    char name[16];
    const char *at = facilities;
    for (int i = 0; i < state.facility; i++) at = strchr(at, '|') + 1;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(at, "|"), at);
    os_syslog_open(state.ident ? state.ident->at : "redis", name);
}

static const setting settings[] = {
    { "loglevel", SETTING_ENUM, &state.level, "notice", .words = "debug|verbose|notice|warning|nothing" },
    { "logfile", SETTING_TEXT, &state.file, "", .flags = SETTING_IMMUTABLE, .apply = open_file },
    { "syslog-enabled", SETTING_BOOL, &state.syslog, "no", .flags = SETTING_IMMUTABLE },
    { "syslog-ident", SETTING_TEXT, &state.ident, "redis", .flags = SETTING_IMMUTABLE },
    { "syslog-facility", SETTING_ENUM, &state.facility, "local0", .words = facilities, .flags = SETTING_IMMUTABLE },
    { "hide-user-data-from-log", SETTING_BOOL, &state.hide_user_data, "no" },
    { 0 }
};

const feature logging = { .name = "server", .settings = settings, .start = start };
