/* full.c -- the disk is full: what is said of it, what is kept, and how things go on once there is room. */
#include "faults/stage.h"

#include <string.h>

#define NO_ROOM "No space left on device"

static bool save(void) {
    if (!begin() || !set_answers("kept", "OK") || !answers("SAVE", "OK")) return false;
    span before = contents("dump.rdb");
    fill();
    return set_answers("more", "OK") && answers("SAVE", "-ERR") && logged(NO_ROOM) && same("dump.rdb", before) &&
           answers("PING", "PONG") && make_room() && answers("SAVE", "OK") && answers("STRLEN more", "40000");
}

static bool bgsave(void) {
    set("save 3600 1");
    if (!begin() || !set_answers("kept", "OK") || !answers("SAVE", "OK")) return false;
    span before = contents("dump.rdb");
    fill();
    if (!answers("BGSAVE", "Background saving started") || !info_shows("rdb_last_bgsave_status:err")) return false;
    if (!answers("SET k v", "-MISCONF Redis is configured to save RDB snapshots")) return false;
    if (!answers("STRLEN kept", "40000") || !same("dump.rdb", before)) return false;
    if (!logged(NO_ROOM) || !logged("Background saving error") || !make_room()) return false;
    return answers("BGSAVE", "Background saving started") && info_shows("rdb_last_bgsave_status:ok") && answers("SET k v", "OK");
}

static bool log_everysec(void) {
    set("appendonly yes");
    set("appendfsync everysec");
    if (!begin() || !set_answers("kept", "OK")) return false;
    fill();
    if (!set_comes_to("over", "-MISCONF Errors writing to the AOF file: " NO_ROOM)) return false;
    if (!info_shows("aof_last_write_status:err") || !answers("STRLEN kept", "40000") || !answers("PING", "-MISCONF")) return false;
    if (!make_room() || !set_comes_to("after", "OK") || !info_shows("aof_last_write_status:ok")) return false;
    if (!logged("AOF write error looks solved, Redis can write again.")) return false;
    server_crash(the_server());
    return begin_again() && answers("STRLEN kept", "40000") && answers("STRLEN after", "40000");
}

/* Under always what is not on the disk is not answered: the server ends rather than go on. */
static bool log_always(void) {
    set("appendonly yes");
    set("appendfsync always");
    if (!begin() || !set_answers("kept", "OK")) return false;
    fill();
    if (!set_answers("lost", "(closed)") || !ends(1)) return false;
    if (!logged("Can't recover from AOF write error when the AOF fsync policy is 'always'. Exiting...")) return false;
    return make_room() && begin_again() && answers("STRLEN kept", "40000") && answers("EXISTS lost", "0") &&
           set_answers("lost", "OK");
}

static bool rewrite(void) {
    static const char base[] = "appendonlydir/appendonly.aof.1.base.rdb";
    set("appendonly yes");
    set("auto-aof-rewrite-percentage 0");
    if (!begin() || !set_answers("kept", "OK")) return false;
    span before = contents(base);
    fill();
    const char *said = ask("BGREWRITEAOF");
    if (*said != '-' && strncmp(said, "Background", 10)) return wrong("BGREWRITEAOF answered %.200s", said);
    if (*said != '-' && !info_shows("aof_rewrites_consecutive_failures:1")) return false;    /* one that was begun */
    if (!info_shows("aof_last_bgrewrite_status:err") || !same(base, before) || !answers("STRLEN kept", "40000")) return false;
    if (!make_room() || !set_comes_to("after", "OK") || !answers("BGREWRITEAOF", "Background")) return false;
    if (!info_shows("aof_last_bgrewrite_status:ok") || !info_shows("aof_rewrite_in_progress:0")) return false;
    if (!info_shows("aof_rewrites_consecutive_failures:0")) return false;
    server_crash(the_server());
    return begin_again() && answers("STRLEN kept", "40000") && answers("STRLEN after", "40000");
}

/* Full before there is a log: it does not start. */
static bool start(void) {
    if (!begin() || !stop()) return false;
    set("appendonly yes");
    make_directory("appendonlydir");
    fill();
    return refuses(NO_ROOM) && make_room() && begin_again() && set_answers("kept", "OK");
}

static bool turned_on(void) {
    if (!begin() || !set_answers("kept", "OK")) return false;
    make_directory("appendonlydir");
    fill();
    const char *said = ask("CONFIG SET appendonly yes");
    if (*said != '-' && strcmp(said, "OK")) return wrong("CONFIG SET answered %.200s", said);
    if (!answers("STRLEN kept", "40000") || !logged(NO_ROOM) || !answers("CONFIG SET appendonly no", "OK")) return false;
    return make_room() && answers("CONFIG SET appendonly yes", "OK") && info_shows("aof_rewrite_in_progress:0") &&
           info_shows("aof_last_bgrewrite_status:ok") && set_answers("after", "OK");
}

/* A farewell that cannot save does not take place, unless forced. */
static bool farewell(void) {
    set("save 3600 1");
    if (!begin() || !set_answers("kept", "OK") || !answers("SAVE", "OK")) return false;
    span before = contents("dump.rdb");
    fill();
    return set_answers("more", "OK") && answers("SHUTDOWN", "-ERR Errors trying to SHUTDOWN. Check logs.") &&
           logged("Error trying to save the DB, can't exit.") && answers("STRLEN more", "40000") && same("dump.rdb", before) &&
           answers("SHUTDOWN FORCE", "(closed)") && ends(0) && same("dump.rdb", before);
}

const scene full_scenes[] = {
    {"full disk: SAVE", save, .disk = true},
    {"full disk: BGSAVE", bgsave, .disk = true},
    {"full disk: the log, everysec", log_everysec, .disk = true},
    {"full disk: the log, always", log_always, .disk = true},
    {"full disk: BGREWRITEAOF", rewrite, .disk = true},
    {"full disk: start", start, .disk = true},
    {"full disk: the log is turned on", turned_on, .disk = true},
    {"full disk: SHUTDOWN", farewell, .disk = true},
    {0}
};
