/* loop.h -- the event loop. A turn has phases: read every ready socket; run the complete requests (lookahead.h); do what
 * time demands (expiry, timeouts, tick, big frees); settle once -- the features write their logs --; send every reply. */
#ifndef SERVER_LOOP_H
#define SERVER_LOOP_H
#include "os/os.h"

/* Whoever watches an os id gives a watcher as its owner. */
typedef struct watcher watcher;
struct watcher { void (*ready)(watcher *w, int what); };

void    loop_run(void);                     /* until loop_stop */
void    loop_stop(void);                    /* after this turn */
bool    loop_stopping(void);                /* what is to last has been written: no further command may run */
/* One turn without waiting, for long work that must keep the server answering (loading, busy scripts). */
void    loop_serve(void);
int64_t loop_now(void);                     /* unix ms of this turn (or of the latest command) */
int64_t loop_now_us(void);                  /* os_mono_us likewise */
int64_t loop_wall_us(int64_t mono_us);        /* the unix time, in us, of a moment of loop_now_us */
void    loop_refresh_clock(void);
/* The next wait ends at this unix ms at the latest. */
void    loop_wake_at(int64_t when_ms);
void    loop_wake_now(void);                /* the next wait does not wait: there is more to do */
/* A child process started with os_snapshot: done(code) is called when it ends (256 + signal when killed). */
void    loop_on_child(int child, void (*done)(int child, int code));
/* An os_sync_later ticket. */
void    loop_on_synced(void (*synced)(int64_t ticket, int result));
/* Asked before a turn is settled: for how many microseconds more requests are worth waiting for; 0 ends it. */
void    loop_on_linger(int64_t (*linger)(void));
void    loop_on_signal(void (*signalled)(char which));
void    loop_hold_signals(bool on);         /* they wait: DEBUG PAUSE-CRON, whose cron is where they are heeded */
bool    loop_forget_signal(void);           /* the one that waits; false when none does */
int     loop_hz(void);
/* The turn that took most CPU time since this was asked last: what made everybody wait, whatever else the machine was doing.
 * The first call begins to measure, one look at the clock a turn; before it there is none, and the answer is 0. */
typedef struct loop_turn { int64_t us; uint64_t commands; } loop_turn;
loop_turn loop_longest_turn(void);
/* Counters for INFO. */
typedef struct loop_stats {
    uint64_t turns, turns_us, commands_us, log_us, ticks_us;    /* sums; log_us: before answers are sent */
    uint64_t longest_us, most_commands;     /* of one turn */
} loop_stats;
const loop_stats *loop_counters(void);
#endif
