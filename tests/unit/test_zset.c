/* Sorted sets against a naive twin: an unsorted array of members and scores. */
#include "base/memory.h"
#include "base/number.h"
#include "store/limits.h"
#include "store/zset.h"
#include "unit.h"

enum { MEMBERS = 400, STEPS = 60000 };

typedef struct twin { bool there[MEMBERS]; double score[MEMBERS]; size_t count; } twin;

/* Short words, numbers, and words too long for a small set: the longer ones only where the set is a tree. */
static slice name_of(int i, char *room) {
    if (i % 3 == 0) return slice_make(room, (size_t)sprintf(room, "%d", i - 100));
    if (i % 50 == 1) return slice_make(room, (size_t)sprintf(room, "%0300d", i));
    return slice_make(room, (size_t)sprintf(room, "word:%d", i));
}

static bool before(const twin *t, int a, int b) {
    char first[320], second[320];
    if (t->score[a] != t->score[b]) return t->score[a] < t->score[b];
    return slice_compare(name_of(a, first), name_of(b, second)) < 0;
}

static size_t twin_rank(const twin *t, int member) {
    size_t rank = 0;
    for (int i = 0; i < MEMBERS; i++) rank += t->there[i] && i != member && before(t, i, member);
    return rank;
}

static size_t twin_in(const twin *t, const zset_scores *r) {
    size_t n = 0;
    for (int i = 0; i < MEMBERS; i++) {
        double s = t->score[i];
        n += t->there[i] && (r->min_open ? s > r->min : s >= r->min) && (r->max_open ? s < r->max : s <= r->max);
    }
    return n;
}

static void check_order(const zset *z, const twin *t) {
    zset_walk w;
    size_t n = 0;
    char last[320];
    slice previous = { NULL, 0 };
    double score = 0;
    for (bool more = zset_seek(&w, z, 0); more; more = zset_next(&w), n++) {
        if (previous.at) check(score < w.score || (score == w.score && slice_compare(previous, w.member) < 0));
        memcpy(last, w.member.at, w.member.len);
        previous = slice_make(last, w.member.len);
        score = w.score;
    }
    check(n == t->count && zset_count(z) == n);
    for (bool more = n && zset_seek(&w, z, n - 1); more; more = zset_previous(&w)) n--;
    check(n == 0);
    for (zset_walk any = zset_start(z); zset_each(&any);) n++;
    check(n == t->count);
}

static void add_one(zset *z, twin *t, int member) {
    char room[320];
    unsigned how = (unsigned)(unit_random() % 32);
    double step = (double)(unit_random() % 40) / (unit_random() % 2 ? 1 : 8) - 10, score = step, old = t->score[member];
    enum zset_outcome outcome = zset_add(z, name_of(member, room), &score, how), expected = ZSET_REFUSED;
    bool found = t->there[member];
    double fresh = found && how & ZSET_INCREMENT ? old + step : step;
    bool refused = found ? how & ZSET_IF_NEW || (how & ZSET_IF_GREATER && fresh <= old) || (how & ZSET_IF_LESS && fresh >= old)
                         : how & ZSET_IF_PRESENT;
    if (!refused) expected = !found ? ZSET_ADDED : fresh == old ? ZSET_SAME : ZSET_UPDATED;
    check(outcome == expected);
    if (refused) return;
    check(score == fresh);
    t->count += !found;
    t->there[member] = true;
    t->score[member] = fresh;
}

static void look_up(const zset *z, const twin *t, int member) {
    char room[320];
    double score = 0, again = 0;
    size_t rank = 0;
    slice name = name_of(member, room);
    check(zset_score(z, name, &score) == t->there[member]);
    check(zset_rank(z, name, &rank, &again) == t->there[member]);
    if (!t->there[member]) return;
    check(score == t->score[member] && again == score && rank == twin_rank(t, member));
    zset_walk w;
    check(zset_seek(&w, z, rank) && slice_equal(w.member, name) && w.score == score);
    check(!zset_seek(&w, z, t->count));
}

static void remove_span(zset *z, twin *t, zset_span span) {
    char room[320];
    bool gone[MEMBERS] = { false };
    for (int i = 0; i < MEMBERS; i++) {
        size_t rank = t->there[i] ? twin_rank(t, i) : SIZE_MAX;
        gone[i] = rank >= span.from && rank < span.to;
    }
    zset_remove_span(z, span);
    for (int i = 0; i < MEMBERS; i++) {
        double score;
        if (!gone[i]) continue;
        t->there[i] = false;
        t->count--;
        check(!zset_score(z, name_of(i, room), &score));
    }
}

static void ranges(zset *z, twin *t) {
    zset_scores r = { (double)(unit_random() % 50) - 15, (double)(unit_random() % 50) - 15, unit_random() % 2, unit_random() % 2 };
    zset_span s = zset_span_scores(z, &r);
    check(s.to - s.from == twin_in(t, &r));
    if (s.to > s.from && s.to - s.from < 4 && unit_random() % 8 == 0) remove_span(z, t, s);
}

static zset *twin_copy(zset *z, const twin *t) {
    zset *other = zset_type.copy(z);
    digest first = { { 0 } }, second = { { 0 } };
    zset_type.digest(z, &first);
    zset_type.digest(other, &second);
    check(!memcmp(&first, &second, sizeof first));
    check(zset_type.size(z, 0) > 0 && zset_type.length(other) == t->count);
    size_t budget = unit_random() % 2 ? 1 : 50, most = zset_type.effort(z) + 1;
    for (; !zset_type.free_some(z, budget); most--) check(most && zset_count(z) > 0);
    return other;
}

static void live(uint64_t entries) {
    char room[320];
    store_limits.zset_max_listpack_entries = entries;
    store_limits.zset_max_listpack_value = 64;
    int members = entries ? (int)entries : MEMBERS;
    zset *z = zset_new();
    zset_expect(z, 1, 0);
    twin *t = calloc(1, sizeof *t);
    for (int step = 0; step < STEPS / (entries ? 4 : 10); step++) {
        int member = (int)(unit_random() % (uint64_t)members);
        if (entries && member % 50 == 1) member++;
        switch (unit_random() % 8) {
        case 0:
            check(zset_remove(z, name_of(member, room)) == t->there[member]);
            t->count -= t->there[member];
            t->there[member] = false;
            break;
        case 1: ranges(z, t); break;
        case 2: look_up(z, t, member); break;
        default: add_one(z, t, member);
        }
        if (step % 97 == 0) check_order(z, t);
        if (step % 1009 == 0) z = twin_copy(z, t);
    }
    check(zset_packed(z) == (entries != 0));
    check_order(z, t);
    zset_free(z);
    free(t);
}

static void grow(void) {
    store_limits.zset_max_listpack_entries = 128;
    zset *z = zset_new();
    char room[32];
    for (int i = 0; i < 1000; i++) {
        double score = i % 7;
        check(zset_add(z, slice_make(room, (size_t)sprintf(room, "%d", i)), &score, 0) == ZSET_ADDED);
        check(zset_packed(z) == (i < 128));
    }
    zset_members r = { { "5", 1 }, { "6", 1 }, ZSET_CLOSED, ZSET_OPEN };
    zset_remove_span(z, (zset_span){ 143, 1000 });
    zset_span s = zset_span_members(z, &r);
    size_t n = 0;
    for (int i = 0; i < 1000; i += 7) n += sprintf(room, "%d", i) > 0 && room[0] == '5';
    check(s.to - s.from == n);
    uint64_t cursor = 0;
    do z = zset_type.defragment(z, &cursor); while (cursor);
    check(zset_count(z) == 143);
    zset_free(z);
}

int main(void) {
    live(0);
    live(40);
    grow();
    check(memory_used() == 0);
    return unit_result();
}
