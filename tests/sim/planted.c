/* planted.c -- the real server with one mistake in it, to see that the lives find it. Everything but main.c's call of
 * run_server is the object file that is shipped; that call comes here (the Makefile renames it), and what is planted is a
 * feature more, the first of all:
 *
 *     answers early    when a turn settles, the answers leave; then the log is written and synced
 *
 * What a server would forget to ask of its disk is planted below it, in os_sim_file.c. */
#include "server/client.h"
#include "server/feature.h"
#include "server/run.h"
#include "sim/world.h"

enum { FEATURES_MAX = 256 };

int planted_run(const feature *const *list, int argc, char **argv);

static const feature early = {.name = "server", .settle = client_send_pending};

int planted_run(const feature *const *list, int argc, char **argv) {
    static const feature *all[FEATURES_MAX];
    int count = 0;
    if (the_world->mistake == MISTAKE_EARLY) all[count++] = &early;
    while (*list && count < FEATURES_MAX - 1) all[count++] = *list++;
    return run_server(all, argc, argv);
}
