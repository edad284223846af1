/* run.c -- the life of the server: settings, features, data, listeners, loop, farewell. */
#include "server/run.h"
#include "base/assert.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/random.h"
#include "server/acl.h"
#include "server/client.h"
#include "server/config.h"
#include "server/feature.h"
#include "server/listen.h"
#include "server/keyspace.h"
#include "server/log.h"
#include "server/title.h"
#include "server/version.h"
#include <stdio.h>

enum { LOADERS_MAX = 4 };

enum { BY_UPSTART, BY_SYSTEMD, BY_WHOM_THERE_IS, BY_NOBODY };   /* the words of "supervised" in their order */

static struct {
    const feature *const *features;
    bool (*loaders[LOADERS_MAX])(void);
    char id[41];
    bool daemonize, show_logo;
    bytes *pid_file;
    int supervised, on_term, on_int;
    int interrupts;
    char **arguments, began_in[4096];       /* for run_again */
    bool again;
    int64_t again_after_ms;
} state;

const feature *const *features(void) { return state.features; }
const char *run_id(void) { return state.id; }

void run_on_load(bool (*load)(void)) {
    int i = 0;
    while (state.loaders[i]) i++;
    assert(i + 1 < LOADERS_MAX);
    state.loaders[i] = load;
}

static void seed(void) {
    uint8_t key[16];
    uint64_t words[4];
    os_entropy(key, sizeof key);
    os_entropy(words, sizeof words);
    hash_set_key(key);
    random_seed(words);
    random_hex(state.id, 40);
}

static void print(const char *text) { os_print(1, text, strlen(text)); }

/* -- process matters --------------------------------------------------------------------------------------- */

static void write_pid_file(void) {
    const char *path = state.pid_file ? state.pid_file->at : state.daemonize ? "/var/run/redis.pid" : "";
    if (!*path) return;
    char text[24];
    int len = snprintf(text, sizeof text, "%d\n", os_process_id());
    os_piece piece = { text, (size_t)len };
    int file = os_open(path, OS_CREATE);
    if (file < 0 || os_append(file, &piece, 1, NULL) != OS_OK) log_warning("Failed to write PID file: %s", os_error_text());
    if (file >= 0) os_close(file);
}

static void remove_pid_file(void) {
    const char *path = state.pid_file ? state.pid_file->at : state.daemonize ? "/var/run/redis.pid" : "";
    if (*path && os_remove(path) == OS_OK) log_notice("Removing the pid file.");
}

/* Only who is said to be supervised reports; without systemd in the environment that is nobody. */
static void report(const char *news) {
    if (state.supervised == BY_SYSTEMD || state.supervised == BY_WHOM_THERE_IS) os_notify(news);
}

static void signalled(char which) {
    if (which == 'h') return;
    log_warning("Received %s scheduling shutdown...", which == 's' ? "SIGTERM" : "SIGINT");
    if (++state.interrupts > 1 && which == 'i') {
        log_warning("You insist... exiting now.");
        remove_pid_file();
        os_exit(1);
    }
    int how = which == 's' ? state.on_term : state.on_int;
    os_interrupt_ends(true);                /* who interrupts a farewell wants the end, saved or not */
    if (!run_stop(how & 1, how & 2, how & 4, how & 8)) {
        os_interrupt_ends(false);
        state.interrupts = 0;
        log_warning("SIGTERM received but errors trying to shut down the server, check the logs for more information");
    }
}

bool run_stop(bool save, bool nosave, bool now, bool force) {
    (void)now;
    log_notice("User requested shutdown...");
    for (const feature *const *f = state.features; *f; f++) {
        if (!(*f)->stop || (*f)->stop(save, nosave, force) || force) continue;
        log_warning("Errors trying to shut down the server. Check the logs for more information.");
        return false;
    }
    report("STOPPING=1\n");
    listen_close();                         /* before clients are: whoever sees the end finds nobody to connect to */
    loop_stop();
    return true;
}

/* -- once more ----------------------------------------------------------------------------------------------- */

/* The title will be written over what main was given. */
static void keep_arguments(int argc, char **argv) {
    state.arguments = memory_zero(((size_t)argc + 1) * sizeof *state.arguments);
    for (int i = 0; i < argc; i++) {
        size_t size = strlen(argv[i]) + 1;
        state.arguments[i] = memcpy(memory_alloc(size), argv[i], size);
    }
    if (os_current_directory(state.began_in, sizeof state.began_in) != OS_OK) *state.began_in = '\0';
}

static void start_again(void) {
    os_sleep_us(state.again_after_ms * 1000);
    if (os_change_directory(state.began_in) == OS_OK) os_execute(state.arguments);
    log_warning("Can't restart: %s", os_error_text());
}

bool run_again(bool orderly, int64_t delay_ms) {
    state.again_after_ms = delay_ms;
    if (!orderly) {
        start_again();
        return false;
    }
    const char *why = *config_file_path() ? config_rewrite(false) : NULL;
    if (why) log_warning("Can't restart: configuration rewrite process failed: %s", why);
    state.again = !why && run_stop(false, false, false, false);
    return state.again;
}

static bool load_data(void) {
    for (int i = 0; state.loaders[i]; i++) if (!state.loaders[i]()) return false;
    return true;
}

static void bye(void) {
    for (client *k = client_first(), *next; k; k = next) {
        next = k->next;
        client_send(k);
    }
    listen_close();
    keyspace_free();
    remove_pid_file();
    log_warning("Redis is now ready to exit, bye bye...");
}

/* What listens where, on one line or as a table to find at a glance (test suites look for its " PID: "). */
static void introduce(void) {
    if (!state.show_logo) {
        log_notice("Running mode=standalone, port=%d.", listen_port());
        return;
    }
    log_notice("redis-server " VERSION_OWN ", compatible with Redis " VERSION_COMPATIBLE);
    log_notice("  Mode: standalone");
    log_notice("  Port: %d", listen_port());
    log_notice("   PID: %d", os_process_id());
}

int run_server(const feature *const *list, int argc, char **argv) {
    int code = config_answer(argc, argv);
    if (code >= 0) return code;
    bool only_test = argc > 1 && !strcmp(argv[1], "--test-config");
    state.features = list;
    keep_arguments(argc, argv);
    os_title_start(argc, argv);
    title_start(argv[0]);
    seed();
    command_register(list);
    config_register(list);
    config_load(argc - only_test, argv + only_test);
    if (only_test) {
        print("Configuration OK\n");
        return 0;
    }
    if (state.daemonize && os_become_daemon() != OS_OK) return 1;
    if (os_start() != OS_OK) {
        log_warning("Cannot set up the event loop: %s", os_error_text());
        return 1;
    }
    log_notice("oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo");
    log_notice("Redis version=%s, bits=64, commit=00000000, modified=0, pid=%d, just started", VERSION_COMPATIBLE, os_process_id());
    if (argc > 1) log_notice("Configuration loaded");
    else log_warning("Warning: no config file specified, using the default config. In order to specify a config file use redis-server "
                     "/path/to/redis.conf");
    loop_on_signal(signalled);
    for (const feature *const *f = list; *f; f++) if ((*f)->start) (*f)->start();
    write_pid_file();
    if (!listen_open()) return 1;
    introduce();
    log_notice("Server initialized");
    if (!load_data()) return 1;
    if (listen_port()) log_notice("Ready to accept connections tcp");
    if (*listen_socket_path()) log_notice("Ready to accept connections unix");
    report("STATUS=Ready to accept connections\nREADY=1\n");
    loop_run();
    bye();
    if (!state.again) return 0;
    start_again();
    return 1;
}

static void directory_get(bytes **out) {
    char path[4096];
    if (os_current_directory(path, sizeof path) == OS_OK) bytes_append_text(out, path);
}

static const char *directory_set(int argc, const slice *argv) {
    static char why[256];
    if (argc != 1) return "wrong number of arguments";
    bytes *path = bytes_copy(argv[0]);
    int result = os_change_directory(path->at);
    bytes_free(path);
    if (result == OS_OK) return NULL;
    snprintf(why, sizeof why, "%s", os_error_text());
    return why;
}

static const char *check_shutdown(slice words) {
    bool both = slice_starts(words, SLICE("save nosave"));
    return both ? "shutdown options SAVE and NOSAVE can't be used simultaneously" : NULL;
}

static const setting settings[] = {
    { "dir", SETTING_SPECIAL, NULL, ".", .flags = SETTING_PROTECTED | SETTING_NO_LOADING, .get = directory_get, .set = directory_set },
    { "always-show-logo", SETTING_BOOL, &state.show_logo, "no", .flags = SETTING_IMMUTABLE },
    { "daemonize", SETTING_BOOL, &state.daemonize, "no", .flags = SETTING_IMMUTABLE },
    { "pidfile", SETTING_TEXT, &state.pid_file, "", .flags = SETTING_IMMUTABLE },
    { "supervised", SETTING_ENUM, &state.supervised, "no", .words = "upstart|systemd|auto|no", .flags = SETTING_IMMUTABLE },
    { "shutdown-on-sigterm", SETTING_BITS, &state.on_term, "default", .flags = SETTING_WORDS,
      .words = "default|save|nosave|now|force", .check = check_shutdown },
    { "shutdown-on-sigint", SETTING_BITS, &state.on_int, "default", .flags = SETTING_WORDS,
      .words = "default|save|nosave|now|force", .check = check_shutdown },
    { 0 }
};

const feature running = { .name = "server", .settings = settings };
