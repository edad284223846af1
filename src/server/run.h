/* run.h -- start, serve, stop. */
#ifndef SERVER_RUN_H
#define SERVER_RUN_H
#include <stdbool.h>
#include <stdint.h>

struct feature;

/* The whole life of a server with these features (the list ends with NULL); returns the exit code. */
int run_server(const struct feature *const *features, int argc, char **argv);

/* An orderly stop, asked for by SHUTDOWN or a signal: writes what has to be written, then ends the loop. False when it cannot
 * be done now (and `force` was not given); the server goes on. */
bool run_stop(bool save, bool nosave, bool now, bool force);
/* The same program once more in this process, with the same arguments, after so long (DEBUG RESTART): orderly, having rewritten
 * its configuration and stopped as run_stop does, or at once, as after a crash. Returns only when it cannot be; the log knows why. */
bool run_again(bool orderly, int64_t delay_ms);
/* Called between reading the settings and opening the listeners: features that load data hook in here. */
void run_on_load(bool (*load)(void));
const char *run_id(void);                   /* 40 hex digits, fresh at every start */
#endif
