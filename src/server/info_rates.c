/* info_rates.c -- the instantaneous_ fields: means over the last 1.6 seconds of counters that only grow.
 *
 * Every 100 ms each counter is read and its growth per second (of time in turns: per turn) kept in a ring of 16. */
#include "base/number.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/info.h"
#include "server/loop.h"

enum { SAMPLES = 16, SAMPLE_MS = 100 };
enum rate { COMMANDS, INPUT, OUTPUT, REPLICA_INPUT, REPLICA_OUTPUT, TURNS, TURN_US, RATES };

static struct {
    int64_t last[RATES];
    double kept[RATES][SAMPLES];
    int next;
    int64_t sampled;                        /* unix ms, 0 before the first */
} state;

static void read_counters(int64_t *now) {
    now[COMMANDS] = (int64_t)execute_count();
    now[INPUT] = info_number("stats", "total_net_input_bytes");
    now[OUTPUT] = info_number("stats", "total_net_output_bytes");
    now[REPLICA_INPUT] = info_number("stats", "total_net_repl_input_bytes");
    now[REPLICA_OUTPUT] = info_number("stats", "total_net_repl_output_bytes");
    now[TURNS] = (int64_t)loop_counters()->turns;
    now[TURN_US] = (int64_t)loop_counters()->turns_us;
}

static void tick(int64_t now) {
    int64_t elapsed = now - state.sampled, counters[RATES];
    if (state.sampled && elapsed >= 0 && elapsed < SAMPLE_MS) return;
    read_counters(counters);
    if (state.sampled && elapsed > 0) {
        int64_t turns = counters[TURNS] - state.last[TURNS];
        for (int i = 0; i < RATES; i++) {
            int64_t grown = counters[i] > state.last[i] ? counters[i] - state.last[i] : 0;
            double per = i == TURN_US ? (double)turns : (double)elapsed / 1000;
            state.kept[i][state.next] = per > 0 ? (double)grown / per : 0;
        }
        state.next = (state.next + 1) % SAMPLES;
    }
    memcpy(state.last, counters, sizeof counters);
    state.sampled = now;
}

static double mean(enum rate which) {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) sum += state.kept[which][i];
    return sum / SAMPLES;
}

static void print_whole(bytes **out, enum rate which) { bytes_append_int(out, (int64_t)mean(which)); }
static void print_kilobytes(bytes **out, enum rate which) { bytes_printf(out, "%.2f", mean(which) / 1024); }
static void print_commands(bytes **out) { print_whole(out, COMMANDS); }
static void print_input(bytes **out) { print_kilobytes(out, INPUT); }
static void print_output(bytes **out) { print_kilobytes(out, OUTPUT); }
static void print_replica_input(bytes **out) { print_kilobytes(out, REPLICA_INPUT); }
static void print_replica_output(bytes **out) { print_kilobytes(out, REPLICA_OUTPUT); }
static void print_turns(bytes **out) { print_whole(out, TURNS); }
static void print_turn_us(bytes **out) { print_whole(out, TURN_US); }

static const info_field info[] = {
    { "stats", "instantaneous_ops_per_sec", print_commands, NULL },
    { "stats", "instantaneous_input_kbps", print_input, NULL },
    { "stats", "instantaneous_output_kbps", print_output, NULL },
    { "stats", "instantaneous_input_repl_kbps", print_replica_input, NULL },
    { "stats", "instantaneous_output_repl_kbps", print_replica_output, NULL },
    { "stats", "instantaneous_eventloop_cycles_per_sec", print_turns, NULL },
    { "stats", "instantaneous_eventloop_duration_usec", print_turn_us, NULL },
    { 0 }
};

static void reset_stats(void) {
    memset(state.kept, 0, sizeof state.kept);
    state.sampled = 0;
}

const feature info_rates = { .name = "server", .info = info, .tick = tick, .reset_stats = reset_stats };
