/* transcript_server.h -- the server under test as a process in a directory of its own, which can be crashed and started
 * again. */
#ifndef TESTS_TRANSCRIPT_SERVER_H
#define TESTS_TRANSCRIPT_SERVER_H
#include "transcript_text.h"

#include <sys/types.h>

typedef struct {
    const char *program; /* what to execute; NULL for a server somebody else started (--against) */
    const char **config; /* lines of its configuration file */
    size_t config_count;
    char host[128];
    int port;
    char directory[256]; /* its temporary directory; "" without a program */
    pid_t process;       /* 0 when it is not running */
} server;

/* Makes the directory, writes the configuration, starts the program and waits until it answers. False, with a line on
 * stdout, if it does not. */
bool server_start(server *s);

/* Starts it again where it was, after server_crash or server_stop. */
bool server_start_again(server *s);

/* SIGKILL. */
void server_crash(server *s);

/* SIGTERM, then waits for it. False when it did not end with status 0 (a sanitizer's complaint does that). */
bool server_stop(server *s);

/* The last lines of what it logged, onto stdout. */
void server_show_log(const server *s);

/* Ends it if it still runs and removes its directory. */
void server_remove(server *s);
#endif
