/* faults.c -- a real server on a real disk that is full, or that somebody else has touched, or that is told to end: it says
 * what is wrong, acknowledges nothing that it has not kept, leaves what is there alone, and goes on once it can.
 *
 *     faults [--server PROGRAM] [--oracle] [--only NAME]
 *
 * The full disk is a small tmpfs; the unwritable directory is root's with the server as nobody. Where such things are not
 * allowed those scenes are left out, which is said. --oracle: the program is Redis itself, which proves what is expected here;
 * what only ours does is left out. */
#include "faults/stage.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct options {
    const char *program, *only;
    bool oracle, disks, root;
} options;

static void play(const scene *s, const options *how, int *passed, int *failed) {
    for (; s->name; s++) {
        bool can = (!s->disk || how->disks) && (!s->root || how->root) && !(s->ours && how->oracle);
        if (!can || !strstr(s->name, how->only)) continue;
        stage_play(s, how->program) ? ++*passed : ++*failed;
    }
}

int main(int argc, char **argv) {
    static char full[4096];
    int passed = 0, failed = 0;
    options how = {.program = "src/redis-server", .only = "", .root = !geteuid()};
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--server") && i + 1 < argc) how.program = argv[++i];
        else if (!strcmp(argv[i], "--only") && i + 1 < argc) how.only = argv[++i];
        else if (!strcmp(argv[i], "--oracle")) how.oracle = true;
    }
    if (realpath(how.program, full)) how.program = full;
    signal(SIGPIPE, SIG_IGN);
    how.disks = stage_can_mount();
    if (!how.disks) printf("no small disk can be mounted here: the full ones are left out\n");
    if (!how.root) printf("not root: the directories that may not be written are left out\n");
    play(full_scenes, &how, &passed, &failed);
    play(foreign_scenes, &how, &passed, &failed);
    play(ending_scenes, &how, &passed, &failed);
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
