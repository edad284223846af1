/* feature.h -- a part of the server, complete in its own file.
 *
 * Each file that offers something to users or to the loop ends with `const feature <noun> = {...}`; main.c lists them
 * all and run.c walks the list. This is how higher rooms are reached without naming them. */
#ifndef SERVER_FEATURE_H
#define SERVER_FEATURE_H
#include "server/command.h"
#include "server/setting.h"

/* One line of INFO; `section` and `name` must stand in info_order.c, which fixes the layout. print() appends the value
 * only. A NULL print belongs to a row whose lines vary (dbN, slaveN, cmdstat_): then `lines` appends whole lines. */
typedef struct info_field {
    const char *section, *name;
    void (*print)(bytes **out);
    void (*lines)(bytes **out);
} info_field;

typedef struct feature {
    const char *name;                       /* also COMMAND DOCS' group and the ACL category of its rows: "list" ... */
    const command *commands;                /* ends with a nameless row */
    const setting *settings;                /* likewise */
    const info_field *info;                 /* likewise */
    void (*start)(void);                    /* once, after redis.conf is read, in list order */
    void (*tick)(int64_t now_ms);           /* server.hz times a second */
    /* Before each wait, in list order, before any reply leaves: finish what this turn began (write the log ...). */
    void (*settle)(void);
    void (*feed)(const effect *e);          /* every write, in order */
    void (*client_closed)(struct client *k);    /* let go of a client that is about to be freed */
    /* Before an orderly stop: false refuses it (the snapshot failed) unless forced. */
    bool (*stop)(bool save, bool nosave, bool force);
    void (*reset_stats)(void);              /* CONFIG RESETSTAT */
    size_t (*overhead)(void);               /* bytes that are not data: INFO used_memory_overhead, MEMORY STATS */
} feature;

const feature *const *features(void);       /* the list main gave, ends with NULL */
#endif
