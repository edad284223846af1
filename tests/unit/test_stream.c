/* Streams: random additions, deletions and trimmings beside a plain array; walks both ways; saved and loaded again; bodies
 * of the older formats; damaged bodies, none of which may do harm; groups beside a plain list of what is pending. */
#include "base/memory.h"
#include "base/number.h"
#include "store/limits.h"
#include "store/rdb_io.h"
#include "store/stream_group.h"
#include "store/stream_idmp.h"
#include "unit.h"

enum { MOST = 3000, PAIRS = 3 };

/* -- the twin -------------------------------------------------------------------------------------- */

typedef struct plain_entry { stream_id id; size_t pairs; char words[2 * PAIRS][24]; } plain_entry;
typedef struct twin { plain_entry at[MOST]; size_t count; } twin;

static void twin_remove(twin *t, size_t index) {
    memmove(&t->at[index], &t->at[index + 1], (t->count - index - 1) * sizeof t->at[0]);
    t->count--;
}

static bool entry_matches(stream_walk *w, const plain_entry *e) {
    char rooms[2][LISTPACK_INT_TEXT];
    slice field, value;
    if (stream_id_compare(w->id, e->id) || w->pairs != e->pairs) return false;
    for (size_t i = 0; i < e->pairs; i++) {
        if (!stream_pair(w, &field, &value, rooms[0], rooms[1])) return false;
        if (!slice_equal(field, slice_of(e->words[2 * i])) || !slice_equal(value, slice_of(e->words[2 * i + 1]))) return false;
    }
    return !stream_pair(w, &field, &value, rooms[0], rooms[1]);
}

static void check_range(const stream *s, const twin *t, stream_id start, stream_id end, bool back) {
    stream_walk w = stream_walk_start(s, start, end, back);
    bool same = true;
    for (size_t n = 0; n < t->count && same; n++) {
        const plain_entry *e = &t->at[back ? t->count - 1 - n : n];
        if (stream_id_compare(e->id, start) < 0 || stream_id_compare(e->id, end) > 0) continue;
        same = stream_next(&w);
        if (same && unit_random() % 2) same = entry_matches(&w, e);         /* else its pairs are left unread */
        else if (same) same = !stream_id_compare(w.id, e->id);
    }
    check(same);
    check(!stream_next(&w));
}

static stream_id some_id(const twin *t) {
    if (!t->count) return (stream_id){ unit_random() % 10, 0 };
    stream_id id = t->at[unit_random() % t->count].id;
    id.seq += unit_random() % 3 - 1;
    return id;
}

static void check_all(const stream *s, const twin *t) {
    check(s->length == t->count);
    check(!stream_id_compare(s->first, t->count ? t->at[0].id : STREAM_ID_LEAST));
    check_range(s, t, STREAM_ID_LEAST, STREAM_ID_MOST, false);
    check_range(s, t, STREAM_ID_LEAST, STREAM_ID_MOST, true);
    stream_id a = some_id(t), b = some_id(t);
    check_range(s, t, a, b, unit_random() % 2);
}

/* -- what is done to both ------------------------------------------------------------------------------ */

static void add_one(stream *s, twin *t) {
    static const char *const fields[] = { "a", "b", "temperature", "7" };
    if (t->count == MOST) return;
    plain_entry *e = &t->at[t->count++];
    slice words[2 * PAIRS];
    e->id = s->last;
    if (unit_random() % 3) e->id.seq++;
    else e->id = (stream_id){ e->id.ms + 1 + unit_random() % 1000, unit_random() % 5 };
    e->pairs = unit_random() % 4 ? 2 : 1 + unit_random() % PAIRS;
    for (size_t i = 0; i < 2 * e->pairs; i++) {
        int64_t number = (int64_t)(unit_random() >> unit_random() % 64);
        bool is_field = !(i % 2), usual = e->pairs == 2;
        if (is_field) strcpy(e->words[i], fields[usual ? i / 2 : unit_random() % 4]);
        else if (unit_random() % 2) e->words[i][number_print_int(e->words[i], number)] = 0;
        else sprintf(e->words[i], "value %u", (unsigned)(unit_random() % 1000));
        words[i] = slice_of(e->words[i]);
    }
    check(stream_append(s, e->id, e->pairs, words));
}

static void delete_one(stream *s, twin *t) {
    stream_id id = some_id(t);
    size_t i = 0;
    while (i < t->count && stream_id_compare(t->at[i].id, id)) i++;
    bool there = i < t->count;
    check(stream_has(s, id) == there);
    check(stream_delete(s, id, true) == there);
    if (there) twin_remove(t, i);
    if (there) check(stream_id_compare(s->deleted, id) >= 0);
}

static void trim_some(stream *s, twin *t) {
    bool by_length = unit_random() % 2;
    stream_trim trim = { .what = by_length ? TRIM_LENGTH : TRIM_ID, .most = t->count - t->count * (unit_random() % 20) / 100,
                         .least = some_id(t), .rough = unit_random() % 2, .newest = STREAM_ID_MOST };
    if (!by_length && t->count && unit_random() % 2) trim.least = t->at[t->count / 10].id;
    size_t before = t->count;
    uint64_t removed = stream_trim_by(s, &trim, NULL, NULL);
    for (uint64_t i = 0; i < removed; i++) {
        if (!by_length) check(stream_id_compare(t->at[0].id, trim.least) < 0);
        twin_remove(t, 0);
    }
    if (by_length) check(t->count >= trim.most || before < trim.most);
    if (!trim.rough && by_length) check(t->count <= trim.most);
    if (!trim.rough && !by_length) check(!t->count || stream_id_compare(t->at[0].id, trim.least) >= 0);
}

/* -- saving and loading ---------------------------------------------------------------------------------- */

static bytes *saved(const stream *s) {
    rdb_buffer b;
    rdb_buffer_start(&b);
    stream_type.save(s, &b.out);
    return b.text;
}

static stream *loaded(slice body, uint8_t rdb) {
    rdb_memory m;
    rdb_memory_start(&m, body);
    stream *s = stream_type.load(&m.in, rdb);
    if (s && m.rest.len) {
        stream_free(s);
        return NULL;
    }
    return s;
}

static void check_saving(const stream *s, const twin *t) {
    bytes *body = saved(s);
    stream *again = loaded(bytes_slice(body), 21);
    check(again);
    if (again) {
        bytes *second = saved(again);
        check(slice_equal(bytes_slice(body), bytes_slice(second)));
        check_all(again, t);
        check(!stream_id_compare(again->last, s->last) && again->added == s->added);
        bytes_free(second);
        stream_free(again);
    }
    bytes_free(body);
}

static void log_beside_twin(uint64_t entries, uint64_t node_bytes) {
    twin *t = calloc(1, sizeof *t);
    stream *s = stream_new();
    store_limits.stream_node_max_entries = entries;
    store_limits.stream_node_max_bytes = node_bytes;
    for (int step = 0; step < 4000; step++) {
        unsigned what = unit_random() % 100;
        if (what < 70) add_one(s, t);
        else if (what < 95) delete_one(s, t);
        else if (what < 97) trim_some(s, t);
        if (step % 97 == 0) check_all(s, t);
        if (step % 997 == 0) check_saving(s, t);
    }
    check_all(s, t);
    stream *twice = stream_type.copy(s);
    check_all(twice, t);
    while (!stream_type.free_some(twice, 3)) continue;
    while (t->count) delete_one(s, t);
    check_all(s, t);
    stream_free(s);
    free(t);
}

/* -- older formats, damage --------------------------------------------------------------------------------- */

static const char node[] =
    "\x10\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\1" "\x39\x39\0\0\0\x16\0\2\1\1\1\1\1\x81" "f\2\0\1" "\2\1\0\1\0\1\x81v\2\4\1"
    "\3\1\0\1\1\1\x81w\2\4\1" "\0\1\1\1\xdf\xff\2\1\1\x81g\2\x81x\2\6\1\xff";

static bytes *body_of(const char *head, size_t head_len, const char *tail, size_t tail_len) {
    bytes *b = bytes_copy(slice_make(head, head_len));
    bytes_append(&b, slice_make(node, sizeof node - 1));
    bytes_append(&b, slice_make(tail, tail_len));
    return b;
}

static void older_formats(void) {
    bytes *first = body_of("\1", 1, "\2\2\0\1\3grp\1\1\0\0", 12);
    stream *s = loaded(bytes_slice(first), 15);
    check(s && s->length == 2 && s->added == 2 && stream_id_is_zero(s->deleted));
    if (s) {
        const group *g = stream_group(s, SLICE("grp"));
        check(g && g->read == 1);
        stream_free(s);
    }
    check(!loaded(bytes_slice(first), 21));
    bytes_free(first);
    bytes *second = body_of("\1", 1, "\2\2\0\1\1\1\2\3\0", 9);
    s = loaded(bytes_slice(second), 19);
    check(s && s->added == 3 && s->deleted.seq == 2);
    if (s) stream_free(s);
    bytes_free(second);
    bytes *wrong_length = body_of("\1", 1, "\3\2\0\1\1\1\2\3\0", 9);
    check(!loaded(bytes_slice(wrong_length), 19));
    bytes_free(wrong_length);
    bytes *low_last = body_of("\1", 1, "\2\1\1\1\1\1\2\3\0", 9);
    check(!loaded(bytes_slice(low_last), 19));
    bytes_free(low_last);
}

static stream *with_groups(void) {
    stream *s = stream_new();
    slice words[] = { SLICE("f"), SLICE("1"), SLICE("g"), SLICE("two") };
    for (uint64_t i = 1; i <= 20; i++) stream_append(s, (stream_id){ i, 0 }, 1 + i % 2, words);
    stream_delete(s, (stream_id){ 7, 0 }, true);
    group *g = stream_group_add(s, SLICE("group"), STREAM_ID_LEAST, -1);
    consumer *a = group_consumer_add(g, SLICE("alice"), 1000), *b = group_consumer_add(g, SLICE("bob"), 1000);
    for (uint64_t i = 1; i <= 9; i++) group_give(g, (stream_id){ i, 0 }, i % 3 ? a : b, (int64_t)(2000 - i), 1);
    stream_group_add(s, SLICE("other"), s->last, 20);
    return s;
}

/* Each byte damaged in turn, and the end cut off anywhere: loaded or refused, and what is loaded can be used. */
static void damaged(void) {
    store_limits.stream_node_max_entries = 6;
    store_limits.stream_node_max_bytes = 4096;
    stream *s = with_groups();
    bytes *body = saved(s);
    stream_free(s);
    for (size_t i = 0; i < body->len; i++) {
        check(!loaded(slice_make(body->at, i), 21));
        for (int bit = 0; bit < 8; bit++) {
            body->at[i] ^= (char)(1 << bit);
            stream *got = loaded(bytes_slice(body), 21);
            body->at[i] ^= (char)(1 << bit);
            if (!got) continue;
            uint64_t seen = 0;
            for (stream_walk w = stream_walk_start(got, STREAM_ID_LEAST, STREAM_ID_MOST, true); stream_next(&w);) seen++;
            check(seen == got->length);
            while (got->length) stream_delete(got, got->first, true);
            stream_free(got);
        }
    }
    bytes_free(body);
}

/* -- groups --------------------------------------------------------------------------------------------------- */

typedef struct plain_pending { bool given; int owner; int64_t time; } plain_pending;

static void check_group(const group *g, consumer *const *all, const plain_pending *p, size_t count) {
    size_t total = 0, owned[3] = { 0 }, released = 0;
    for (size_t i = 0; i < count; i++) {
        const pending *x = group_pending(g, (stream_id){ i, 0 });
        check((x != NULL) == p[i].given);
        if (!x) continue;
        total++;
        check(x->owner == (p[i].owner < 0 ? NULL : all[p[i].owner]));
        if (p[i].owner < 0) released++;
        else owned[p[i].owner]++;
    }
    check(rax_count(g->pel) == total && g->released_count == released);
    for (int i = 0; i < 3; i++) check(rax_count(all[i]->pel) == owned[i]);
    size_t in_order = 0;
    for (const pending *x = g->oldest; x; x = x->newer, in_order++) {
        check(x->newer ? x->newer->older == x : g->newest == x);
        if (in_order < released) check(!x->owner);
        else check(x->owner && (!x->newer || x->time <= x->newer->time));
    }
    check(in_order == total);
}

static void group_beside_twin(void) {
    enum { IDS = 60 };
    stream *s = stream_new();
    group *g = stream_group_add(s, SLICE("g"), STREAM_ID_LEAST, -1);
    check(!stream_group_add(s, SLICE("g"), STREAM_ID_LEAST, -1));
    consumer *all[] = { group_consumer_add(g, SLICE("a"), 1), group_consumer_add(g, SLICE("b"), 1), group_consumer_add(g, SLICE("c"), 1) };
    plain_pending p[IDS] = { { 0 } };
    for (int step = 0; step < 5000; step++) {
        size_t i = unit_random() % IDS;
        int who = (int)(unit_random() % 3);
        int64_t when = 1 + (int64_t)(unit_random() % 500);
        pending *x = group_pending(g, (stream_id){ i, 0 });
        if (!x) {
            check(group_give(g, (stream_id){ i, 0 }, all[who], when, 1));
            p[i] = (plain_pending){ true, who, when };
        } else if (unit_random() % 3 == 0) {
            group_acknowledge(g, x);
            p[i].given = false;
        } else if (unit_random() % 3 == 0) {
            group_release(g, x);
            p[i].owner = -1;
        } else {
            check(!group_give(g, (stream_id){ i, 0 }, all[who], when, 1));
            group_regive(g, x, all[who], when);
            p[i] = (plain_pending){ true, who, when };
        }
        if (step % 50 == 0) check_group(g, all, p, IDS);
        if (step % 500 == 0) {
            bytes *body = saved(s);
            stream *again = loaded(bytes_slice(body), 21);
            check(again && rax_count(stream_group(again, SLICE("g"))->pel) == rax_count(g->pel));
            if (again) stream_free(again);
            bytes_free(body);
        }
    }
    size_t before = rax_count(g->pel), had = rax_count(all[1]->pel);
    check(group_consumer_remove(g, all[1]) == had && rax_count(g->pel) == before - had);
    check(stream_group_remove(s, SLICE("g")) && !stream_group_remove(s, SLICE("g")));
    stream_free(s);
}

/* -- words ------------------------------------------------------------------------------------------------------ */

static void ids_as_text(void) {
    stream_id id;
    bool bare;
    char room[STREAM_ID_TEXT];
    check(stream_id_parse(SLICE("12-34"), 0, &id, &bare) && id.ms == 12 && id.seq == 34 && !bare);
    check(stream_id_parse(SLICE("12"), 9, &id, &bare) && id.seq == 9 && bare);
    check(stream_id_parse(SLICE("18446744073709551615-18446744073709551615"), 0, &id, &bare));
    check(!stream_id_compare(id, STREAM_ID_MOST));
    check(stream_id_print(room, id) == 41);
    check(!stream_id_parse(SLICE("18446744073709551616-0"), 0, &id, &bare));
    static const char *const wrong[] = { "", "-", "1-", "-1", "a", "1-1-1", "1.5", "1-x", "1 ", "99999999999999999999999" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) check(!stream_id_parse(slice_of(wrong[i]), 0, &id, &bare));
    id = STREAM_ID_MOST;
    check(!stream_id_next(&id));
    id = STREAM_ID_LEAST;
    check(!stream_id_previous(&id));
    id = (stream_id){ 5, UINT64_MAX };
    check(stream_id_next(&id) && id.ms == 6 && !id.seq && stream_id_previous(&id) && id.ms == 5);
}

static void idempotence(void) {
    stream *s = stream_new();
    stream_memory *m = stream_remember(s, (stream_memory_defaults){ 10, 3 });
    stream_id id;
    for (uint64_t i = 1; i <= 4; i++) {
        char name = (char)('a' + i);
        stream_memory_add(m, SLICE("p"), slice_make(&name, 1), (stream_id){ i, 0 }, (int64_t)i * 1000);
    }
    check(m->messages == 3 && m->added == 4);
    check(!stream_memory_find(m, SLICE("p"), SLICE("b"), 4000, &id));
    check(stream_memory_find(m, SLICE("p"), SLICE("c"), 4000, &id) && id.ms == 2);
    stream_memory *twice = stream_memory_copy(m);
    check(twice->messages == 3);
    stream_memory_free(twice);
    check(!stream_memory_find(m, SLICE("p"), SLICE("c"), 12000, &id));
    check(stream_memory_find(m, SLICE("p"), SLICE("d"), 12000, &id) && id.ms == 3);
    stream_memory_add(m, SLICE("q"), SLICE("late"), (stream_id){ 9, 0 }, 50000);
    check(m->messages == 1 && rax_count(m->producers) == 1);
    stream_memory_expire(m, 99000);
    check(!m->messages && !rax_count(m->producers));
    stream_free(s);
}

int main(void) {
    size_t before = memory_used();
    ids_as_text();
    log_beside_twin(100, 4096);
    log_beside_twin(3, 0);
    log_beside_twin(0, 100);
    log_beside_twin(1, 4096);
    older_formats();
    damaged();
    group_beside_twin();
    idempotence();
    check(memory_used() == before);
    return unit_result();
}
