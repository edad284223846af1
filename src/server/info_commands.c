/* info_commands.c -- what INFO counts about commands and errors: commandstats, errorstats, latencystats. */
#include "base/memory.h"
#include "base/number.h"
#include "data/histogram.h"
#include "server/config.h"
#include "server/error_stats.h"
#include "server/execute.h"
#include "server/feature.h"

enum { PERCENTILES_MAX = 32 };

static struct {
    double percentiles[PERCENTILES_MAX];
    int count;
} state;

static void print_commands(bytes **out) {
    for (int i = 0; i < command_index_count(); i++) {
        const command_info *k = command_by_index(i);
        if (!k->called || !(k->calls || k->rejected || k->failed)) continue;
        double mean = k->calls ? (double)k->usec / (double)k->calls : 0;
        bytes_printf(out, "cmdstat_%s:calls=%llu,usec=%llu,usec_per_call=%.2f", k->name, (unsigned long long)k->calls,
                     (unsigned long long)k->usec, mean);
        bytes_printf(out, ",rejected_calls=%llu,failed_calls=%llu\r\n", (unsigned long long)k->rejected,
                     (unsigned long long)k->failed);
    }
}

static void print_latencies(bytes **out) {
    for (int i = 0; i < command_index_count(); i++) {
        const command_info *k = command_by_index(i);
        if (!k->called || !k->latency || !histogram_total(k->latency)) continue;
        bytes_printf(out, "latency_percentiles_usec_%s:", k->name);
        for (int n = 0; n < state.count; n++) {
            double us = (double)histogram_percentile(k->latency, state.percentiles[n]) / 1000;
            bytes_printf(out, "%sp%g=%.3f", n ? "," : "", state.percentiles[n], us);
        }
        bytes_append_text(out, "\r\n");
    }
}

static void print_count(bytes **out) { bytes_append_int(out, (int64_t)execute_count()); }
static void print_errors(bytes **out) { bytes_append_int(out, (int64_t)error_stats_total()); }

static const info_field info[] = {
    { "stats", "total_commands_processed", print_count, NULL },
    { "stats", "total_error_replies", print_errors, NULL },
    { "commandstats", "cmdstat", NULL, print_commands },
    { "errorstats", "errorstat", NULL, error_stats_print },
    { "latencystats", "latency_percentiles_usec", NULL, print_latencies },
    { 0 }
};

static void get(bytes **out) {
    for (int i = 0; i < state.count; i++) bytes_printf(out, "%s%g", i ? " " : "", state.percentiles[i]);
}

static const char *set(int argc, const slice *argv) {
    double fresh[PERCENTILES_MAX];
    bool none = argc == 1 && !argv[0].len;
    if (argc > PERCENTILES_MAX) return "Invalid latency-tracking-info-percentiles parameters";
    for (int i = 0; i < argc && !none; i++) {
        if (!number_parse_double(argv[i], &fresh[i])) return "Invalid latency-tracking-info-percentiles parameters";
        if (fresh[i] >= 0 && fresh[i] <= 100) continue;
        return "latency-tracking-info-percentiles parameters should sit between [0.0,100.0]";
    }
    state.count = none ? 0 : argc;
    memcpy(state.percentiles, fresh, (size_t)state.count * sizeof *fresh);
    return NULL;
}

static const setting settings[] = {
    { "latency-tracking-info-percentiles", SETTING_SPECIAL, NULL, "50 99 99.9", .flags = SETTING_WORDS,
      .get = get, .set = set },
    { 0 }
};

const feature info_commands = { .name = "server", .info = info, .settings = settings };
