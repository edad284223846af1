/* foreign.c -- what lies there is somebody else's: other files, other servers' files, directories one may not write. */
#include "faults/stage.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* -- other files ------------------------------------------------------------------------------------------ */

static bool refuses_file(const char *name, const char *text, const char *said) {
    if (!begin() || !set_answers("kept", "OK") || !stop()) return false;
    put(name, text);
    span before = contents(name);
    return refuses(said) && same(name, before);
}

static bool snapshot(void) {
    return refuses_file("dump.rdb", "#!/bin/sh\necho a script\n", "Wrong signature trying to load DB from file");
}

static bool newer_snapshot(void) { return refuses_file("dump.rdb", "REDIS0999and so on", "Can't handle RDB format version 999"); }

static bool manifest(void) {
    set("appendonly yes");
    return refuses_file("appendonlydir/appendonly.aof.manifest", "<html>not a manifest</html>\n", "Invalid AOF manifest file format");
}

static bool increment(void) {
    set("appendonly yes");
    return refuses_file("appendonlydir/appendonly.aof.1.incr.aof", "<html>not a log</html>\n",
                        "Bad file format reading the append only file appendonly.aof.1.incr.aof");
}

static bool base(void) {
    set("appendonly yes");
    return refuses_file("appendonlydir/appendonly.aof.1.base.rdb", "<html>not a base</html>\n",
                        "Bad file format reading the append only file appendonly.aof.1.base.rdb");
}

static bool missing_increment(void) {
    set("appendonly yes");
    if (!begin() || !set_answers("kept", "OK") || !stop()) return false;
    put("appendonlydir/appendonly.aof.manifest", "file appendonly.aof.1.base.rdb seq 1 type b\n"
                                                 "file appendonly.aof.7.incr.aof seq 7 type i\n");
    span before = contents("appendonlydir/appendonly.aof.manifest");
    return refuses("appendonly.aof.7.incr.aof") && same("appendonlydir/appendonly.aof.manifest", before) &&
           (!exists("appendonlydir/appendonly.aof.7.incr.aof") || wrong("the missing file was made"));
}

static bool users(void) {
    char path[400];
    data_path(path, sizeof path, "users.acl");
    put("users.acl", "");
    set("aclfile %s", path);
    return refuses_file("users.acl", "#!/bin/sh\n", "Aborting Redis startup because of ACL errors");
}

static bool loaded_users(void) {
    char path[400];
    data_path(path, sizeof path, "users.acl");
    put("users.acl", "user alice on nopass ~* +@all\n");
    set("aclfile %s", path);
    if (!begin()) return false;
    put("users.acl", "\x7f" "ELF\n");
    span before = contents("users.acl");
    return answers("ACL LOAD", "-ERR /") && answers("AUTH alice x", "OK") && same("users.acl", before) && answers("ACL SAVE", "OK") &&
           (!strncmp(contents("users.acl").at, "user ", 5) || wrong("the users were not saved"));
}

static bool config(void) {
    if (!begin() || !stop()) return false;
    set("<html>");
    return refuses("FATAL CONFIG FILE ERROR");
}

/* -- other things in place of files -------------------------------------------------------------------------- */

static bool file_for_directory(void) {
    if (!begin() || !stop()) return false;
    put("appendonlydir", "a file\n");
    span before = contents("appendonlydir");
    set("appendonly yes");
    return refuses("append-only") && same("appendonlydir", before);
}

static bool directory_for_snapshot(void) {
    if (!begin() || !set_answers("kept", "OK")) return false;
    make_directory("dump.rdb");
    return answers("SAVE", "-ERR") && logged("Error moving temp DB file") && answers("STRLEN kept", "40000");
}

static bool directory_for_manifest(void) {
    if (!begin() || !stop()) return false;
    make_directory("appendonlydir");
    make_directory("appendonlydir/appendonly.aof.manifest");
    set("appendonly yes");
    return refuses("s a directory") && exists("appendonlydir/appendonly.aof.manifest");
}

static bool missing_directory(void) {
    if (!begin() || !stop()) return false;
    set("dir /nowhere/at/all");
    return refuses("No such file or directory");
}

/* -- other servers ----------------------------------------------------------------------------------------------- */

/* Two of them must not write one log: the second notices, also while the first has a child; that one's sudden end frees it. */
static bool locked_log(void) {
    set("appendonly yes");
    set("rdb-key-save-delay 10000000");
    if (!begin() || !set_answers("kept", "OK") || !answers("BGSAVE", "Background saving started")) return false;
    span before = contents("appendonlydir/appendonly.aof.1.incr.aof");
    const char *said = "";
    arena text = {0};
    server *first = the_server(), second = *first;
    set("port 0");
    set("unixsocket %s/other.sock", first->directory);
    int status = server_try(&second, &text, &said);
    bool noticed = status == 1 && strstr(said, "appendonly.aof.1.incr.aof is being written by another server");
    if (!noticed) wrong("the second ended with %d: %.300s", status, said);
    arena_free(&text);
    if (!noticed) return false;
    if (!same("appendonlydir/appendonly.aof.1.incr.aof", before) || !answers("STRLEN kept", "40000")) return false;
    set("port %d", first->port);
    server_crash(first);
    return begin_again() && answers("STRLEN kept", "40000");
}

/* -- a directory that is not ours to write --------------------------------------------------------------------- */

static bool unwritable_save(void) {
    if (!begin() || !set_answers("kept", "OK") || !answers("SAVE", "OK") || !stop()) return false;
    span before = contents("dump.rdb");
    if (!as_nobody(true)) return printf("    nobody may not run the server here: left out\n"), true;
    bool good = begin_again();
    as_nobody(false);
    return good && answers("STRLEN kept", "40000") && answers("SAVE", "-ERR") && logged("Permission denied") &&
           same("dump.rdb", before) && answers("CONFIG SET appendonly yes", "-ERR") && answers("STRLEN kept", "40000");
}

static bool unwritable_log(void) {
    if (!begin() || !set_answers("kept", "OK") || !answers("SAVE", "OK") || !stop()) return false;
    set("appendonly yes");
    if (!as_nobody(true)) return printf("    nobody may not run the server here: left out\n"), true;
    bool good = refuses("Permission denied");
    as_nobody(false);
    return good && (!exists("appendonlydir") || wrong("it made a directory"));
}

/* The log can be read, but not gone on with. */
static bool unwritable_increment(void) {
    static const char name[] = "appendonlydir/appendonly.aof.1.incr.aof";
    set("appendonly yes");
    if (!begin() || !set_answers("kept", "OK") || !stop()) return false;
    span before = contents(name);
    if (!as_nobody(true)) return printf("    nobody may not run the server here: left out\n"), true;
    bool good = refuses("Permission denied");
    as_nobody(false);
    return good && same(name, before) && begin_again() && answers("STRLEN kept", "40000");
}

/* One that cannot be read is not one that is missing: nothing new is begun in its place. */
static bool unreadable_manifest(void) {
    static const char name[] = "appendonlydir/appendonly.aof.manifest";
    char path[400];
    set("appendonly yes");
    if (!begin() || !set_answers("kept", "OK") || !stop()) return false;
    span before = contents(name);
    data_path(path, sizeof path, name);
    if (chmod(path, 0)) return wrong("chmod");
    data_path(path, sizeof path, "appendonlydir");
    if (chmod(path, 0777)) return wrong("chmod");
    if (!as_nobody(true)) return printf("    nobody may not run the server here: left out\n"), true;
    bool good = refuses("Permission denied");
    as_nobody(false);
    return good && same(name, before);
}

/* Whoever sends commands does not choose where files go. */
static bool protected_directory(void) {
#define REFUSED "-ERR CONFIG SET failed (possibly related to argument '"
    return begin() && answers("CONFIG SET dir /tmp", REFUSED "dir') - can't set protected config") &&
           answers("CONFIG SET dbfilename x.rdb", REFUSED "dbfilename') - can't set protected config") &&
           answers("CONFIG SET appenddirname x", REFUSED "appenddirname') - can't set immutable config");
}

static bool chosen_directory(void) {
    set("enable-protected-configs yes");
    return begin() && answers("CONFIG SET dir /nowhere/at/all", REFUSED "dir') - No such file or directory") &&
           answers("CONFIG SET dbfilename a/b", REFUSED "dbfilename') - dbfilename can't be a path, just a filename") &&
           set_answers("kept", "OK") && answers("SAVE", "OK") && exists("dump.rdb");
}

const scene foreign_scenes[] = {
    {"foreign dump.rdb", snapshot},
    {"dump.rdb of the future", newer_snapshot},
    {"foreign manifest", manifest},
    {"foreign log", increment},
    {"foreign base", base},
    {"a log that is missing", missing_increment},
    {"foreign aclfile", users},
    {"foreign aclfile for ACL LOAD", loaded_users},
    {"foreign line in the configuration", config},
    {"a file where the log's directory should be", file_for_directory},
    {"a directory where dump.rdb should be", directory_for_snapshot},
    {"a directory where the manifest should be", directory_for_manifest},
    {"no directory", missing_directory},
    {"a log that another server writes", locked_log, .ours = true},
    {"unwritable directory: SAVE", unwritable_save, .root = true},
    {"unwritable directory: the log", unwritable_log, .root = true},
    {"unwritable log", unwritable_increment, .root = true},
    {"unreadable manifest", unreadable_manifest, .root = true},
    {"protected directory", protected_directory},
    {"chosen directory", chosen_directory},
    {0}
};
