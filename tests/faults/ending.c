/* ending.c -- SHUTDOWN and signals: what is saved, what stops them, and with which status the server ends. */
#include "faults/stage.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#define CANNOT "-ERR Errors trying to SHUTDOWN. Check logs."

static bool starts_with(bool saving) {
    if (saving) set("save 3600 1");
    return begin() && set_answers("kept", "OK");
}

static bool ends_by(const char *command, bool saved) {
    if (!answers(command, "(closed)") || !ends(0) || !logged("bye bye...")) return false;
    return exists("dump.rdb") == saved || wrong("%s: dump.rdb is %s", command, saved ? "missing" : "there");
}

static bool plain(void) { return starts_with(false) && ends_by("SHUTDOWN", false); }
static bool with_save(void) { return starts_with(false) && ends_by("SHUTDOWN SAVE NOW", true); }
static bool without_save(void) { return starts_with(true) && ends_by("SHUTDOWN NOSAVE FORCE NOW", false); }

static bool plain_saving(void) {
    return starts_with(true) && ends_by("SHUTDOWN", true) && begin_again() && answers("STRLEN kept", "40000");
}

static bool not_understood(void) {
    return starts_with(false) && answers("SHUTDOWN SAVE NOSAVE", "-ERR syntax error") &&
           answers("SHUTDOWN ABORT NOW", "-ERR syntax error") && answers("SHUTDOWN SOMEHOW", "-ERR syntax error") &&
           answers("SHUTDOWN NOW NOW FORCE SAVE NOSAVE", "-ERR syntax error") &&
           answers("SHUTDOWN ABORT", "-ERR No shutdown in progress.") && answers("MULTI", "OK") &&
           answers("SHUTDOWN", "-ERR Command not allowed inside a transaction") && answers("DISCARD", "OK") &&
           answers("STRLEN kept", "40000");
}

/* What cannot be saved keeps the server: until it is told that this does not matter. */
static bool unsaved(void) {
    if (!starts_with(true)) return false;
    make_directory("dump.rdb");
    return answers("SHUTDOWN", CANNOT) && answers("SHUTDOWN SAVE NOW", CANNOT) && logged("Error trying to save the DB, can't exit.") &&
           answers("STRLEN kept", "40000") && answers("SET still v", "OK") && ends_by("SHUTDOWN FORCE", true);
}

static bool unsaved_nosave(void) {
    if (!starts_with(true)) return false;
    make_directory("dump.rdb");
    return answers("SHUTDOWN", CANNOT) && ends_by("SHUTDOWN NOSAVE", true);
}

static bool unsaved_signal(void) {
    if (!starts_with(true)) return false;
    make_directory("dump.rdb");
    kill(the_server()->process, SIGTERM);
    return logged("Received SIGTERM scheduling shutdown...") && logged("Errors trying to shut down the server. Check the logs") &&
           answers("STRLEN kept", "40000") && answers("CONFIG SET shutdown-on-sigterm force", "OK") &&
           (kill(the_server()->process, SIGTERM), ends(0));
}

static bool signal_settings(void) {
    set("shutdown-on-sigterm nosave now");
    set("shutdown-on-sigint save");
    if (!starts_with(true)) return false;
    kill(the_server()->process, SIGTERM);
    if (!ends(0) || exists("dump.rdb")) return wrong("SIGTERM saved");
    if (!begin_again() || !set_answers("kept", "OK")) return false;
    kill(the_server()->process, SIGINT);
    return ends(0) && (exists("dump.rdb") || wrong("SIGINT did not save"));
}

/* The log gets its last bytes; a child of before does not hold up anything, and leaves nothing. */
static bool with_child(void) {
    set("appendonly yes");
    set("appendfsync no");
    set("save 3600 1");
    set("rdb-key-save-delay 10000000");
    if (!begin() || !set_answers("kept", "OK") || !answers("BGSAVE", "Background saving started")) return false;
    return answers("SHUTDOWN NOSAVE", "(closed)") && ends(0) && logged("There is a child saving an .rdb. Killing it!") &&
           logged("Calling fsync() on the AOF file.") && !exists("dump.rdb") && begin_again() && answers("STRLEN kept", "40000");
}

/* A log that is only about to come is not yet one that may be relied on. */
static bool first_log(void) {
    set("rdb-key-save-delay 10000000");
    if (!begin() || !set_answers("kept", "OK") || !answers("CONFIG SET appendonly yes", "OK")) return false;
    return answers("SHUTDOWN", CANNOT) && logged("Writing initial AOF, can't exit.") && answers("STRLEN kept", "40000") &&
           answers("SHUTDOWN FORCE", "(closed)") && ends(0) && logged("Writing initial AOF. Exit anyway.");
}

/* A signal that waits can be withdrawn; who interrupts the farewell gets the end, without the half of a snapshot. */
static bool signals(void) {
    char name[64];
    set("save 3600 1");
    if (!begin() || !answers("DEBUG PAUSE-CRON 1", "OK")) return false;
    kill(the_server()->process, SIGTERM);
    for (int i = 0; i < 2000 && strcmp(ask("SHUTDOWN ABORT"), "OK"); i++) nap();
    if (!answers("DEBUG PAUSE-CRON 0", "OK") || !answers("PING", "PONG") || !logged("Shutdown manually aborted")) return false;
    if (!set_answers("a", "OK") || !set_answers("b", "OK") || !answers("CONFIG SET rdb-key-save-delay 2000000", "OK")) return false;
    snprintf(name, sizeof name, "temp-%d.rdb", (int)the_server()->process);
    kill(the_server()->process, SIGINT);
    if (!appears(name)) return false;
    kill(the_server()->process, SIGINT);
    return ends(1) && (!exists(name) || wrong("%s has stayed", name)) && logged("You insist... exiting now.");
}

const scene ending_scenes[] = {
    {"SHUTDOWN without save points", plain},
    {"SHUTDOWN with save points", plain_saving},
    {"SHUTDOWN SAVE", with_save},
    {"SHUTDOWN NOSAVE", without_save},
    {"SHUTDOWN that is not understood", not_understood},
    {"SHUTDOWN that cannot save", unsaved},
    {"SHUTDOWN NOSAVE where it could not save", unsaved_nosave},
    {"SIGTERM that cannot save", unsaved_signal},
    {"what signals are to do", signal_settings},
    {"SHUTDOWN with a child", with_child},
    {"SHUTDOWN before the log is one", first_log},
    {"signals", signals},
    {0}
};
