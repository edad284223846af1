/* sort.c -- SORT: elements of a list, set or sorted set in order, by themselves or by other keys (behaviour.md section 23). */
#include "base/sort.h"
#include "base/memory.h"
#include "base/number.h"
#include "commands/hashes.h"
#include "os/os.h"
#include "server/acl.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/log.h"
#include "server/reply.h"
#include "store/hash.h"
#include "store/list.h"
#include "store/set.h"
#include "store/zset.h"

#include <stdlib.h>
#include <string.h>

enum { GETS_MAX = 64 };

static struct {
    bytes *locale;
    bool collates;                          /* the locale orders texts otherwise than by their bytes */
} state;

typedef struct element { bytes *text, *weight; double number; size_t index; } element;

typedef struct options {
    slice by;                               /* at NULL: by the element itself */
    slice gets[GETS_MAX];
    int get_count;
    int64_t offset, limit;
    bool limited, descending, alpha, sorted;
    const slice *store;
} options;

/* -- what a pattern gives for an element ----------------------------------------------------------------- */

/* The key (and hash field) a pattern means for this element; false when the pattern has no star. */
static bool substitute(slice pattern, slice text, bytes **key, slice *field) {
    const char *star = memchr(pattern.at, '*', pattern.len);
    if (!star) return false;
    const char *end = pattern.at + pattern.len, *arrow = NULL;
    for (const char *p = star; p + 2 < end && !arrow; p++) if (p[0] == '-' && p[1] == '>') arrow = p;
    *field = arrow ? slice_make(arrow + 2, (size_t)(end - arrow - 2)) : (slice){ NULL, 0 };
    if (arrow) end = arrow;
    *key = bytes_copy(slice_make(pattern.at, (size_t)(star - pattern.at)));
    bytes_append(key, text);
    bytes_append(key, slice_make(star + 1, (size_t)(end - star - 1)));
    return true;
}

/* An owned copy of what the pattern stands for; NULL when there is nothing. */
static bytes *look_up(call *c, slice pattern, slice text) {
    bytes *key = NULL, *found = NULL;
    slice field, value;
    char room[HASH_ROOM];
    if (slice_equal(pattern, SLICE("#"))) return bytes_copy(text);
    if (!substitute(pattern, text, &key, &field)) return NULL;
    const entry *e = keyspace_read(c, bytes_slice(key));
    if (e && field.at && entry_type_id(e) == TYPE_HASH) {
        const hash *h = entry_value(e);
        bool due = hash_drop_named(c, bytes_slice(key), h, &field, 1, "hexpired");
        if (!due && hash_get(h, c->now, field, room, &value)) found = bytes_copy(value);
    } else if (e && !field.at && entry_type_id(e) == TYPE_STRING) {
        found = bytes_copy(string_text(e, room));
    }
    bytes_free(key);
    return found;
}

/* -- options ------------------------------------------------------------------------------------------------ */

static bool may_read_everything(call *c, const char *option) {
    if (acl_reads_all(c)) return true;
    reply_errorf(c, "ERR %s option of SORT denied due to insufficient ACL permissions.", option);
    return false;
}

static bool parse_one(call *c, int *i, bool may_store, options *o) {
    slice word = c->argv[*i];
    int left = c->argc - *i - 1;
    if (slice_is(word, "asc")) o->descending = false;
    else if (slice_is(word, "desc")) o->descending = true;
    else if (slice_is(word, "alpha")) o->alpha = true;
    else if (slice_is(word, "limit") && left >= 2) {
        if (!arg_int(c, c->argv[*i + 1], &o->offset) || !arg_int(c, c->argv[*i + 2], &o->limit)) return false;
        o->limited = true;
        *i += 2;
    } else if (slice_is(word, "store") && left >= 1 && may_store) {
        o->store = &c->argv[++*i];
    } else if (slice_is(word, "by") && left >= 1) {
        o->by = c->argv[++*i];
        o->sorted = memchr(o->by.at, '*', o->by.len) != NULL;
        if (o->sorted && !may_read_everything(c, "BY")) return false;
    } else if (slice_is(word, "get") && left >= 1 && o->get_count < GETS_MAX) {
        o->gets[o->get_count++] = c->argv[++*i];
        if (!may_read_everything(c, "GET")) return false;
    } else {
        return reply_syntax_error(c), false;
    }
    return true;
}

/* -- elements -------------------------------------------------------------------------------------------------- */

typedef struct elements { element *at; size_t count, cap; } elements;

static void add(elements *l, slice text) {
    if (l->count == l->cap) {
        size_t cap = l->cap ? l->cap * 2 : 64;
        l->at = memory_resize(l->at, l->cap * sizeof *l->at, cap * sizeof *l->at);
        l->cap = cap;
    }
    l->at[l->count++] = (element){ .text = bytes_copy(text), .index = l->count - 1 };
}

static void elements_free(elements *l) {
    for (size_t i = 0; i < l->count; i++) {
        bytes_free(l->at[i].text);
        bytes_free(l->at[i].weight);
    }
    memory_free(l->at, l->cap * sizeof *l->at);
}

static void add_list(elements *l, list *from) {
    char room[NUMBER_INT_TEXT];
    list_walk w;
    for (bool more = list_seek(&w, from, 0); more; more = list_next(&w)) {
        listpack_value v = list_value(&w);
        add(l, v.text.at ? v.text : slice_make(room, (size_t)number_print_int(room, v.number)));
    }
}

static bool collect(call *c, elements *l, bool *is_set) {
    entry *e = keyspace_read(c, c->argv[1]);
    if (!e) return true;
    enum type_id id = entry_type_id(e);
    *is_set = id == TYPE_SET;
    if (id == TYPE_LIST) {
        add_list(l, entry_value(e));
    } else if (id == TYPE_SET) {
        for (set_walk w = set_start(entry_value(e)); set_next(&w);) add(l, w.text);
    } else if (id == TYPE_ZSET) {
        zset_walk w;
        zset_expect(entry_value(e), SIZE_MAX, 0);       /* Redis turns what it sorts into a skiplist: tests/sort/sort.t */
        for (bool more = zset_seek(&w, entry_value(e), 0); more; more = zset_next(&w)) add(l, w.member);
    } else {
        return reply_wrong_type(c), false;
    }
    return true;
}

/* -- order -------------------------------------------------------------------------------------------------------- */

/* As the language of people has it, up to a NUL, where no language knows more. What is stored must not depend on where the
 * server runs: byte by byte, all of it. */
static int compare_texts(const options *o, const bytes *a, const bytes *b) {
    if (o->store) return slice_compare(bytes_slice(a), bytes_slice(b));
    return state.collates ? strcoll(a->at, b->at) : strcmp(a->at, b->at);
}

static int compare(const void *a, const void *b, void *context) {
    const options *o = context;
    const element *x = a, *y = b;
    int sign;
    if (o->alpha && o->by.at) {
        sign = !x->weight || !y->weight ? (x->weight != NULL) - (y->weight != NULL)
                                         : compare_texts(o, x->weight, y->weight);
    } else if (o->alpha) {
        sign = compare_texts(o, x->text, y->text);
    } else {
        sign = (x->number > y->number) - (x->number < y->number);
    }
    /* Equal texts leave elements in the order they came; equal numbers order them as texts. */
    if (!sign && o->alpha) return (x->index > y->index) - (x->index < y->index);
    if (!sign) sign = slice_compare(bytes_slice(x->text), bytes_slice(y->text));
    return o->descending ? -sign : sign;
}

/* Weights are C strings to Redis: a NUL ends them and nothing at all is zero; what a double cannot hold is infinite or
 * zero, and only decimal digits count (sort/weights.t). */
static bool read_weight(slice s, double *out) {
    const char *end = s.len ? memchr(s.at, 0, s.len) : NULL;
    char text[400], *rest;
    if (end) s.len = (size_t)(end - s.at);
    *out = 0;
    if (!s.len) return true;
    if (memchr(s.at, 'x', s.len) || memchr(s.at, 'X', s.len)) return false;
    if (number_parse_double(s, out)) return true;
    if (s.len >= sizeof text) return false;
    for (size_t i = 0; i < s.len; i++) if (!strchr("0123456789+-.eE", s.at[i])) return false;
    memcpy(text, s.at, s.len);
    text[s.len] = 0;
    *out = strtod(text, &rest);
    return !*rest;
}

static bool weigh(call *c, const options *o, elements *l) {
    for (size_t i = 0; i < l->count; i++) {
        element *e = &l->at[i];
        if (o->by.at) e->weight = look_up(c, o->by, bytes_slice(e->text));
        const bytes *text = o->by.at ? e->weight : e->text;
        if (o->alpha || !text) continue;
        if (read_weight(bytes_slice(text), &e->number)) continue;
        reply_error(c, "ERR One or more scores can't be converted into double");
        return false;
    }
    return true;
}

static void reverse(elements *l) {
    for (size_t i = 0; i < l->count / 2; i++) {
        element e = l->at[i];
        l->at[i] = l->at[l->count - 1 - i];
        l->at[l->count - 1 - i] = e;
    }
}

/* -- results ---------------------------------------------------------------------------------------------------------- */

static void clip(const options *o, size_t count, size_t *from, size_t *to) {
    *from = 0;
    *to = count;
    if (!o->limited) return;
    int64_t offset = o->offset < 0 ? 0 : o->offset;
    *from = (uint64_t)offset > count ? count : (size_t)offset;
    if (o->limit >= 0 && (uint64_t)o->limit < count - *from) *to = *from + (size_t)o->limit;
}

static void reply_results(call *c, const options *o, const elements *l, size_t from, size_t to) {
    size_t width = o->get_count ? (size_t)o->get_count : 1;
    reply_array(c, (long)((to - from) * width));
    for (size_t i = from; i < to; i++) {
        slice text = bytes_slice(l->at[i].text);
        if (!o->get_count) reply_bulk(c, text);
        for (int k = 0; k < o->get_count; k++) {
            bytes *value = look_up(c, o->gets[k], text);
            if (value) reply_bulk(c, bytes_slice(value));
            else reply_null(c);
            bytes_free(value);
        }
    }
}

static void store_results(call *c, const options *o, const elements *l, size_t from, size_t to) {
    slice target = *o->store;
    list *result = list_new();
    for (size_t i = from; i < to; i++) {
        slice text = bytes_slice(l->at[i].text);
        if (!o->get_count) list_push(result, QUICKLIST_TAIL, text);
        for (int k = 0; k < o->get_count; k++) {
            bytes *value = look_up(c, o->gets[k], text);
            list_push(result, QUICKLIST_TAIL, bytes_slice(value));
            bytes_free(value);
        }
    }
    size_t count = list_length(result);
    if (count) {
        keyspace_put(c, target, &list_type, result);
        changed_by(c, (int64_t)count, target, NOTIFY_LIST, "sortstore");
    } else {
        list_type.free(result);
        if (keyspace_delete(c, target)) changed(c, target, NOTIFY_GENERIC, "del");
    }
    reply_int(c, (int64_t)count);
}

static void sort_elements(call *c, bool may_store) {
    options o = { .sorted = true, .limit = -1 };
    elements l = { 0 };
    bool is_set = false;
    for (int i = 2; i < c->argc; i++) if (!parse_one(c, &i, may_store, &o)) return;
    if (!collect(c, &l, &is_set)) return;
    /* A set has no order of its own: where the result is kept, it must be the same on every server. */
    if (is_set && !o.sorted && (o.store || c->client->flags & CLIENT_SCRIPT)) {
        o.sorted = o.alpha = true;
        o.by.at = NULL;
    }
    if (o.sorted && !weigh(c, &o, &l)) {
        elements_free(&l);
        return;
    }
    size_t from, to;
    clip(&o, l.count, &from, &to);
    if (o.sorted && to > from) sort_range(l.at, l.count, sizeof *l.at, compare, &o, from, to - 1);
    else if (!is_set && o.descending) reverse(&l);
    if (o.store) store_results(c, &o, &l, from, to);
    else reply_results(c, &o, &l, from, to);
    elements_free(&l);
}

static void sort_command(call *c) { sort_elements(c, true); }
static void sort_ro(call *c) { sort_elements(c, false); }

/* The key itself, and where STORE puts the result: the last STORE counts. Keys made of patterns cannot be told. */
static int find_keys(int argc, const slice *argv, int *positions, unsigned *accesses, int cap) {
    int n = 0, store = 0;
    if (n < cap) positions[n] = 1, accesses[n] = KEY_READ;
    n++;
    for (int i = 2; i < argc; i++) {
        if (slice_is(argv[i], "limit")) i += 2;
        else if (slice_is(argv[i], "get") || slice_is(argv[i], "by")) i++;
        else if (slice_is(argv[i], "store") && i + 1 < argc) store = ++i;
    }
    if (!store) return n;
    if (n < cap) positions[n] = store, accesses[n] = KEY_OVERWRITE;
    return n + 1;
}

#define SHAPE "@key [BY @*by-pattern=pattern] [LIMIT (limit: #offset #count)] [GET @*get-pattern=pattern +...] " \
    "[order: ASC | DESC] [(sorting: ALPHA)]"
#define BY_GET_NOTE "|BY and GET: the names of these keys follow from the elements"
#define STORE_NOTE "STORE: the word may stand anywhere"
#define COST "O(N+M*log(M)) where N is the number of elements in the list or set to sort, and M the number of returned elements."

static const command commands[] = {
    { "sort", sort_command, WRITE | DENYOOM | MOVABLE_KEYS, 0, SHAPE " [STORE @destination]", "1.0.0", COST,
      "Sorts the elements of a list, a set or a sorted set.", .categories = "-keyspace set sortedset list dangerous",
      .key_specs = "RO+access index{index=1} range{lastkey=0,keystep=1,limit=0} ; RO+access unknown{} unknown{} ; "
                   "OW+update unknown{} unknown{}", .find_keys = find_keys, .key_notes = BY_GET_NOTE "|" STORE_NOTE },
    { "sort_ro", sort_ro, READ | MOVABLE_KEYS, 0, SHAPE, "7.0.0", COST, "Sorts the elements of a list, a set or a sorted set.",
      .categories = "-keyspace set sortedset list dangerous",
      .key_specs = "RO+access index{index=1} range{lastkey=0,keystep=1,limit=0} ; RO+access unknown{} unknown{}",
      .find_keys = find_keys, .key_notes = BY_GET_NOTE },
    { 0 }
};

static const char *apply_locale(void) {
    int plain = os_collate(state.locale ? state.locale->at : "");
    if (plain < 0) return "Invalid locale name";
    state.collates = !plain;
    return NULL;
}

static void start(void) {
    if (apply_locale()) log_warning("The environment names a locale that this system does not have: SORT ALPHA compares bytes.");
}

static const setting settings[] = {
    { "locale-collate", SETTING_TEXT, &state.locale, "", .apply = apply_locale },
    { 0 }
};

const feature sorting = { .name = "generic", .commands = commands, .settings = settings, .start = start };
