/* list.c -- lists: which encoding, and the type. */
#include "store/list.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/ziplist.h"
#include "store/limits.h"
#include "store/rdb_io.h"

enum { RDB_LIST = 1, RDB_LIST_ZIPLIST = 10, RDB_QUICKLIST = 14, RDB_QUICKLIST_2 = 18, PLAIN = 1, PACKED = 2, REWRITE_ITEMS = 64 };

static struct { size_t plain_from; } rules;

void list_set_plain_from(size_t size) { rules.plain_from = size; }

static int fill(void) {
    int64_t n = store_limits.list_max_listpack_size;
    return n == 0 ? 1 : n > INT32_MAX ? INT32_MAX : (int)n;
}

static quicklist *quicklist_now(void) {
    return quicklist_new((quicklist_rules){ fill(), (unsigned)store_limits.list_compress_depth, rules.plain_from });
}

list *list_new(void) {
    list *l = memory_alloc(sizeof *l);
    *l = (list){ .packed = true, .as.pack = listpack_new(0) };
    return l;
}

size_t list_length(const list *l) { return l->packed ? listpack_count(l->as.pack) : quicklist_count(l->as.quick); }

/* -- encodings ---------------------------------------------------------------------------- */

static void unpack(list *l) {
    quicklist *q = quicklist_now();
    quicklist_append_listpack(q, l->as.pack);
    l->packed = false;
    l->as.quick = q;
}

/* `more` bytes in `count` new elements: does the listpack still fit? */
static void make_room(list *l, size_t more, size_t count) {
    if (!l->packed) return;
    if (!quicklist_fits(fill(), listpack_bytes(l->as.pack) + more, listpack_count(l->as.pack) + count)) unpack(l);
}

void list_shrink(list *l) {
    if (l->packed) return;
    const listpack *only = quicklist_only(l->as.quick);
    if (!only) return;
    int limit = fill();
    /* Half of the limit, so that a list at the border does not change back and forth. */
    bool small = limit > 0 ? listpack_count(only) <= (size_t)limit / 2 && quicklist_fits(limit, listpack_bytes(only), 1)
                           : listpack_bytes(only) <= quicklist_node_limit(limit) / 2;
    if (!small) return;
    l->as.pack = quicklist_take_only(l->as.quick);
    l->packed = true;
}

/* -- ends ------------------------------------------------------------------------------------ */

static void push_one(list *l, enum quicklist_end end, slice text) {
    if (!l->packed) quicklist_push(l->as.quick, end, text);
    else if (end == QUICKLIST_HEAD) listpack_prepend(&l->as.pack, text);
    else listpack_append(&l->as.pack, text);
}

void list_expect(list *l, slice text) { make_room(l, text.len, 1); }

void list_push(list *l, enum quicklist_end end, slice text) {
    make_room(l, text.len, 1);
    push_one(l, end, text);
}

void list_push_all(list *l, enum quicklist_end end, const slice *texts, int count) {
    size_t more = 0;
    for (int i = 0; l->packed && i < count; i++) more += texts[i].len;
    make_room(l, more, (size_t)count);
    for (int i = 0; i < count; i++) push_one(l, end, texts[i]);
}

listpack_value list_peek(const list *l, enum quicklist_end end) {
    if (!l->packed) return quicklist_peek(l->as.quick, end);
    return listpack_get(end == QUICKLIST_HEAD ? listpack_first(l->as.pack) : listpack_last(l->as.pack));
}

void list_pop(list *l, enum quicklist_end end) {
    if (!l->packed) {
        quicklist_pop(l->as.quick, end);
        list_shrink(l);
    } else {
        listpack_remove_range(&l->as.pack, end == QUICKLIST_HEAD ? 0 : -1, 1);
    }
}

size_t list_remove_range(list *l, long index, size_t count) {
    if (!l->packed) {
        size_t removed = quicklist_remove_range(l->as.quick, index, count);
        list_shrink(l);
        return removed;
    }
    size_t before = listpack_count(l->as.pack);
    listpack_remove_range(&l->as.pack, index, count);
    return before - listpack_count(l->as.pack);
}

/* -- walks ------------------------------------------------------------------------------------- */

bool list_seek(list_walk *w, list *l, long index) {
    w->list = l;
    if (!l->packed) return quicklist_seek(&w->quick, l->as.quick, index);
    return (w->at = listpack_at(l->as.pack, index)) != NULL;
}

bool list_next(list_walk *w) {
    if (!w->list->packed) return quicklist_next(&w->quick);
    return (w->at = listpack_next(w->list->as.pack, w->at)) != NULL;
}

const uint8_t *list_run(const list_walk *w) { return w->list->packed ? w->at : w->quick.at; }

bool list_next_run(list_walk *w) { return !w->list->packed && quicklist_next_whole(&w->quick); }

bool list_previous(list_walk *w) {
    if (!w->list->packed) return quicklist_previous(&w->quick);
    return (w->at = listpack_previous(w->list->as.pack, w->at)) != NULL;
}

void list_stop(list_walk *w) { if (!w->list->packed) quicklist_stop(&w->quick); }

listpack_value list_value(const list_walk *w) { return w->list->packed ? listpack_get(w->at) : quicklist_value(&w->quick); }
bool list_is(const list_walk *w, slice text) { return w->list->packed ? listpack_is(w->at, text) : quicklist_is(&w->quick, text); }

bool list_remove(list_walk *w, bool backward) {
    if (!w->list->packed) return quicklist_remove(&w->quick, backward);
    uint8_t *before = backward ? listpack_previous(w->list->as.pack, w->at) : NULL;
    size_t offset = before ? (size_t)(before - w->list->as.pack) : 0;
    uint8_t *behind = listpack_remove(&w->list->as.pack, w->at, 1);
    w->at = backward ? (before ? w->list->as.pack + offset : NULL) : behind;
    return w->at != NULL;
}

void list_insert(list_walk *w, slice text, bool after) {
    if (!w->list->packed) {
        quicklist_insert(&w->quick, text, after);
        return;
    }
    listpack_insert(&w->list->as.pack, after ? listpack_next(w->list->as.pack, w->at) : w->at, text);
}

void list_replace(list_walk *w, slice text) {
    if (!w->list->packed) {
        quicklist_replace(&w->quick, text);
        list_shrink(w->list);
    } else {
        listpack_replace(&w->list->as.pack, w->at, text);
    }
}

/* -- the type -------------------------------------------------------------------------------------- */

static void *create(void) { return list_new(); }

static void free_list(void *value) {
    list *l = value;
    if (l->packed) listpack_free(l->as.pack);
    else quicklist_free(l->as.quick);
    memory_free(l, sizeof *l);
}

static bool free_some(void *value, size_t budget) {
    list *l = value;
    if (!l->packed && !quicklist_free_some(l->as.quick, budget / 16 + 1)) return false;
    if (l->packed) listpack_free(l->as.pack);
    memory_free(l, sizeof *l);
    return true;
}

static size_t effort(const void *value) {
    const list *l = value;
    return l->packed ? 1 : quicklist_nodes(l->as.quick);
}

static void *copy(const void *value) {
    const list *l = value;
    list *to = memory_alloc(sizeof *to);
    *to = *l;
    if (l->packed) to->as.pack = listpack_copy(l->as.pack);
    else to->as.quick = quicklist_copy(l->as.quick);
    return to;
}

static size_t length(const void *value) { return list_length(value); }
static const char *encoding(const void *value) { return ((const list *)value)->packed ? "listpack" : "quicklist"; }

static size_t size(const void *value, size_t samples) {
    const list *l = value;
    return memory_good_size(sizeof *l)
        + (l->packed ? listpack_footprint(l->as.pack) : quicklist_footprint(l->as.quick, samples));
}

static slice text_of(listpack_value v, char *room) {
    return v.text.at ? v.text : slice_make(room, (size_t)number_print_int(room, v.number));
}

static void digest_list(const void *value, digest *d) {
    char room[NUMBER_INT_TEXT];
    list_walk w;
    for (bool more = list_seek(&w, (list *)value, 0); more; more = list_next(&w)) digest_mix(d, text_of(list_value(&w), room));
}

static uint8_t rdb_type(const void *value) {
    (void)value;
    return RDB_QUICKLIST_2;
}

static void save(const void *value, rdb_out *out) {
    const list *l = value;
    if (l->packed) {
        rdb_put_length(out, 1);
        rdb_put_length(out, PACKED);
        rdb_put_blob(out, slice_make(l->as.pack, listpack_bytes(l->as.pack)));
        return;
    }
    quicklist_place at = { 0 };
    quicklist_node n;
    rdb_put_length(out, quicklist_nodes(l->as.quick));
    while (quicklist_next_node(l->as.quick, &at, &n)) {
        rdb_put_length(out, n.form == QUICKLIST_PLAIN ? PLAIN : PACKED);
        if (n.form == QUICKLIST_LZF) rdb_put_lzf(out, n.text, n.plain_len);
        else rdb_put_blob(out, n.text);
    }
}

/* A listpack read from a file becomes a node, unless it holds nothing. */
static void take_pack(list *l, listpack *pack) { quicklist_append_listpack(l->as.quick, pack); }

static bool load_strings(rdb_in *in, list *l, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) {
        bytes *text = rdb_get_string(in);
        if (!text) return false;
        quicklist_push(l->as.quick, QUICKLIST_TAIL, bytes_slice(text));
        bytes_free(text);
    }
    return true;
}

static bool load_packed(rdb_in *in, list *l) {
    bytes *blob = rdb_get_string(in);
    if (!blob) return false;
    bool good = listpack_validate((const uint8_t *)blob->at, blob->len, NULL, NULL);
    if (good) take_pack(l, listpack_load(bytes_slice(blob)));
    bytes_free(blob);
    return good || rdb_fail(in, "Listpack integrity check failed.");
}

static bool load_ziplist(rdb_in *in, list *l) {
    bytes *blob = rdb_get_string(in);
    if (!blob) return false;
    listpack *pack = ziplist_to_listpack(bytes_slice(blob));
    bytes_free(blob);
    if (!pack) return rdb_fail(in, "Ziplist integrity check failed.");
    take_pack(l, pack);
    return true;
}

static bool load_nodes(rdb_in *in, list *l, uint64_t count, bool second) {
    for (uint64_t i = 0; i < count; i++) {
        uint64_t container = second ? rdb_get_length(in) : 0;
        if (in->failed) return false;
        if (second && container == PLAIN) {
            bytes *text = rdb_get_string(in);
            if (!text) return false;
            bool whole = text->len;         /* only what is large stands alone */
            if (whole) quicklist_append_plain(l->as.quick, bytes_slice(text));
            bytes_free(text);
            if (!whole) return rdb_fail(in, "Quicklist integrity check failed.");
        } else if (second && container != PACKED) {
            return rdb_fail(in, "Quicklist integrity check failed.");
        } else if (!(second ? load_packed(in, l) : load_ziplist(in, l))) {
            return false;
        }
    }
    return true;
}

static void *load(rdb_in *in, uint8_t rdb) {
    list *l = memory_alloc(sizeof *l);
    *l = (list){ .as.quick = quicklist_now() };
    uint64_t count = rdb == RDB_LIST_ZIPLIST ? 1 : rdb_get_length(in);
    bool good = !in->failed;
    if (good && rdb == RDB_LIST) good = load_strings(in, l, count);
    else if (good) good = load_nodes(in, l, count, rdb == RDB_QUICKLIST_2);
    if (good && !quicklist_count(l->as.quick)) good = rdb_fail(in, "empty list");
    if (good) {
        const listpack *only = quicklist_only(l->as.quick);
        if (only && quicklist_fits(fill(), listpack_bytes(only), listpack_count(only))) {
            l->as.pack = quicklist_take_only(l->as.quick);
            l->packed = true;
        }
        return l;
    }
    free_list(l);
    return NULL;
}

static void rewrite(slice key, const void *value, rewriter *to) {
    char rooms[REWRITE_ITEMS][NUMBER_INT_TEXT];
    slice argv[REWRITE_ITEMS + 2] = { SLICE("RPUSH"), key };
    int n = 0;
    list_walk w;
    /* Values of a compressed node live only until the walk moves on, so each is copied. */
    bytes *copies[REWRITE_ITEMS];
    for (bool more = list_seek(&w, (list *)value, 0); more;) {
        copies[n] = bytes_copy(text_of(list_value(&w), rooms[n]));
        argv[2 + n] = bytes_slice(copies[n]);
        n++;
        more = list_next(&w);
        if (n < REWRITE_ITEMS && more) continue;
        to->emit(to, 2 + n, argv);
        while (n) bytes_free(copies[--n]);
    }
}

static void *defragment(void *value, uint64_t *cursor) {
    list *l = memory_move(value, sizeof *l);
    if (l->packed) l->as.pack = listpack_defragment(l->as.pack), *cursor = 0;
    else quicklist_defragment(&l->as.quick, cursor);
    return l;
}

const type list_type = {
    .name = "list", .id = TYPE_LIST, .create = create, .free = free_list, .free_some = free_some, .effort = effort, .copy = copy,
    .length = length, .encoding = encoding, .size = size, .digest = digest_list, .rdb_type = rdb_type, .save = save, .load = load,
    .rewrite = rewrite, .defragment = defragment,
};
