/* info_memory.c -- section Memory: what the allocator and the system say, and how it divides. */
#include "base/memory.h"
#include "base/number.h"
#include "os/os.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/version.h"

static struct { size_t at_start; } state;

static void print_size(bytes **out, size_t n) { bytes_append_int(out, (int64_t)n); }

static void print_human_size(bytes **out, size_t n) {
    char text[NUMBER_DOUBLE_TEXT];
    int len = number_print_human(text, n);
    bytes_append(out, slice_make(text, (size_t)len));
}

static double ratio(size_t part, size_t whole) { return whole ? (double)part / (double)whole : 0; }
static void print_ratio(bytes **out, size_t part, size_t whole) { bytes_printf(out, "%.2f", ratio(part, whole)); }
static void print_difference(bytes **out, size_t a, size_t b) { bytes_append_int(out, (int64_t)a - (int64_t)b); }
static void print_percent(bytes **out, size_t part, size_t whole) {
    bytes_printf(out, "%.2f%%", 100 * ratio(part, whole));
}

/* -- how it divides: what was there before any data, what serves the data, the data ------------------- */

static size_t overhead(void) {
    size_t size = state.at_start;
    for (const feature *const *f = features(); *f; f++) if ((*f)->overhead) size += (*f)->overhead();
    return size;
}

static size_t data_set(void) {
    size_t used = memory_used(), other = overhead();
    return used > other ? used - other : 0;
}

static size_t used_since_start(void) { return memory_used() > state.at_start ? memory_used() - state.at_start : 0; }

static size_t clients_memory(bool replicas) {
    size_t size = 0;
    for (const client *k = client_first(); k; k = k->next) {
        bool is_replica = k->flags & CLIENT_REPLICA;
        if (is_replica == replicas) size += client_memory(k);
    }
    return size;
}

static size_t largest_buffer(bool input) {
    size_t most = 0;
    for (const client *k = client_first(); k; k = k->next) {
        size_t size = input ? k->query_peak : k->out_peak;
        if (size > most) most = size;
    }
    return most;
}

/* -- fields ------------------------------------------------------------------------------------------- */

/* Without the text that is being written, which would make every answer larger than what it tells about. */
static size_t used(const bytes *out) { return memory_used() - bytes_footprint(out); }

static void print_used(bytes **out) { print_size(out, used(*out)); }
static void print_used_human(bytes **out) { print_human_size(out, used(*out)); }
static void print_resident(bytes **out) { print_size(out, os_resident_bytes()); }
static void print_resident_human(bytes **out) { print_human_size(out, os_resident_bytes()); }
static void print_peak(bytes **out) { print_size(out, memory_peak()); }
static void print_peak_human(bytes **out) { print_human_size(out, memory_peak()); }
static void print_peak_percent(bytes **out) { print_percent(out, used(*out), memory_peak()); }
static void print_overhead(bytes **out) { print_size(out, overhead()); }
static void print_startup(bytes **out) { print_size(out, state.at_start); }
static void print_data_set(bytes **out) { print_size(out, data_set()); }
static void print_data_set_percent(bytes **out) { print_percent(out, data_set(), used_since_start()); }
static void print_held(bytes **out) { print_size(out, memory_held()); }
static void print_unreleased(bytes **out) { print_size(out, memory_unreleased()); }
static void print_total(bytes **out) { print_size(out, os_total_memory()); }
static void print_total_human(bytes **out) { print_human_size(out, os_total_memory()); }
static void print_fragmentation(bytes **out) { print_ratio(out, memory_held(), used(*out)); }
static void print_fragmentation_bytes(bytes **out) { print_difference(out, memory_held(), used(*out)); }
static void print_same(bytes **out) { bytes_append_text(out, "1.00"); }
static void print_zero(bytes **out) { bytes_append_char(out, '0'); }
static void print_process_ratio(bytes **out) { print_ratio(out, os_resident_bytes(), memory_held()); }
static void print_process_bytes(bytes **out) { print_difference(out, os_resident_bytes(), memory_held()); }
static void print_whole_ratio(bytes **out) { print_ratio(out, os_resident_bytes(), used(*out)); }
static void print_whole_bytes(bytes **out) { print_difference(out, os_resident_bytes(), used(*out)); }
static void print_replicas(bytes **out) { print_size(out, clients_memory(true)); }
static void print_clients(bytes **out) { print_size(out, clients_memory(false)); }
static void print_allocator(bytes **out) { bytes_append_text(out, VERSION_ALLOCATOR); }
static void print_input_buffer(bytes **out) { print_size(out, largest_buffer(true)); }
static void print_output_buffer(bytes **out) { print_size(out, largest_buffer(false)); }

static void start(void) { state.at_start = memory_used(); }

static const info_field info[] = {
    { "memory", "used_memory", print_used, NULL },
    { "memory", "used_memory_human", print_used_human, NULL },
    { "memory", "used_memory_rss", print_resident, NULL },
    { "memory", "used_memory_rss_human", print_resident_human, NULL },
    { "memory", "used_memory_peak", print_peak, NULL },
    { "memory", "used_memory_peak_human", print_peak_human, NULL },
    { "memory", "used_memory_peak_perc", print_peak_percent, NULL },
    { "memory", "used_memory_overhead", print_overhead, NULL },
    { "memory", "used_memory_startup", print_startup, NULL },
    { "memory", "used_memory_dataset", print_data_set, NULL },
    { "memory", "used_memory_dataset_perc", print_data_set_percent, NULL },
    { "memory", "allocator_allocated", print_used, NULL },
    { "memory", "allocator_active", print_held, NULL },
    { "memory", "allocator_resident", print_held, NULL },
    { "memory", "allocator_muzzy", print_unreleased, NULL },
    { "memory", "total_system_memory", print_total, NULL },
    { "memory", "total_system_memory_human", print_total_human, NULL },
    { "memory", "allocator_frag_ratio", print_fragmentation, NULL },
    { "memory", "allocator_frag_bytes", print_fragmentation_bytes, NULL },
    { "memory", "allocator_rss_ratio", print_same, NULL },
    { "memory", "allocator_rss_bytes", print_zero, NULL },
    { "memory", "rss_overhead_ratio", print_process_ratio, NULL },
    { "memory", "rss_overhead_bytes", print_process_bytes, NULL },
    { "memory", "mem_fragmentation_ratio", print_whole_ratio, NULL },
    { "memory", "mem_fragmentation_bytes", print_whole_bytes, NULL },
    { "memory", "mem_clients_slaves", print_replicas, NULL },
    { "memory", "mem_clients_normal", print_clients, NULL },
    { "memory", "mem_allocator", print_allocator, NULL },
    { "clients", "client_recent_max_input_buffer", print_input_buffer, NULL },
    { "clients", "client_recent_max_output_buffer", print_output_buffer, NULL },
    { 0 }
};

static void reset_stats(void) { memory_peak_reset(); }

const feature info_memory = { .name = "server", .info = info, .start = start, .reset_stats = reset_stats };
