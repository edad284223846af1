/* console.c -- lines out, words in (scripting.md section 19). */
#include "script/console.h"
#include "base/number.h"
#include "base/text.h"
#include "server/output.h"
#include "server/reply.h"
#include <stdarg.h>
#include <stdio.h>

enum { WORDS_MAX = 1024, WORD_MAX = 1024, INPUT_MAX = 1 << 20, LIMIT_USUAL = 256, LIMIT_LEAST = 60, SEND_PATIENCE_US = 5000000 };

static struct {
    client *peer;
    bytes *line, *lines, *input;
    int count;
    size_t read;                            /* bytes of input that are done with */
    slice words[WORDS_MAX];
    size_t limit;
    bool hinted, gone;
} state;

void console_open(client *k) {
    state.peer = k;
    state.limit = LIMIT_USUAL;
    state.hinted = state.gone = false;
    state.count = 0;
    state.read = 0;
}

void console_close(void) {
    bytes_free(state.line);
    bytes_free(state.lines);
    bytes_free(state.input);
    state.line = state.lines = state.input = NULL;
    state.peer = NULL;
}

size_t console_limit(void) { return state.limit; }

void console_limit_set(int64_t limit) {
    state.hinted = true;
    state.limit = limit && limit < LIMIT_LEAST ? LIMIT_LEAST : (size_t)limit;
}

/* -- out --------------------------------------------------------------------------------------------- */

static void send(slice s) {
    while (s.len && !state.gone) {
        os_piece piece = { s.at, s.len };
        ptrdiff_t sent = os_write(state.peer->connection, &piece, 1);
        if (sent == OS_LATER) {
            state.gone = os_await(state.peer->connection, OS_WRITE, SEND_PATIENCE_US) != OS_OK;
            continue;
        }
        if (sent < 0) state.gone = true;
        else s = slice_make(s.at + sent, s.len - (size_t)sent);
    }
}

bytes **console_line(void) { return &state.line; }

static void cut_line(void) {
    bytes_resize(&state.line, state.limit);
    bytes_append_text(&state.line, " ...");
}

void console_end_line(bool trim) {
    bool cut = trim && state.limit && state.line && state.line->len > state.limit;
    if (cut) cut_line();
    if (state.line) text_flatten(state.line);
    bytes_append_char(&state.lines, '+');
    bytes_append(&state.lines, bytes_slice(state.line));
    bytes_append_text(&state.lines, "\r\n");
    state.count++;
    if (state.line) state.line->len = 0;
    if (!cut || state.hinted) return;
    state.hinted = true;
    console_say("<hint> The above reply was trimmed. Use 'maxlen 0' to disable trimming.");
}

void console_say(const char *format, ...) {
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    bytes_append_text(&state.line, text);
    console_end_line(false);
}

void console_send(void) {
    char head[32];
    int len = snprintf(head, sizeof head, "*%d\r\n", state.count);
    send(slice_make(head, (size_t)len));
    send(bytes_slice(state.lines));
    if (state.lines) state.lines->len = 0;
    state.count = 0;
}

void console_send_replies(void) {
    if (!state.peer->out_total) return;
    bytes *replies = output_take(state.peer);
    send(bytes_slice(replies));
    bytes_free(replies);
}

/* -- in ---------------------------------------------------------------------------------------------- */

enum parse { WHOLE, PART, BROKEN };

/* A line that starts with `mark` and holds a number from 1 to `most`. */
static enum parse parse_head(slice *rest, char mark, int64_t most, int64_t *number) {
    if (!rest->len) return PART;
    if (rest->at[0] != mark) return BROKEN;
    const char *end = memchr(rest->at, '\r', rest->len);
    if (!end) return rest->len > 32 ? BROKEN : PART;
    if (end + 1 == rest->at + rest->len) return PART;
    if (!number_parse_int(slice_make(rest->at + 1, (size_t)(end - rest->at) - 1), number)) return BROKEN;
    if (*number < 1 || *number > most) return BROKEN;
    size_t used = (size_t)(end - rest->at) + 2;
    *rest = slice_make(rest->at + used, rest->len - used);
    return WHOLE;
}

static enum parse parse_words(slice *rest, int *argc) {
    int64_t count, len;
    enum parse result = parse_head(rest, '*', WORDS_MAX, &count);
    for (int64_t i = 0; result == WHOLE && i < count; i++) {
        result = parse_head(rest, '$', WORD_MAX, &len);
        if (result != WHOLE) break;
        if (rest->len < (size_t)len + 2) return PART;
        state.words[i] = slice_make(rest->at, (size_t)len);
        *rest = slice_make(rest->at + len + 2, rest->len - (size_t)len - 2);
    }
    if (result == WHOLE) *argc = (int)count;
    return result;
}

static bool receive(void) {
    char room[16 * 1024];
    while (!state.gone) {
        ptrdiff_t got = os_read(state.peer->connection, room, sizeof room);
        if (got > 0) {
            bytes_append(&state.input, slice_make(room, (size_t)got));
            return true;
        }
        state.gone = got != OS_LATER || os_await(state.peer->connection, OS_READ, -1) != OS_OK;
    }
    return false;
}

bool console_read(int *argc, const slice **argv, const char **problem) {
    *problem = NULL;
    *argv = state.words;
    if (state.input) bytes_remove(state.input, 0, state.read);
    state.read = 0;
    for (;;) {
        slice rest = bytes_slice(state.input);
        enum parse result = parse_words(&rest, argc);
        if (result == WHOLE) {
            state.read = state.input->len - rest.len;
            return true;
        }
        if (result == BROKEN) *problem = "ERR protocol error";
        else if (rest.len > INPUT_MAX) *problem = "ERR max client buffer reached";
        if (*problem || !receive()) return false;
    }
}
