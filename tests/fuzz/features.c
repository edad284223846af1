/* features.c -- main.c without its main. */
#include "fuzz/features.h"
#include "server/command.h"
#include "server/config.h"

int server_main(int argc, char **argv);

#define main server_main
#include "main.c"

void features_register(void) {
    command_register(all);
    config_register(all);
}
