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
    l->as = tagged_make(listpack_new(0), LIST_PACK);
    return l;
}

size_t list_length(const list *l) { return list_packed(l) ? listpack_count(list_pack(l)) : quicklist_count(list_quick(l)); }

/* -- encodings ---------------------------------------------------------------------------- */

static void unpack(list *l) {
    quicklist *q = quicklist_now();
    quicklist_append_listpack(q, list_pack(l));
    l->as = tagged_make(q, LIST_QUICK);
}

/* `more` bytes in `count` new elements: does the listpack still fit? */
static void make_room(list *l, size_t more, size_t count) {
    if (!list_packed(l)) return;
    if (!quicklist_fits(fill(), listpack_bytes(list_pack(l)) + more, listpack_count(list_pack(l)) + count)) unpack(l);
}

void list_shrink(list *l) {
    if (list_packed(l)) return;
    const listpack *only = quicklist_only(list_quick(l));
    if (!only) return;
    int limit = fill();
    /* Half of the limit, so that a list at the border does not change back and forth. */
    bool small = limit > 0 ? listpack_count(only) <= (size_t)limit / 2 && quicklist_fits(limit, listpack_bytes(only), 1)
                           : listpack_bytes(only) <= quicklist_node_limit(limit) / 2;
    if (!small) return;
    l->as = tagged_make(quicklist_take_only(list_quick(l)), LIST_PACK);
}

/* -- ends ------------------------------------------------------------------------------------ */

static void push_one(list *l, enum quicklist_end end, slice text) {
    if (!list_packed(l)) {
        quicklist_push(list_quick(l), end, text);
        return;
    }
    listpack *pack = list_pack(l);
    if (end == QUICKLIST_HEAD) listpack_prepend(&pack, text);
    else listpack_append(&pack, text);
    tagged_move(&l->as, pack);
}

void list_expect(list *l, slice text) { make_room(l, text.len, 1); }

void list_push(list *l, enum quicklist_end end, slice text) {
    make_room(l, text.len, 1);
    push_one(l, end, text);
}

void list_push_all(list *l, enum quicklist_end end, const slice *texts, int count) {
    size_t more = 0;
    for (int i = 0; list_packed(l) && i < count; i++) more += texts[i].len;
    make_room(l, more, (size_t)count);
    for (int i = 0; i < count; i++) push_one(l, end, texts[i]);
}

listpack_value list_peek(const list *l, enum quicklist_end end) {
    if (!list_packed(l)) return quicklist_peek(list_quick(l), end);
    return listpack_get(end == QUICKLIST_HEAD ? listpack_first(list_pack(l)) : listpack_last(list_pack(l)));
}

static void pack_remove_range(list *l, long index, size_t count) {
    listpack *pack = list_pack(l);
    listpack_remove_range(&pack, index, count);
    tagged_move(&l->as, pack);
}

void list_drop(list *l, enum quicklist_end end) {
    if (!list_packed(l)) quicklist_pop(list_quick(l), end);
    else pack_remove_range(l, end == QUICKLIST_HEAD ? 0 : -1, 1);
}

void list_pop(list *l, enum quicklist_end end) {
    list_drop(l, end);
    list_shrink(l);
}

size_t list_remove_range(list *l, long index, size_t count) {
    if (!list_packed(l)) {
        size_t removed = quicklist_remove_range(list_quick(l), index, count);
        list_shrink(l);
        return removed;
    }
    size_t before = listpack_count(list_pack(l));
    pack_remove_range(l, index, count);
    return before - listpack_count(list_pack(l));
}

/* -- walks ------------------------------------------------------------------------------------- */

bool list_seek(list_walk *w, list *l, long index) {
    w->list = l;
    if (!list_packed(l)) return quicklist_seek(&w->quick, list_quick(l), index);
    return (w->at = listpack_at(list_pack(l), index)) != NULL;
}

bool list_next(list_walk *w) {
    if (!list_packed(w->list)) return quicklist_next(&w->quick);
    return (w->at = listpack_next(list_pack(w->list), w->at)) != NULL;
}

const uint8_t *list_run(const list_walk *w) { return list_packed(w->list) ? w->at : w->quick.at; }

bool list_next_run(list_walk *w) { return !list_packed(w->list) && quicklist_next_whole(&w->quick); }

bool list_previous(list_walk *w) {
    if (!list_packed(w->list)) return quicklist_previous(&w->quick);
    return (w->at = listpack_previous(list_pack(w->list), w->at)) != NULL;
}

void list_stop(list_walk *w) { if (!list_packed(w->list)) quicklist_stop(&w->quick); }

listpack_value list_value(const list_walk *w) { return list_packed(w->list) ? listpack_get(w->at) : quicklist_value(&w->quick); }
bool list_is(const list_walk *w, slice text) { return list_packed(w->list) ? listpack_is(w->at, text) : quicklist_is(&w->quick, text); }

bool list_remove(list_walk *w, bool backward) {
    if (!list_packed(w->list)) return quicklist_remove(&w->quick, backward);
    listpack *pack = list_pack(w->list);
    uint8_t *before = backward ? listpack_previous(pack, w->at) : NULL;
    size_t offset = before ? (size_t)(before - pack) : 0;
    uint8_t *behind = listpack_remove(&pack, w->at, 1);
    tagged_move(&w->list->as, pack);
    w->at = backward ? (before ? pack + offset : NULL) : behind;
    return w->at != NULL;
}

void list_insert(list_walk *w, slice text, bool after) {
    if (!list_packed(w->list)) {
        quicklist_insert(&w->quick, text, after);
        return;
    }
    listpack *pack = list_pack(w->list);
    listpack_insert(&pack, after ? listpack_next(pack, w->at) : w->at, text);
    tagged_move(&w->list->as, pack);
}

void list_replace(list_walk *w, slice text) {
    if (!list_packed(w->list)) {
        quicklist_replace(&w->quick, text);
        list_shrink(w->list);
    } else {
        listpack *pack = list_pack(w->list);
        listpack_replace(&pack, w->at, text);
        tagged_move(&w->list->as, pack);
    }
}

/* -- the type -------------------------------------------------------------------------------------- */

static void *create(void) { return list_new(); }

static void free_list(void *value) {
    list *l = value;
    if (list_packed(l)) listpack_free(list_pack(l));
    else quicklist_free(list_quick(l));
    memory_free(l, sizeof *l);
}

static bool free_some(void *value, size_t budget) {
    list *l = value;
    if (!list_packed(l) && !quicklist_free_some(list_quick(l), budget / 16 + 1)) return false;
    if (list_packed(l)) listpack_free(list_pack(l));
    memory_free(l, sizeof *l);
    return true;
}

static size_t effort(const void *value) {
    const list *l = value;
    return list_packed(l) ? 1 : quicklist_nodes(list_quick(l));
}

static void *copy(const void *value) {
    const list *l = value;
    list *to = memory_alloc(sizeof *to);
    if (list_packed(l)) to->as = tagged_make(listpack_copy(list_pack(l)), LIST_PACK);
    else to->as = tagged_make(quicklist_copy(list_quick(l)), LIST_QUICK);
    return to;
}

static size_t length(const void *value) { return list_length(value); }
static const char *encoding(const void *value) { return list_packed(value) ? "listpack" : "quicklist"; }

static size_t size(const void *value, size_t samples) {
    const list *l = value;
    return list_packed(l) ? listpack_footprint(list_pack(l)) : quicklist_footprint(list_quick(l), samples);
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
    if (list_packed(l)) {
        rdb_put_length(out, 1);
        rdb_put_length(out, PACKED);
        rdb_put_blob(out, slice_make(list_pack(l), listpack_bytes(list_pack(l))));
        return;
    }
    quicklist_place at = { 0 };
    quicklist_node n;
    rdb_put_length(out, quicklist_nodes(list_quick(l)));
    while (quicklist_next_node(list_quick(l), &at, &n)) {
        rdb_put_length(out, n.form == QUICKLIST_PLAIN ? PLAIN : PACKED);
        if (n.form == QUICKLIST_LZF) rdb_put_lzf(out, n.text, n.plain_len);
        else rdb_put_blob(out, n.text);
    }
}

/* A listpack read from a file becomes a node, unless it holds nothing. */
static void take_pack(list *l, listpack *pack) { quicklist_append_listpack(list_quick(l), pack); }

static bool load_strings(rdb_in *in, list *l, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) {
        bytes *text = rdb_get_string(in);
        if (!text) return false;
        quicklist_push(list_quick(l), QUICKLIST_TAIL, bytes_slice(text));
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
            if (whole) quicklist_append_plain(list_quick(l), bytes_slice(text));
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
    l->as = tagged_make(quicklist_now(), LIST_QUICK);
    uint64_t count = rdb == RDB_LIST_ZIPLIST ? 1 : rdb_get_length(in);
    bool good = !in->failed;
    if (good && rdb == RDB_LIST) good = load_strings(in, l, count);
    else if (good) good = load_nodes(in, l, count, rdb == RDB_QUICKLIST_2);
    if (good && !quicklist_count(list_quick(l))) good = rdb_fail(in, "empty list");
    if (good) {
        const listpack *only = quicklist_only(list_quick(l));
        if (only && quicklist_fits(fill(), listpack_bytes(only), listpack_count(only))) {
            l->as = tagged_make(quicklist_take_only(list_quick(l)), LIST_PACK);
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
    list *l = value;
    if (list_packed(l)) {
        tagged_move(&l->as, listpack_defragment(list_pack(l)));
        *cursor = 0;
    } else {
        quicklist *quick = list_quick(l);
        quicklist_defragment(&quick, cursor);
        tagged_move(&l->as, quick);
    }
    return l;
}

const type list_type = {
    .name = "list", .id = TYPE_LIST, .word = true, .create = create, .free = free_list, .free_some = free_some, .effort = effort,
    .copy = copy, .length = length, .encoding = encoding, .size = size, .digest = digest_list, .rdb_type = rdb_type, .save = save,
    .load = load, .rewrite = rewrite, .defragment = defragment,
};
