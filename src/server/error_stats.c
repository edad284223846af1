/* error_stats.c -- a small table of codes; too many different ones mean misuse, and then counting stops. */
#include "server/error_stats.h"
#include "base/memory.h"
#include "data/rax.h"
#include "server/log.h"

enum { CODES_MAX = 128, CODE_LEN_MAX = 32 };

static struct {
    rax *counts;                            /* code -> count, kept in the pointer itself */
    uint64_t total;
    bool disabled;
} state;

static void disable(void) {
    log_warning("Errorstats stopped adding new errors because the number of errors reached the limit, may be misuse of lua "
                "error_reply, please check INFO ERRORSTATS, this can be re-enabled via CONFIG RESETSTAT.");
    bytes *codes = NULL;
    rax_walk w;
    rax_walk_start(&w, state.counts);
    while (rax_next(&w)) {
        if (codes) bytes_append_text(&codes, ", ");
        bytes_append(&codes, bytes_slice(w.key));
    }
    rax_walk_stop(&w);
    log_warning("Current errors code list: %s", codes->at);
    bytes_free(codes);
    rax_free(state.counts, NULL, NULL);
    state.counts = rax_new();
    rax_set(state.counts, SLICE("ERRORSTATS_DISABLED"), (void *)1, NULL);
    state.disabled = true;
}

void error_stats_count(slice error) {
    state.total++;
    if (state.disabled) return;
    if (!state.counts) state.counts = rax_new();
    const char *blank = memchr(error.at, ' ', error.len);
    slice code = { error.at, blank ? (size_t)(blank - error.at) : error.len };
    if (!code.len || code.len > CODE_LEN_MAX) code = SLICE("ERR");
    void *count = NULL;
    if (!rax_get(state.counts, code, &count) && rax_count(state.counts) >= CODES_MAX) {
        disable();
        return;
    }
    rax_set(state.counts, code, (void *)((uintptr_t)count + 1), NULL);
}

uint64_t error_stats_total(void) { return state.total; }

void error_stats_reset(void) {
    if (state.counts) rax_free(state.counts, NULL, NULL);
    state.counts = NULL;
    state.total = 0;
    state.disabled = false;
}

void error_stats_print(bytes **out) {
    if (!state.counts) return;
    rax_walk w;
    rax_walk_start(&w, state.counts);
    while (rax_next(&w)) {
        bytes_printf(out, "errorstat_%.*s:count=%llu\r\n", (int)w.key->len, w.key->at, (unsigned long long)(uintptr_t)w.value);
    }
    rax_walk_stop(&w);
}
