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
    bool early;          /* LOADING is answer enough when it starts */
    size_t log_from;     /* where the log of the present process begins */
} server;

/* Makes the directory, writes the configuration, starts the program and waits until it answers. False, with a line on
 * stdout, if it does not. */
bool server_start(server *s);

/* Starts it again where it was, after server_crash or server_stop. */
bool server_start_again(server *s);

/* Likewise, but it is to end by itself: its exit status, or -1 when it runs or died of a signal. `said` becomes what it
 * logged meanwhile. */
int server_try(server *s, arena *a, const char **said);

/* What it has logged since it started. */
const char *server_logged(const server *s, arena *a);

/* A file of its directory; at is NULL when there is none. */
span server_read_file(const server *s, arena *a, const char *name);
bool server_write_file(const server *s, const char *name, span content);

/* Runs a tool that lies beside the server's program, in the server's directory, with the text on its standard input.
 * What it printed, and its exit status; NULL where there are no tools (the simulator). */
const char *server_run_tool(const server *s, arena *a, span *words, int count, const char *input, int *status);

/* SIGKILL. */
void server_crash(server *s);

/* SIGTERM, then waits for it. False when it did not end with status 0 (a sanitizer's complaint does that). */
bool server_stop(server *s);

/* The last lines of what it logged, onto stdout. */
void server_show_log(const server *s);
/* From here on whatever the server asks of its disk takes so long; false where the disk is a real one. */
bool server_slow_down(long ms);

/* Ends it if it still runs and removes its directory. */
void server_remove(server *s);
#endif
