/* command.c -- the command table: built from the features' rows at start, searched for every request. */
#include "server/command.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/text.h"
#include "data/histogram.h"
#include "server/category.h"
#include "server/feature.h"
#include "server/synopsis.h"

enum { INFOS_MAX = 640, SLOTS = 2048, NAME_MAX_LEN = 64 };

static struct {
    command_info infos[INFOS_MAX];
    int count, top_count;
    command_info *slots[SLOTS];             /* top level by name: open addressing */
} state;

static const char *const category_names[CATEGORY_COUNT] = {
    "keyspace", "read", "write", "set", "sortedset", "list", "hash", "string", "bitmap", "hyperloglog", "geo", "stream",
    "pubsub", "admin", "fast", "slow", "blocking", "dangerous", "connection", "transaction", "scripting",
};

const char *category_name(enum category k) { return category_names[k]; }

enum category category_find(slice name) {
    int k = 0;
    while (k < CATEGORY_COUNT && !slice_is(name, category_names[k])) k++;
    return (enum category)k;
}

/* -- search ---------------------------------------------------------------------- */

/* The first eight bytes in lower case and the length tell commands apart well enough. */
static unsigned slot_of(slice name) {
    uint64_t head = 0;
    memcpy(&head, name.at, name.len < 8 ? name.len : 8);
    head |= 0x2020202020202020u & (name.len < 8 ? (1ull << (8 * name.len)) - 1 : ~0ull);
    head ^= name.len << 56;
    if (name.len > 8) head += (uint64_t)(name.at[name.len - 1] | 0x20) << 20 ^ (uint64_t)(name.at[8] | 0x20) << 40;
    return (unsigned)(head * 0x9E3779B97F4A7C15u >> 53);
}

static command_info **slot_find(slice name) {
    unsigned i = slot_of(name);
    while (state.slots[i] && !slice_is(name, state.slots[i]->called)) i = (i + 1) % SLOTS;
    return &state.slots[i];
}

static command_info *subcommand_find(const command_info *k, slice name) {
    size_t skip = strlen(k->row->name) + 1;
    for (int i = 0; i < k->subcommand_count; i++) {
        if (slice_is(name, k->subcommands[i]->row->name + skip)) return k->subcommands[i];
    }
    return NULL;
}

command_info *command_find(slice name, slice sub, command_info **container) {
    if (container) *container = NULL;
    if (!name.len || name.len > NAME_MAX_LEN) return NULL;
    command_info *k = *slot_find(name);
    if (!k || !k->subcommand_count || !sub.at) return k;
    command_info *child = subcommand_find(k, sub);
    if (!child && container) *container = k;
    return child;
}

command_info *command_find_full(slice full_name) {
    const char *bar = memchr(full_name.at, '|', full_name.len);
    if (!bar) return command_find(full_name, (slice){ NULL, 0 }, NULL);
    slice top = { full_name.at, (size_t)(bar - full_name.at) };
    slice sub = { bar + 1, full_name.len - top.len - 1 };
    command_info *k = command_find(top, (slice){ NULL, 0 }, NULL);
    return k ? subcommand_find(k, sub) : NULL;
}

command_info *command_by_name(slice name) {
    for (int i = 0; i < state.count; i++) if (slice_is(name, state.infos[i].name)) return &state.infos[i];
    return NULL;
}

int command_count(void) { return state.top_count; }
int command_index_count(void) { return state.count; }
command_info *command_by_index(int index) { return &state.infos[index]; }

command_info *command_each(int *position) {
    while (*position < state.count) {
        command_info *k = &state.infos[(*position)++];
        if (!k->parent && k->called) return k;
    }
    return NULL;
}

bool command_arity_fits(const command_info *k, int argc) { return k->arity < 0 ? argc >= -k->arity : argc == k->arity; }

/* -- registration ------------------------------------------------------------------ */

static uint64_t bit(enum category k) { return 1ull << k; }

static enum category group_category(const char *group) {
    static const struct { const char *group; enum category category; } other[] = {
        { "generic", CATEGORY_KEYSPACE }, { "sorted-set", CATEGORY_SORTEDSET }, { "transactions", CATEGORY_TRANSACTION },
    };
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) if (!strcmp(group, other[i].group)) return other[i].category;
    return category_find(slice_of(group));
}

/* Words of `extra` add categories; "-word" takes one away. */
static uint64_t apply_extra(uint64_t set, const char *extra) {
    for (const char *p = extra; p && *p;) {
        bool less = *p == '-';
        p += less;
        size_t len = strcspn(p, " ");
        enum category k = category_find(slice_make(p, len));
        assert(k < CATEGORY_COUNT);
        set = less ? set & ~bit(k) : set | bit(k);
        p += len + (p[len] == ' ');
    }
    return set;
}

static uint64_t categories_of(const command_info *k) {
    unsigned flags = k->row->flags;
    enum category group = group_category(k->group);
    uint64_t set = flags & FAST ? bit(CATEGORY_FAST) : bit(CATEGORY_SLOW);
    if (flags & READ) set |= bit(CATEGORY_READ);
    if (flags & WRITE) set |= bit(CATEGORY_WRITE);
    if (flags & ADMIN) set |= bit(CATEGORY_ADMIN) | bit(CATEGORY_DANGEROUS);
    if (flags & PUBSUB) set |= bit(CATEGORY_PUBSUB);
    if (flags & BLOCKING) set |= bit(CATEGORY_BLOCKING);
    if (group < CATEGORY_COUNT && !(flags & CONTAINER)) set |= bit(group);
    return apply_extra(set, k->row->categories);
}

static bool names_element(const term *t) { return slice_is(t->name, "field") || slice_is(t->name, "member"); }

/* Where a command names an element of its first key: "@key member", "@key (data: %score member) ..." */
static int element_of(const command_info *k) {
    int at = k->first_key + 1;
    const term *t = k->first_key && k->synopsis ? k->synopsis->next : NULL;
    while (t && t->optional) t = t->next;   /* ZADD's options are seldom given; a wrong guess only wastes a prefetch */
    if (t && t->kind == TERM_ALL) t = t->first;
    for (; t && t->kind == TERM_ARG; t = t->next, at++) if (names_element(t)) return at;
    return 0;
}

void command_derive_keys(command_info *k);  /* command_keys.c */

static bool enters_collection(const command_info *k) {
    static const char *const groups[] = { "list", "hash", "set", "sorted-set", "geo" };
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) if (!strcmp(k->group, groups[i])) return k->first_key > 0;
    return false;
}

static void derive(command_info *k) {
    const command *row = k->row;
    bool open;
    k->synopsis = synopsis_parse(row->synopsis ? row->synopsis : "");
    int head = k->parent ? 2 : 1, words = head + synopsis_words(k->synopsis, &open);
    k->arity = row->arity ? row->arity : open ? -words : words;
    if (row->flags & CONTAINER && !row->run) k->arity = -2;
    k->flags = row->flags;
    k->categories = categories_of(k);
    command_derive_keys(k);
    k->element = element_of(k);
    k->enters = enters_collection(k);
}

static void adopt(command_info *child) {
    const char *bar = strchr(child->row->name, '|');
    slice top = { child->row->name, (size_t)(bar - child->row->name) };
    command_info *parent = *slot_find(top);
    assert(parent);
    size_t size = sizeof *parent->subcommands * (size_t)parent->subcommand_count;
    parent->subcommands = memory_resize(parent->subcommands, size, size + sizeof *parent->subcommands);
    parent->subcommands[parent->subcommand_count++] = child;
    child->parent = parent;
}

static command_info *add(const command *row, const char *group) {
    assert(state.count < INFOS_MAX);
    command_info *k = &state.infos[state.count];
    *k = (command_info){ .row = row, .name = row->name, .called = row->name, .group = group, .index = state.count++ };
    return k;
}

/* Containers and plain commands first, so that every subcommand finds its parent wherever it is declared. */
void command_register(const struct feature *const *list) {
    for (int subcommands = 0; subcommands < 2; subcommands++) {
        for (const feature *const *f = list; *f; f++) {
            for (const command *row = (*f)->commands; row && row->name; row++) {
                if ((strchr(row->name, '|') != NULL) != (subcommands != 0)) continue;
                command_info *k = add(row, (*f)->name);
                if (subcommands) {
                    adopt(k);
                } else {
                    command_info **slot = slot_find(slice_of(row->name));
                    assert(!*slot);
                    *slot = k;
                    if (!(row->flags & UNLISTED)) state.top_count++;
                }
                derive(k);
            }
        }
    }
}

/* Slots are rebuilt rather than patched: a hole would hide what was probed past it. */
static void reindex(void) {
    memset(state.slots, 0, sizeof state.slots);
    for (int i = 0; i < state.count; i++) {
        command_info *k = &state.infos[i];
        if (!k->parent && k->called) *slot_find(slice_of(k->called)) = k;
    }
}

bool command_rename(slice name, slice new_name, const char **why) {
    command_info *k = *slot_find(name);
    if (!k) return *why = "No such command in rename-command", false;
    if (new_name.len && *slot_find(new_name)) return *why = "Target command name already exists", false;
    k->called = NULL;
    if (new_name.len) {
        bytes *copy = bytes_copy(new_name);
        text_to_lower(copy->at, copy->len);
        k->called = copy->at;               /* lives as long as the process */
    } else if (!(k->row->flags & UNLISTED)) {
        state.top_count--;
    }
    reindex();
    return true;
}

void command_stats_reset(void) {
    for (int i = 0; i < state.count; i++) {
        command_info *k = &state.infos[i];
        k->calls = k->usec = k->rejected = k->failed = 0;
        histogram_free(k->latency);
        k->latency = NULL;
    }
}

void command_flag_names(const command_info *k, void (*each)(const char *name, void *context), void *context) {
    static const struct { unsigned flag; const char *name; } names[] = {
        { WRITE, "write" }, { READ, "readonly" }, { DENYOOM, "denyoom" }, { MODULE, "module" }, { ADMIN, "admin" },
        { PUBSUB, "pubsub" }, { NOSCRIPT, "noscript" }, { BLOCKING, "blocking" }, { LOADING, "loading" }, { STALE, "stale" },
        { SKIP_MONITOR, "skip_monitor" }, { SKIP_SLOWLOG, "skip_slowlog" }, { ASKING, "asking" }, { FAST, "fast" },
        { NO_AUTH, "no_auth" }, { NO_MANDATORY_KEYS, "no_mandatory_keys" },
        { NO_ASYNC_LOADING, "no_async_loading" }, { NO_MULTI, "no_multi" }, { MOVABLE_KEYS, "movablekeys" },
        { ALLOW_BUSY, "allow_busy" },
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) if (k->flags & names[i].flag) each(names[i].name, context);
}
