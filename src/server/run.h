/* run.h -- start, serve, stop. */
#ifndef SERVER_RUN_H
#define SERVER_RUN_H
#include <stdbool.h>

struct feature;

/* The whole life of a server with these features (the list ends with NULL); returns the exit code. */
int run_server(const struct feature *const *features, int argc, char **argv);

/* An orderly stop, asked for by SHUTDOWN or a signal: writes what has to be written, then ends the loop. False when it cannot
 * be done now (and `force` was not given); the server goes on. */
bool run_stop(bool save, bool nosave, bool now, bool force);
/* Called between reading the settings and opening the listeners: features that load data hook in here. */
void run_on_load(bool (*load)(void));
const char *run_id(void);                   /* 40 hex digits, fresh at every start */
#endif
