/* stage.h -- where the scenes are played: one real server, its data in a directory that can be filled, spoiled and looked at.
 *
 * A scene is a chain of checks; the first that does not hold says what is wrong and ends it. Whatever waits, waits at most ten
 * seconds. */
#ifndef TESTS_FAULTS_STAGE_H
#define TESTS_FAULTS_STAGE_H
#include "transcript_server.h"

typedef struct scene {
    const char *name;
    bool (*play)(void);
    bool disk;                              /* wants its data on a disk of half a megabyte */
    bool root;                              /* only root can play it */
    bool ours;                              /* Redis does otherwise */
} scene;

extern const scene full_scenes[], foreign_scenes[], ending_scenes[];    /* each ends with a name of NULL */

/* Notes what is wrong, the first time, and is false. */
bool wrong(const char *format, ...) __attribute__((format(printf, 1, 2)));
void nap(void);

/* Plays one. `program` is the server. */
bool stage_play(const scene *s, const char *program);
/* Makes small disks possible, in a name space that ends with this program; false where that is not allowed. */
bool stage_can_mount(void);

/* -- the server ------------------------------------------------------------- */
server *the_server(void);
/* A line for its configuration, before or after its first start. */
void set(const char *format, ...) __attribute__((format(printf, 1, 2)));
bool begin(void);
bool begin_again(void);
/* SIGTERM, answered by an orderly end. */
bool stop(void);
/* The reply as a word: of an error with a '-' in front, "(closed)" when there is none. */
const char *ask(const char *format, ...);
/* The reply begins so. */
bool answers(const char *command, const char *expected);
/* SET of 40,000 bytes. */
bool set_answers(const char *key, const char *expected);
/* The same, again and again until it does: Redis notices what became of a write of its log only later. */
bool set_comes_to(const char *key, const char *expected);
bool info_shows(const char *line);
/* The log says so, now or soon. */
bool logged(const char *what);
/* It ends by itself, with this status. */
bool ends(int status);
/* Started, it says this and ends with status 1. */
bool refuses(const char *what);
/* The users whose server it is from now on. False where nobody may not run the program. */
bool as_nobody(bool on);

/* -- its data --------------------------------------------------------------- */
void data_path(char *out, size_t cap, const char *name);
bool exists(const char *name);
/* The file comes to be there. */
bool appears(const char *name);
span contents(const char *name);
bool same(const char *name, span before);
void put(const char *name, const char *text);
void make_directory(const char *name);
/* Not a byte more fits on the disk, until there is room again. */
void fill(void);
bool make_room(void);
#endif
