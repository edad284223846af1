/* log.c -- log lines, and the settings that steer them. */
#include "server/log.h"
#include "base/memory.h"
#include "os/os.h"
#include "server/feature.h"
#include <stdarg.h>
#include <stdio.h>

enum { LINE_CAP = 1024 };
enum { FORMAT_LEGACY, FORMAT_LOGFMT, FORMAT_JSON };
enum { TIME_LEGACY, TIME_ISO, TIME_MILLISECONDS };

static struct {
    int level;
    char role;
    bool hide_user_data, syslog;
    bytes *file, *ident;
    int facility;
    int format, time_format;
} state = { .level = LOG_NOTICE, .role = 'M' };

static const char facilities[] = "user|local0|local1|local2|local3|local4|local5|local6|local7";

bool log_shows(enum log_level level) { return (int)level >= state.level; }
void log_set_role(char role) { state.role = role; }
bool log_hides_user_data(void) { return state.hide_user_data; }

static const char *const level_names[] = { "debug", "verbose", "notice", "warning" };

static const char *role_name(void) {
    switch (state.role) {
    case 'C': return "RDB/AOF child";
    case 'S': return "replica";
    case 'X': return "sentinel";
    default: return "primary";
    }
}

static void append_time(bytes **line, int64_t us) {
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    int64_t milliseconds = us / 1000;
    os_date d;
    if (state.time_format == TIME_MILLISECONDS) {
        bytes_append_int(line, milliseconds);
        return;
    }
    os_local_date(us / 1000000, &d);
    if (state.time_format == TIME_LEGACY) {
        bytes_printf(line, "%02d %.3s %d ", d.day, months + 3 * (d.month - 1), d.year);
    } else {
        bytes_printf(line, "%d-%02d-%02dT", d.year, d.month, d.day);
    }
    bytes_printf(line, "%02d:%02d:%02d.%03d", d.hour, d.minute, d.second, (int)(milliseconds % 1000));
    if (state.time_format != TIME_ISO) return;
    int east = (int)(d.offset_s / 60), ahead = east < 0 ? -east : east;
    bytes_printf(line, "%c%02d:%02d", east < 0 ? '-' : '+', ahead / 60, ahead % 60);
}

/* Quotes of logfmt and JSON agree but for bytes that do not print. */
static void append_quoted(bytes **line, slice text) {
    bytes_append_char(line, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c == '"' || c == '\\') bytes_append_char(line, '\\');
        if (c < ' ') bytes_printf(line, "\\u%04x", c);
        else bytes_append_char(line, (char)c);
    }
    bytes_append_char(line, '"');
}

static void append_line(bytes **line, enum log_level level, slice text) {
    bytes *when = NULL;
    append_time(&when, os_wall_us());
    if (state.format == FORMAT_LEGACY) {
        bytes_printf(line, "%d:%c %s %c %.*s", os_process_id(), state.role, when->at, ".-*#"[level], SLICE_ARGS(text));
    } else if (state.format == FORMAT_LOGFMT) {
        bytes_printf(line, "pid=%d role=\"%s\" timestamp=\"%s\"", os_process_id(), role_name(), when->at);
        bytes_printf(line, " level=%s message=", level_names[level]);
        append_quoted(line, text);
    } else {
        bytes_printf(line, "{\"pid\":%d,\"role\":\"%s\",\"timestamp\":\"%s\"", os_process_id(), role_name(), when->at);
        bytes_printf(line, ",\"level\":\"%s\",\"message\":", level_names[level]);
        append_quoted(line, text);
        bytes_append_char(line, '}');
    }
    bytes_append_char(line, '\n');
    bytes_free(when);
}

static void write_line(enum log_level level, const char *text, size_t len) {
    bytes *line = bytes_new(len + 64);
    append_line(&line, level, slice_make(text, len));
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
    { "log-format", SETTING_ENUM, &state.format, "legacy", .words = "legacy|logfmt|json", .flags = SETTING_HIDDEN },
    { "log-timestamp-format", SETTING_ENUM, &state.time_format, "legacy", .words = "legacy|iso8601|milliseconds",
      .flags = SETTING_HIDDEN },
    { "hide-user-data-from-log", SETTING_BOOL, &state.hide_user_data, "no" },
    { 0 }
};

const feature logging = { .name = "server", .settings = settings, .start = start };
