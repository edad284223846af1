/* config.h -- redis.conf, the command line, and CONFIG (behaviour.md section 18).
 *
 * Who has settings declares rows (setting.h) in a feature; nobody else needs to know of them. Reading goes line by line:
 * config_args.c makes lines of the command line, config_file.c takes them, config_value.c knows the kinds of values, and
 * config_rewrite.c writes the file back. */
#ifndef SERVER_CONFIG_H
#define SERVER_CONFIG_H
#include "server/setting.h"

struct feature;

/* Collects the rows of all features and gives every setting its default. */
void config_register(const struct feature *const *features);
/* Reads the file and the command line. On a mistake the reason stands on standard error and the process ends with 1. */
void config_load(int argc, char **argv);
/* Answers a command line that asks for something else than serving (--version, --help ...): the exit code, else -1. */
int  config_answer(int argc, char **argv);
const char *config_file_path(void);         /* absolute; "" when started without a file */
/* Appends a setting's value as CONFIG GET has it; false when there is no such setting. */
bool config_get_text(slice name, bytes **out);
/* Rewrites the file, if `all` with every setting also where it has its default; NULL or why not. */
const char *config_rewrite(bool all);

/* -- inside the room: the files named above ------------------------------------------------------- */
enum { CONFIG_ROWS_MAX = 320, CONFIG_PATH_CAP = 4096 };
typedef struct config_row {
    const setting *setting;
    bytes *kept;                            /* the value of a setting whose feature is not there */
    bytes *initial;                         /* the default as CONFIG GET would have it */
    bool named;                             /* stands in the file or was set */
} config_row;
int         config_count(void);
config_row *config_row_at(int i);
config_row *config_find(slice name);        /* by name or alias, NULL when unknown */
const char *config_take(config_row *row, int argc, const slice *argv);     /* parses and stores; NULL or why not */
void        config_print(const config_row *row, bytes **out);              /* as CONFIG GET has it */
bool        config_is_default(const config_row *row);
void        config_warn_if_absent(const config_row *row);                  /* set, but nobody is there to heed it */
/* The words of a text between single blanks: *words is freed by config_free_words. */
int         config_split(slice text, slice **words);
void        config_free_words(slice *words, int count);
bytes      *config_read_file(const char *path);                            /* NULL when it cannot be read */
bytes      *config_text_of_arguments(int argc, char **argv, int from);     /* options as lines of a file */
#endif
