/* check_rdb.c -- redis-check-rdb: is this file sound, and what is in it? (persistence.md section 8) */
#include "commands/value_types.h"
#include "persist/check.h"
#include "server/version.h"
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
    if (argc == 2 && (!strcmp(argv[1], "-v") || !strcmp(argv[1], "--version"))) {
        printf("redis-check-rdb v=" VERSION_COMPATIBLE " sha=00000000:0 malloc=" VERSION_ALLOCATOR " bits=64 build=" VERSION_OWN "\n");
        return 0;
    }
    if (argc != 2) {
        fprintf(stderr, "Usage: %s <rdb-file-name>\n", argv[0]);
        return 1;
    }
    value_types_register();
    return check_rdb(argv[1], NULL) ? 0 : 1;
}
