/* test_quicklist.c -- quicklists of every rule against an array of texts. */
#include "unit.h"

#include "base/lzf.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/quicklist_chunk.h"

enum { MODEL_MAX = 3000 };
typedef struct model { bytes *at[MODEL_MAX]; size_t count; } model;
static model m;
static unsigned steps_done;
static size_t most_chunks, most_packed;

static void model_insert(size_t index, slice text) {
    memmove(m.at + index + 1, m.at + index, (m.count++ - index) * sizeof *m.at);
    m.at[index] = bytes_copy(text);
}

static void model_remove(size_t index, size_t count) {
    for (size_t i = index; i < index + count; i++) bytes_free(m.at[i]);
    memmove(m.at + index, m.at + index + count, (m.count - index - count) * sizeof *m.at);
    m.count -= count;
}

static slice value_text(listpack_value v, char *room) {
    return v.text.at ? v.text : slice_make(room, (size_t)number_print_int(room, v.number));
}

/* Would compression shorten this node? */
static bool shrinks(const node *n) {
    static char room[1 << 17];
    size_t len = listpack_bytes(n->at);
    return len >= 48 && lzf_compress(slice_make(n->at, len), room, len - 8);
}

static bool node_is_right(const quicklist *q, const node *n, size_t index) {
    size_t depth = q->rules.depth;
    bool inner = depth && index >= depth && q->nodes - index > depth;
    if (!n->count || (n->form == QUICKLIST_PLAIN && n->count != 1)) return false;
    if (n->form == QUICKLIST_LZF) return inner;
    if (n->form == QUICKLIST_PLAIN) return true;
    if (listpack_count(n->at) != n->count || !listpack_validate(n->at, listpack_bytes(n->at), NULL, NULL)) return false;
    if (inner && shrinks(n)) return false;
    return n->count == 1 || quicklist_fits(q->rules.fill, listpack_bytes(n->at), n->count);
}

static bool invariants(const quicklist *q) {
    size_t count = 0, nodes = 0, chunks = 0, lzf = 0;
    const chunk *previous = NULL;
    for (const chunk *c = q->first; c; previous = c, c = c->next) {
        size_t held = 0;
        if (c->previous != previous || !c->used || c->used > c->cap) return false;
        for (uint32_t i = 0; i < c->used; i++, nodes++) {
            if (!node_is_right(q, &c->nodes[i], nodes)) return false;
            held += c->nodes[i].count;
            lzf += c->nodes[i].form == QUICKLIST_LZF;
        }
        if (held != c->count) return false;
        count += held;
        chunks++;
    }
    if (chunks > most_chunks) most_chunks = chunks;
    if (lzf > most_packed) most_packed = lzf;
    return q->last == previous && q->count == count && q->nodes == nodes && count == m.count;
}

static bool same_both_ways(quicklist *q) {
    char room[LISTPACK_INT_TEXT];
    size_t i = 0;
    quicklist_walk w;
    for (bool more = quicklist_seek(&w, q, 0); more; more = quicklist_next(&w), i++) {
        if (!slice_equal(value_text(quicklist_value(&w), room), bytes_slice(m.at[i]))) return false;
    }
    if (i != m.count) return false;
    for (bool more = quicklist_seek(&w, q, -1); more; more = quicklist_previous(&w)) {
        if (!quicklist_is(&w, bytes_slice(m.at[--i]))) return false;
    }
    return i == 0;
}

static slice any_text(char *room) {
    uint64_t r = unit_random();
    size_t len = r % 64 == 1 ? r / 64 % 20000 : r % 8 == 2 ? r / 64 % 600 : r / 64 % 20;
    if (r % 3 == 0) return slice_make(room, (size_t)number_print_int(room, (int64_t)(unit_random() % 100000)));
    if (r % 5 == 0) for (size_t i = 0; i < len; i++) room[i] = (char)unit_random();
    else memset(room, 'a' + (int)(r % 7), len);
    return slice_make(room, len);
}

/* A walk that removes some elements, as LREM does. */
static void remove_some(quicklist *q, size_t index, bool backward) {
    quicklist_walk w;
    bool more = quicklist_seek(&w, q, (long)index);
    size_t steps = unit_random() % 40;
    for (; more && steps > 0; steps--) {
        check(quicklist_is(&w, bytes_slice(m.at[index])));
        if (unit_random() % 2) {
            more = quicklist_remove(&w, backward);
            model_remove(index, 1);
            if (backward) index--;
        } else {
            more = backward ? quicklist_previous(&w) : quicklist_next(&w);
            index += backward ? (size_t)-1 : 1;
        }
        check(more == (index < m.count));
    }
    quicklist_stop(&w);
}

static void change(quicklist *q, slice text) {
    char room[LISTPACK_INT_TEXT];
    uint64_t r = unit_random();
    size_t index = m.count ? r / 1024 % m.count : 0;
    long signed_index = r & 512 ? (long)index : (long)index - (long)m.count;
    enum quicklist_end end = r & 256 ? QUICKLIST_HEAD : QUICKLIST_TAIL;
    quicklist_walk w;
    /* Grows for a while, then shrinks for a while. */
    unsigned what = m.count > MODEL_MAX - 2 ? 10 : m.count == 0 ? 0 : r % 16;
    if (what >= 10 && what <= 11 && steps_done++ / 1000 % 3 < 2 && r >> 60) what = 0;
    switch (what) {
    default: quicklist_push(q, end, text); model_insert(end == QUICKLIST_HEAD ? 0 : m.count, text); break;
    case 5: case 6:
        index = end == QUICKLIST_HEAD ? 0 : m.count - 1;
        check(slice_equal(value_text(quicklist_peek(q, end), room), bytes_slice(m.at[index])));
        quicklist_pop(q, end);
        model_remove(index, 1);
        break;
    case 7: case 8:
        check(quicklist_seek(&w, q, signed_index) && quicklist_is(&w, bytes_slice(m.at[index])));
        quicklist_insert(&w, text, r & 128);
        model_insert(index + !!(r & 128), text);
        break;
    case 9:
        check(quicklist_seek(&w, q, signed_index));
        quicklist_replace(&w, text);
        model_remove(index, 1);
        model_insert(index, text);
        break;
    case 10: {
        size_t count = unit_random() % (m.count > MODEL_MAX / 2 ? m.count : 40);
        size_t there = count < m.count - index ? count : m.count - index;
        check(quicklist_remove_range(q, signed_index, count) == there);
        model_remove(index, there);
        break;
    }
    case 11: remove_some(q, index, r & 128); break;
    }
}

/* What saving and loading do: node by node, LZF undone. */
static quicklist *rebuilt(quicklist *q) {
    quicklist *copy = quicklist_new(quicklist_rules_of(q));
    quicklist_node n;
    for (quicklist_place at = { 0 }; quicklist_next_node(q, &at, &n); ) {
        if (n.form == QUICKLIST_PLAIN) {
            quicklist_append_plain(copy, n.text);
            continue;
        }
        char *plain = memory_alloc(n.plain_len);
        if (n.form == QUICKLIST_PACKED) memcpy(plain, n.text.at, n.plain_len);
        else check(lzf_decompress(n.text, plain, n.plain_len));
        quicklist_append_listpack(copy, listpack_load(slice_make(plain, n.plain_len)));
        memory_free(plain, n.plain_len);
    }
    return copy;
}

static void free_in_slices(quicklist *q) {
    size_t calls = 1, nodes = quicklist_nodes(q);
    while (!quicklist_free_some(q, 7)) calls++;
    check(calls == (nodes + 6) / 7 || calls == 1);
}

static void test_model(quicklist_rules rules) {
    static char room[20001];
    quicklist *q = quicklist_new(rules);
    quicklist_walk none;
    check(!quicklist_seek(&none, q, 0) && !quicklist_seek(&none, q, -1) && quicklist_remove_range(q, 0, 1) == 0);
    for (int i = 0; i < 3000; i++) {
        change(q, any_text(room));
        if (i % 4 == 0) check(invariants(q));
        if (i % 32 == 0) check(same_both_ways(q));
        if (i % 512 == 100) {
            quicklist *copy = i % 1024 == 100 ? quicklist_copy(q) : rebuilt(q);
            check(quicklist_nodes(copy) == quicklist_nodes(q));
            free_in_slices(q);
            q = copy;
            check(invariants(q) && same_both_ways(q) && quicklist_footprint(q, 0) > quicklist_nodes(q) * 8);
        }
        if (i % 128 == 3) {
            uint64_t cursor = 0;
            do quicklist_defragment(&q, &cursor); while (cursor);
            check(invariants(q));
        }
    }
    quicklist_remove_range(q, 0, SIZE_MAX);
    model_remove(0, m.count);
    check(invariants(q) && quicklist_nodes(q) == 0);
    quicklist_free(q);
}

static void test_only(void) {
    quicklist *q = quicklist_new((quicklist_rules){ .fill = -2 });
    check(!quicklist_only(q) && !quicklist_take_only(q));
    quicklist_push(q, QUICKLIST_TAIL, SLICE("b"));
    quicklist_push(q, QUICKLIST_HEAD, SLICE("a"));
    check(quicklist_only(q) != NULL);
    listpack *lp = quicklist_take_only(q);
    check(listpack_count(lp) == 2 && listpack_is(listpack_last(lp), SLICE("b")));
    q = quicklist_new((quicklist_rules){ .fill = -2, .plain_from = 3 });
    quicklist_append_listpack(q, lp);
    quicklist_append_listpack(q, listpack_new(0));
    quicklist_push(q, QUICKLIST_TAIL, SLICE("abc"));
    check(quicklist_nodes(q) == 2 && !quicklist_take_only(q) && quicklist_count(q) == 3);
    quicklist_free(q);
}

static void test_long(void) {
    quicklist *q = quicklist_new((quicklist_rules){ .fill = -2 });
    char room[LISTPACK_INT_TEXT];
    for (int i = 0; i < 1000000; i++) {
        quicklist_push(q, QUICKLIST_TAIL, slice_make(room, (size_t)number_print_int(room, i)));
    }
    check(quicklist_count(q) == 1000000);
    for (int i = 0; i < 10000; i++) {
        long index = (long)(unit_random() % 1000000);
        quicklist_walk w;
        check(quicklist_seek(&w, q, i % 2 ? index : index - 1000000) && quicklist_value(&w).number == index);
        quicklist_stop(&w);
    }
    for (int i = 0; i < 1000000; i++) {
        check(quicklist_peek(q, i % 2 ? QUICKLIST_HEAD : QUICKLIST_TAIL).number == (i % 2 ? i / 2 : 999999 - i / 2));
        quicklist_pop(q, i % 2 ? QUICKLIST_HEAD : QUICKLIST_TAIL);
    }
    check(quicklist_count(q) == 0 && quicklist_nodes(q) == 0);
    quicklist_free(q);
}

int main(void) {
    static const quicklist_rules rules[] = {
        { -2, 0, 0 }, { -1, 1, 0 }, { -5, 2, 0 }, { 1, 0, 0 }, { 1, 3, 0 }, { 4, 1, 0 }, { 128, 2, 0 },
        { 0, 1, 0 }, { -2, 1, 100 }, { 3, 2, 10 }, { -9, 1, 1 << 30 },
    };
    size_t used = memory_used();
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) test_model(rules[i]);
    check(most_chunks > 8 && most_packed > 50);
    test_only();
    test_long();
    check(memory_used() == used);
    return unit_result();
}
