/* loading.c -- the state that INFO shows while data is loaded, and the turns of the loop in between. */
#include "persist/loading.h"
#include "os/os.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/log.h"
#include "server/loop.h"

enum { SERVE_EVERY_US = 5000, LOG_EVERY_US = 1000000 };

static struct {
    bool on, abandoned;
    int64_t started_ms, started_us, served_us, logged_us;
    int64_t total, loaded, used_memory;
    uint64_t keys_loaded, keys_expired;
} state;

void loading_start(int64_t total_bytes) {
    int64_t now = os_mono_us();
    execute_set_loading(true);
    state.on = true;
    state.abandoned = false;
    state.started_us = state.served_us = state.logged_us = now;
    state.started_ms = os_wall_us() / 1000;
    state.total = total_bytes > 0 ? total_bytes : 1;
    state.loaded = state.used_memory = 0;
}

static int percent(void) { return state.loaded >= state.total ? 100 : (int)(state.loaded * 100 / state.total); }

bool loading_advance(int64_t step) {
    int64_t now = os_mono_us();
    state.loaded += step;
    if (now - state.logged_us >= LOG_EVERY_US) {
        state.logged_us = now;
        log_notice("Loading: %d%% of %lld bytes", percent(), (long long)state.total);
    }
    /* Inside a command (DEBUG RELOAD) the client that asked for it is still executing: nobody else may come in. */
    if (now - state.served_us >= SERVE_EVERY_US && !execute_running()) {
        loop_serve();
        state.served_us = os_mono_us();
    }
    return !state.abandoned;
}

void loading_end(void) {
    state.on = false;
    execute_set_loading(false);
}

void loading_used_memory(int64_t size) { state.used_memory = size; }
bool loading_abandoned(void) { return state.abandoned; }

void loading_count(uint64_t loaded, uint64_t expired) {
    state.keys_loaded = loaded;
    state.keys_expired = expired;
}

static bool stop(bool save, bool nosave, bool force) {
    (void)save, (void)nosave, (void)force;
    if (state.on) state.abandoned = true;
    return true;
}

static void print_loading(bytes **out) { bytes_append_int(out, state.on); }
static void print_zero(bytes **out) { bytes_append_int(out, 0); }
static void print_loaded(bytes **out) { bytes_append_int(out, (int64_t)state.keys_loaded); }
static void print_expired(bytes **out) { bytes_append_int(out, (int64_t)state.keys_expired); }

static void lines_progress(bytes **out) {
    if (!state.on) return;
    int64_t elapsed_s = (os_mono_us() - state.started_us) / 1000000;
    int64_t eta = state.loaded ? elapsed_s * (state.total - state.loaded) / state.loaded : 1;
    bytes_printf(out, "loading_start_time:%lld\r\nloading_total_bytes:%lld\r\nloading_rdb_used_mem:%lld\r\nloading_loaded_bytes:%lld\r\n"
                 "loading_loaded_perc:%.2f\r\nloading_eta_seconds:%lld\r\n", (long long)(state.started_ms / 1000),
                 (long long)state.total, (long long)state.used_memory, (long long)state.loaded,
                 (double)state.loaded * 100 / (double)state.total, (long long)(eta > 0 ? eta : 0));
}

static const info_field info[] = {
    { "persistence", "loading", print_loading, NULL },
    { "persistence", "async_loading", print_zero, NULL },
    { "persistence", "rdb_last_load_keys_expired", print_expired, NULL },
    { "persistence", "rdb_last_load_keys_loaded", print_loaded, NULL },
    { "persistence", "loading_start_time", NULL, lines_progress },
    { 0 }
};

const feature loading = { .name = "server", .info = info, .stop = stop };
