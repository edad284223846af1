/* server.c -- the server of a transcript, as a life in the invented world. A crash there ends the process but not the
 * machine: what was written stays written, as in the real runner. */
#include "transcript_server.h"
#include "transcript_line.h"
#include "sim/disk.h"
#include "sim/world.h"

#include <stdio.h>
#include <string.h>

enum { PORT = 6379, START_MS = 20000, END_MS = 20000, LOG_SHOWN = 3000 };

static const char common[] = "bind 127.0.0.1\ndir /srv\nsave \"\"\nenable-debug-command yes\n";
static int life = -1;

static bool answers(const server *s) {
    char got[64];
    wire *l = line_open(s->host, s->port);
    if (!l) return false;
    line_send(l, &(span){"PING", 4}, 1);
    long size = line_read(l, got, sizeof got, START_MS);
    line_close(l);
    return size > 0 && (s->early || strncmp(got, "-LOADING", 8) != 0);
}

bool server_start_again(server *s) {
    if (life >= 0) life_kill(life);
    s->log_from = the_world->log_len;
    life = life_start("/srv/redis.conf");
    for (long limit = clock_ms() + START_MS; clock_ms() < limit;) {
        if (answers(s)) return true;
        if (!life_runs(life)) break;
        clock_pass(1);
    }
    printf(life_runs(life) ? "the server did not begin to answer\n" : "the server ended while it was starting\n");
    return false;
}

bool server_start(server *s) {
    char text[65536];
    world_begin(1);
    life = -1;
    s->port = PORT;
    snprintf(s->host, sizeof s->host, "127.0.0.1");
    snprintf(s->directory, sizeof s->directory, "/srv");
    int len = snprintf(text, sizeof text, "port %d\n%s", PORT, common);
    for (size_t i = 0; i < s->config_count && len < (int)sizeof text; i++)
        len += snprintf(text + len, sizeof text - (size_t)len, "%s\n", s->config[i]);
    disk_put("/srv/redis.conf", text, strlen(text));
    return server_start_again(s);
}

int server_try(server *s, arena *a, const char **said) {
    size_t before = the_world->log_len;
    (void)s;
    if (life >= 0) life_kill(life);
    life = life_start("/srv/redis.conf");
    for (long limit = clock_ms() + START_MS; life_runs(life) && clock_ms() < limit;) clock_pass(1);
    *said = arena_copy(a, the_world->log + before, the_world->log_len - before);
    int status = life_runs(life) ? -1 : the_world->processes[life].code;
    life_kill(life);
    life = -1;
    return status;
}

const char *server_logged(const server *s, arena *a) {
    return arena_copy(a, the_world->log + s->log_from, the_world->log_len - s->log_from);
}

span server_read_file(const server *s, arena *a, const char *name) {
    char path[PATH_CAP];
    disk_path(s->directory, name, path);
    const inode *file = disk_find(path);
    return file ? (span){arena_copy(a, file->at, file->size), file->size} : (span){NULL, 0};
}

bool server_write_file(const server *s, const char *name, span content) {
    char path[PATH_CAP];
    inode *directory;
    disk_path(s->directory, name, path);
    char *slash = strrchr(path, '/');
    *slash = 0;
    if (!disk_find(path)) disk_create(path, true, &directory);
    *slash = '/';
    disk_put(path, content.at, content.length);
    return true;
}

const char *server_run_tool(const server *s, arena *a, span *words, int count, const char *input, int *status) {
    (void)s, (void)a, (void)words, (void)count, (void)input, (void)status;
    return NULL;
}

void server_crash(server *s) {
    (void)s;
    if (life >= 0) life_kill(life);
    life = -1;
}

bool server_stop(server *s) {
    (void)s;
    if (life < 0) return true;
    life_signal(life, 's');
    for (long limit = clock_ms() + END_MS; life_runs(life) && clock_ms() < limit;) clock_pass(1);
    bool well = !life_runs(life) && the_world->processes[life].code == 0;
    life_kill(life);
    life = -1;
    return well;
}

bool server_slow_down(long ms) {
    the_world->faults.slow_us = ms * 1000;
    return true;
}

void server_show_log(const server *s) {
    (void)s;
    if (!the_world) return;
    size_t shown = the_world->log_len < LOG_SHOWN ? the_world->log_len : LOG_SHOWN;
    printf("    the end of the server's log:\n%.*s\n", (int)shown, the_world->log + the_world->log_len - shown);
}

void server_remove(server *s) {
    server_crash(s);
    if (the_world) world_end();
}
