/* command.h -- how a command is declared, and how it is found.
 *
 * A row of `static const command commands[]` beside the handlers declares a command: its name ("lpush", or "client|kill"
 * for a subcommand), its handler, flags, what it does to its keys, and its synopsis, from which arity, key positions,
 * COMMAND INFO and COMMAND DOCS derive (synopsis.h). What the synopsis cannot say stands in the optional fields. */
#ifndef SERVER_COMMAND_H
#define SERVER_COMMAND_H
#include "server/call.h"

enum command_flag {
    READ = 1 << 0, WRITE = 1 << 1, FAST = 1 << 2, DENYOOM = 1 << 3, ADMIN = 1 << 4, PUBSUB = 1 << 5, NOSCRIPT = 1 << 6,
    BLOCKING = 1 << 7, LOADING = 1 << 8, STALE = 1 << 9, SKIP_MONITOR = 1 << 10, SKIP_SLOWLOG = 1 << 11, ASKING = 1 << 12,
    NO_AUTH = 1 << 13, MAY_REPLICATE = 1 << 14, SENTINEL = 1 << 15, ONLY_SENTINEL = 1 << 16, NO_MANDATORY_KEYS = 1 << 17,
    PROTECTED = 1 << 18, NO_ASYNC_LOADING = 1 << 19, NO_MULTI = 1 << 20, MOVABLE_KEYS = 1 << 21, ALLOW_BUSY = 1 << 22,
    MODULE = 1 << 23,
    NOT_QUEUED = 1 << 24,                   /* runs at once inside MULTI: EXEC DISCARD MULTI WATCH QUIT RESET */
    CONTAINER = 1 << 25,                    /* has subcommands; has no handler of its own when run is NULL */
    NO_PROPAGATE = 1 << 26,                 /* never written to the log as received */
    UNLISTED = 1 << 27,                     /* ours only: not in COMMAND's count */
    INTERNAL = 1 << 28                      /* for servers and tests rather than users: COMMAND DOCS says so */
};

/* What is done to one key specification's keys; up to four, the first in the low byte: KEYS2(KEY_POP, KEY_ADD). */
enum key_access {
    KEY_RO = 1, KEY_RW = 2, KEY_OW = 4, KEY_RM = 8, KEY_ACCESS = 16, KEY_UPDATE = 32, KEY_INSERT = 64, KEY_DELETE = 128,
    KEY_READ = KEY_RO | KEY_ACCESS, KEY_ADD = KEY_RW | KEY_INSERT, KEY_CHANGE = KEY_RW | KEY_UPDATE,
    KEY_READ_CHANGE = KEY_RW | KEY_ACCESS | KEY_UPDATE, KEY_POP = KEY_RW | KEY_ACCESS | KEY_DELETE,
    KEY_TAKE = KEY_RW | KEY_DELETE, KEY_REMOVE = KEY_RM | KEY_DELETE, KEY_OVERWRITE = KEY_OW | KEY_UPDATE,
    KEY_FILL = KEY_OW | KEY_INSERT, KEY_MOVE = KEY_RW | KEY_ACCESS | KEY_DELETE
};
#define KEYS2(a, b) ((unsigned)(a) | (unsigned)(b) << 8)
#define KEYS3(a, b, c) (KEYS2(a, b) | (unsigned)(c) << 16)

typedef struct command {
    const char *name;
    void (*run)(call *c);
    unsigned flags, access;
    const char *synopsis, *since, *complexity, *summary;
    /* -- optional, by name -- */
    const char *categories;                 /* ACL categories besides those of the feature and the flags: "dangerous keyspace" */
    const char *key_specs;                  /* as in spec commands.tsv, when the synopsis cannot say it */
    const char *key_notes;                  /* remarks on the key specifications that COMMAND shows, '|' between */
    const char *tips;                       /* "nondeterministic_output request_policy:all_shards" */
    const char *history;                    /* "2.4.0 Several members at once.|7.0.0 ...": what the synopsis cannot tell */
    const char *deprecated_since, *replaced_by;
    int arity;                              /* when the synopsis cannot say it */
    /* Finds the keys of one call when positions cannot be stated: stores argument indexes and accesses, returns the count,
     * -1 for an invalid call. */
    int (*find_keys)(int argc, const slice *argv, int *positions, unsigned *accesses, int cap);
    /* The flags of one call when they depend on what it will run: EXEC, and scripts that state theirs. */
    unsigned (*flags_of)(const call *c);
} command;

/* One key specification, resolved. */
typedef struct key_spec {
    unsigned access;                        /* enum key_access */
    bool not_key, incomplete, variable;
    int first;                              /* index of the first key, or of numkeys; 0: look for keyword */
    const char *keyword;                    /* terminated copy; NULL when first is a fixed index */
    int keyword_from;
    bool counted;                           /* first is a number that counts the keys */
    int first_after;                        /* counted: keys begin so many arguments after the count */
    int last, step, limit;                  /* range: last relative to first (negative from the end) */
} key_spec;

struct term;
struct histogram;
typedef struct command_info {               /* a command as the running server knows it */
    const command *row;
    const char *name;                       /* "config|get", in all that is told of it and in rules of ACL */
    const char *called;                     /* what clients say: name, unless it was renamed; NULL when it was taken away */
    const char *group;                      /* the feature's name */
    int arity;                              /* negative: at least */
    unsigned flags;
    uint64_t categories;                    /* bit by acl category, acl.h */
    const struct term *synopsis;
    key_spec keys[4];
    int key_count;
    int first_key;                          /* index of the first key when it is fixed, else 0: for prefetching and hashing */
    int element;                            /* index of the first field or member named, else 0: for prefetching */
    bool enters;                            /* looks inside a collection: what its key holds is worth prefetching */
    int index;                              /* dense number, for ACL bit sets */
    struct command_info *parent, **subcommands;     /* by name order */
    int subcommand_count;
    uint64_t calls, usec, rejected, failed; /* INFO commandstats */
    struct histogram *latency;              /* NULL until first run */
} command_info;

/* Finds a command, or the subcommand when the command is a container and `sub` names one of its own; NULL when unknown.
 * For a known container with an unknown subcommand, *container is set (may be NULL). */
command_info *command_find(slice name, slice sub, command_info **container);
command_info *command_find_full(slice full_name);       /* "config|get" */
command_info *command_by_name(slice name);              /* whatever it is called now */
int  command_count(void);                               /* top level, without UNLISTED */
int  command_index_count(void);                         /* all, with subcommands: the range of .index */
command_info *command_by_index(int index);
command_info *command_each(int *position);              /* top level in a fixed order; NULL at the end; start with 0 */
bool command_arity_fits(const command_info *k, int argc);

/* The keys of one call: argument positions and what is done to each (positions and accesses have room for cap).
 * Returns how many, -1 when the arguments are invalid (numkeys not a number ...). */
int  command_keys(const command_info *k, int argc, const slice *argv, int *positions, unsigned *accesses, int cap);

struct feature;
/* Registers the rows of all features; called once by run.c. */
void command_register(const struct feature *const *features);
/* rename-command: false when there is no such command, or new_name is taken. An empty new name removes it. */
bool command_rename(slice name, slice new_name, const char **why);
void command_stats_reset(void);
/* "write denyoom ..." as COMMAND INFO has it; each() per word. */
void command_flag_names(const command_info *k, void (*each)(const char *name, void *context), void *context);
#endif
