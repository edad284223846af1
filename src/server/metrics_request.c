/* metrics_request.c -- what an HTTP request wants of the endpoint for metrics: its first line decides, its headers only end. */
#include "server/metrics.h"
#include <string.h>

typedef struct request_line { slice method, path; } request_line;

/* A word that ends with a blank; at is moved behind it. */
static bool take_word(slice *at, slice *word) {
    const char *blank = memchr(at->at, ' ', at->len);
    if (!blank || blank == at->at) return false;
    *word = slice_make(at->at, (size_t)(blank - at->at));
    *at = slice_make(blank + 1, at->len - word->len - 1);
    return true;
}

static bool parse_line(slice text, request_line *out) {
    if (text.len && text.at[text.len - 1] == '\r') text.len--;
    if (!take_word(&text, &out->method) || !take_word(&text, &out->path)) return false;
    for (size_t i = 0; i < out->method.len; i++) if (out->method.at[i] < 'A' || out->method.at[i] > 'Z') return false;
    if (out->path.at[0] != '/') return false;
    const char *query = memchr(out->path.at, '?', out->path.len);
    if (query) out->path.len = (size_t)(query - out->path.at);
    return slice_equal(text, SLICE("HTTP/1.1")) || slice_equal(text, SLICE("HTTP/1.0"));
}

/* The headers end with an empty line. */
static bool is_whole(slice text, const char *line_end) {
    const char *end = text.at + text.len;
    for (const char *at = line_end; at; at = memchr(at + 1, '\n', (size_t)(end - at - 1))) {
        if (at + 1 < end && at[1] == '\n') return true;
        if (at + 2 < end && at[1] == '\r' && at[2] == '\n') return true;
    }
    return false;
}

enum metrics_wish metrics_request(slice text, size_t most) {
    const char *line_end = memchr(text.at, '\n', text.len);
    bool full = text.len >= most;
    request_line line;
    if (!line_end) return full ? METRICS_MALFORMED : METRICS_UNKNOWN;
    if (!parse_line(slice_make(text.at, (size_t)(line_end - text.at)), &line)) return METRICS_MALFORMED;
    if (!is_whole(text, line_end)) return full ? METRICS_MALFORMED : METRICS_UNKNOWN;
    bool head = slice_equal(line.method, SLICE("HEAD"));
    if (!head && !slice_equal(line.method, SLICE("GET"))) return METRICS_METHOD;
    if (!slice_equal(line.path, SLICE("/metrics"))) return METRICS_ELSEWHERE;
    return head ? METRICS_HEAD : METRICS_GET;
}
