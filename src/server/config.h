/* config.h -- redis.conf, the command line, and CONFIG (behaviour.md section 18). */
#ifndef SERVER_CONFIG_H
#define SERVER_CONFIG_H
#include "server/setting.h"

struct feature;

/* Collects the rows of all features and gives every setting its default. */
void config_register(const struct feature *const *features);
/* Reads the file and the command line. On a mistake the reason stands on standard error and the process ends with 1. */
void config_load(int argc, char **argv);
const char *config_file_path(void);         /* absolute; "" when started without a file */
/* Rewrites the file; NULL or why not. */
const char *config_rewrite(void);
/* Directives that are no settings: `user` (ACL), `loadmodule`, ...: takes the words after the name, returns NULL or why not. */
void config_on_directive(const char *name, const char *(*take)(int argc, const slice *argv));
/* Lines that a rewrite must contain for such a directive: each line is given to emit. */
void config_on_rewrite(void (*lines)(void (*emit)(const char *name, slice rest)));

/* -- inside the room: config.c, config_value.c, config_file.c ------------------------------------- */
enum { CONFIG_ROWS_MAX = 320 };
typedef struct config_row {
    const setting *setting;
    bytes *kept;                            /* the value of a setting whose feature is not there */
    bool named;                             /* stands in the file or was set: a rewrite must have it */
} config_row;
int         config_count(void);
config_row *config_row_at(int i);
config_row *config_find(slice name);        /* by name or alias, NULL when unknown */
const char *config_take(config_row *row, int argc, const slice *argv);     /* parses and stores; NULL or why not */
void        config_print(const config_row *row, bytes **out);              /* as CONFIG GET has it */
bool        config_is_default(const config_row *row);
#endif
