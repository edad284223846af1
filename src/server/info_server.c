/* info_server.c -- what INFO tells about the process: sections Server and CPU. */
#include "base/hash.h"
#include "os/os.h"
#include "server/client.h"
#include "server/config.h"
#include "server/feature.h"
#include "server/info.h"
#include "server/loop.h"
#include "server/run.h"
#include "server/version.h"

enum { DAY_S = 24 * 60 * 60 };

static struct { int64_t started_us; } state;

static int64_t uptime(void) { return (os_mono_us() - state.started_us) / 1000000; }

static void print_version(bytes **out) { bytes_append_text(out, VERSION_COMPATIBLE); }
static void print_name(bytes **out) { bytes_append_text(out, "redis"); }
static void print_own_version(bytes **out) { bytes_append_text(out, VERSION_OWN); }
static void print_commit(bytes **out) { bytes_append_text(out, "00000000"); }
static void print_zero(bytes **out) { bytes_append_char(out, '0'); }
static void print_system(bytes **out) { bytes_append_text(out, os_system_name()); }
static void print_bits(bytes **out) { bytes_append_int(out, 8 * (int64_t)sizeof(void *)); }
static void print_clock(bytes **out) { bytes_append_text(out, "POSIX clock_gettime"); }
static void print_atomics(bytes **out) { bytes_append_text(out, "c11-builtin"); }
static void print_compiler(bytes **out) { bytes_append_text(out, os_compiler()); }
static void print_process(bytes **out) { bytes_append_int(out, os_process_id()); }
static void print_run_id(bytes **out) { bytes_append_text(out, run_id()); }
static void print_time(bytes **out) { bytes_append_int(out, os_wall_us()); }
static void print_uptime(bytes **out) { bytes_append_int(out, uptime()); }
static void print_uptime_days(bytes **out) { bytes_append_int(out, uptime() / DAY_S); }
static void print_executable(bytes **out) { bytes_append_text(out, os_executable()); }
static void print_config_file(bytes **out) { bytes_append_text(out, config_file_path()); }

static void print_build(bytes **out) {
    static const char what[] = VERSION_OWN " " VERSION_COMPATIBLE " " VERSION_ALLOCATOR;
    bytes_printf(out, "%016llx", (unsigned long long)crc64(0, slice_make(what, sizeof what - 1)));
}

static bool config_says(slice name, const char *word) {
    bytes *value = NULL;
    bool same = config_get_text(name, &value) && slice_is(bytes_slice(value), word);
    bytes_free(value);
    return same;
}

static void print_mode(bytes **out) {
    bytes_append_text(out, config_says(SLICE("cluster-enabled"), "yes") ? "cluster" : "standalone");
}

static void print_supervisor(bytes **out) {
    const char *who = "unknown";
    if (os_environment("UPSTART_JOB")) who = "upstart";
    if (os_environment("NOTIFY_SOCKET")) who = "systemd";
    bytes_append_text(out, config_says(SLICE("supervised"), "no") ? "no" : who);
}

/* -- processor time --------------------------------------------------------------------------------- */

typedef struct times { int64_t user, system, children_user, children_system; } times;

static times times_now(void) {
    times t;
    os_cpu_us(&t.user, &t.system, &t.children_user, &t.children_system);
    return t;
}

static void print_seconds(bytes **out, int64_t us) {
    bytes_printf(out, "%lld.%06lld", (long long)(us / 1000000), (long long)(us % 1000000));
}

static void print_system_time(bytes **out) { print_seconds(out, times_now().system); }
static void print_user_time(bytes **out) { print_seconds(out, times_now().user); }
static void print_children_system(bytes **out) { print_seconds(out, times_now().children_system); }
static void print_children_user(bytes **out) { print_seconds(out, times_now().children_user); }

static void print_thread_system(bytes **out) {
    int64_t user, system;
    os_thread_cpu_us(&user, &system);
    print_seconds(out, system);
}

static void print_thread_user(bytes **out) {
    int64_t user, system;
    os_thread_cpu_us(&user, &system);
    print_seconds(out, user);
}

/* All work is done by one thread. */
static void print_threads(bytes **out) {
    long long reads = info_number("stats", "total_reads_processed");
    long long writes = info_number("stats", "total_writes_processed");
    bytes_printf(out, "io_thread_0:clients=%zu,reads=%lld,writes=%lld\r\n", client_count(), reads, writes);
}

static void start(void) { state.started_us = os_mono_us(); }

static const info_field info[] = {
    { "server", "redis_version", print_version, NULL },
    { "server", "server_name", print_name, NULL },
    { "server", "server_version", print_own_version, NULL },
    { "server", "redis_git_sha1", print_commit, NULL },
    { "server", "redis_git_dirty", print_zero, NULL },
    { "server", "redis_build_id", print_build, NULL },
    { "server", "redis_mode", print_mode, NULL },
    { "server", "os", print_system, NULL },
    { "server", "arch_bits", print_bits, NULL },
    { "server", "monotonic_clock", print_clock, NULL },
    { "server", "atomicvar_api", print_atomics, NULL },
    { "server", "gcc_version", print_compiler, NULL },
    { "server", "process_id", print_process, NULL },
    { "server", "process_supervised", print_supervisor, NULL },
    { "server", "run_id", print_run_id, NULL },
    { "server", "server_time_usec", print_time, NULL },
    { "server", "uptime_in_seconds", print_uptime, NULL },
    { "server", "uptime_in_days", print_uptime_days, NULL },
    { "server", "executable", print_executable, NULL },
    { "server", "config_file", print_config_file, NULL },
    { "threads", "io_thread", NULL, print_threads },
    { "cpu", "used_cpu_sys", print_system_time, NULL },
    { "cpu", "used_cpu_user", print_user_time, NULL },
    { "cpu", "used_cpu_sys_children", print_children_system, NULL },
    { "cpu", "used_cpu_user_children", print_children_user, NULL },
    { "cpu", "used_cpu_sys_main_thread", print_thread_system, NULL },
    { "cpu", "used_cpu_user_main_thread", print_thread_user, NULL },
    { 0 }
};

const feature info_server = { .name = "server", .info = info, .start = start };
