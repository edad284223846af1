/* test_listpack.c -- listpacks against an array of texts, known bytes, and blobs that were tampered with. */
#include "unit.h"

#include "base/memory.h"
#include "base/number.h"
#include "data/listpack.h"

enum { MODEL_MAX = 400 };
typedef struct model { bytes *at[MODEL_MAX]; size_t count; } model;

static void model_insert(model *m, size_t index, slice text) {
    memmove(m->at + index + 1, m->at + index, (m->count++ - index) * sizeof *m->at);
    m->at[index] = bytes_copy(text);
}

static void model_remove(model *m, size_t index, size_t count) {
    for (size_t i = index; i < index + count; i++) bytes_free(m->at[i]);
    memmove(m->at + index, m->at + index + count, (m->count - index - count) * sizeof *m->at);
    m->count -= count;
}

static bool holds(const listpack *lp, const model *m) {
    char room[LISTPACK_INT_TEXT];
    size_t i = 0;
    if (!listpack_validate(lp, listpack_bytes(lp), NULL, NULL) || listpack_count(lp) != m->count) return false;
    for (const uint8_t *p = listpack_first(lp); p; p = listpack_next(lp, p), i++) {
        if (i == m->count || !slice_equal(listpack_text(p, room), bytes_slice(m->at[i]))) return false;
    }
    for (const uint8_t *p = listpack_last(lp); p; p = listpack_previous(lp, p)) {
        if (i-- == 0 || !listpack_is(p, bytes_slice(m->at[i]))) return false;
    }
    return i == 0;
}

/* A text that is often a number, often at a border between two encodings. */
static slice any_text(char *room) {
    static const size_t lens[] = { 0, 1, 63, 64, 126, 127, 128, 4095, 4096, 16378, 16380 };
    uint64_t r = unit_random();
    int64_t number = (int64_t)(unit_random() >> (1 + r / 4 % 63));
    if (r % 4 < 2) return slice_make(room, (size_t)number_print_int(room, r % 4 ? -number : number));
    size_t len = r % 40 == 2 ? lens[r / 40 % (sizeof lens / sizeof *lens)] : r / 40 % 30;
    memset(room, 'a' + (int)(r / 1200 % 26), len);
    return slice_make(room, len);
}

static void change(listpack **lp, model *m, slice text) {
    uint64_t r = unit_random();
    size_t index = m->count ? r / 16 % m->count : 0;
    long signed_index = r / 16 % 2 ? (long)index : (long)index - (long)m->count;
    uint8_t *p = listpack_at(*lp, signed_index);
    check(m->count ? p != NULL : p == NULL);
    if (m->count > MODEL_MAX - 2) r = 6;
    int64_t number;
    switch (r % 8) {
    case 0: listpack_append(lp, text); model_insert(m, m->count, text); break;
    case 1: listpack_prepend(lp, text); model_insert(m, 0, text); break;
    case 2: case 3: check(listpack_is(listpack_insert(lp, p, text), text)); model_insert(m, index, text); break;
    case 4:
        if (!p) break;
        check(listpack_is(listpack_replace(lp, p, text), text));
        model_remove(m, index, 1);
        model_insert(m, index, text);
        break;
    case 5:
        if (!number_parse_int(text, &number)) break;
        if (r / 8 % 2) listpack_append_int(lp, number);
        else listpack_insert_int(lp, NULL, number);
        model_insert(m, m->count, text);
        break;
    case 6: {
        size_t most = m->count > MODEL_MAX / 2 ? m->count : 3, count = r / 64 % (most + 1);
        if (!p) break;
        if (count > m->count - index) count = m->count - index;
        if (r / 8 % 2) listpack_remove_range(lp, signed_index, count);
        else check((listpack_remove(lp, p, count) == NULL) == (index + count == m->count));
        model_remove(m, index, count);
        break;
    }
    default: {
        if (!p) break;
        listpack *rest = listpack_split(lp, p);
        check(listpack_count(*lp) == index && listpack_count(rest) == m->count - index);
        listpack_join(lp, rest);
        listpack_free(rest);
    }
    }
}

static void test_model(void) {
    static char room[20000];
    model m = { .count = 0 };
    listpack *lp = listpack_new(0);
    for (int i = 0; i < 20000; i++) {
        slice text = any_text(room);
        change(&lp, &m, text);
        check(holds(lp, &m));
        size_t before = listpack_bytes(lp);
        if (i % 64 == 0) {
            listpack_append(&lp, text);
            check(listpack_bytes(lp) == before + listpack_entry_bytes(text));
            listpack_remove(&lp, listpack_last(lp), 1);
            listpack_trim_capacity(&lp);
            listpack *copy = listpack_copy(lp);
            listpack_free(lp);
            lp = copy;
        }
    }
    model_remove(&m, 0, m.count);
    listpack_free(lp);
}

static void test_find(void) {
    char room[32];
    listpack *lp = listpack_new(4000);
    for (int i = 0; i < 1000; i++) {
        listpack_append(&lp, slice_make(room, (size_t)snprintf(room, sizeof room, i % 3 ? "name%d" : "%d", i)));
        listpack_append(&lp, slice_make(room, (size_t)snprintf(room, sizeof room, "%d", i + 1)));
    }
    for (int i = 0; i < 1000; i++) {
        slice text = slice_make(room, (size_t)snprintf(room, sizeof room, i % 3 ? "name%d" : "%d", i));
        uint8_t *p = listpack_find(lp, listpack_first(lp), text, 1);
        check(p && p == listpack_at(lp, i * 2));
        check(listpack_get(listpack_next(lp, p)).number == i + 1);
    }
    check(!listpack_find(lp, listpack_first(lp), SLICE("1000"), 1));
    check(listpack_find(lp, listpack_first(lp), SLICE("1000"), 0) != NULL);
    check(!listpack_find(lp, listpack_first(lp), SLICE(""), 0));
    check(!listpack_find(lp, listpack_first(lp), SLICE("01"), 0));
    listpack_free(lp);
}

/* The encodings of persistence.md 4.1, as real servers write them. */
static void test_bytes(void) {
    static const struct { const char *text; size_t len; const char *bytes; size_t bytes_len; } known[] = {
        { "0", 1, "\x00\x01", 2 }, { "127", 3, "\x7f\x01", 2 }, { "128", 3, "\xc0\x80\x02", 3 },
        { "-1", 2, "\xdf\xff\x02", 3 }, { "-4096", 5, "\xd0\x00\x02", 3 }, { "4095", 4, "\xcf\xff\x02", 3 },
        { "4096", 4, "\xf1\x00\x10\x03", 4 }, { "-4097", 5, "\xf1\xff\xef\x03", 4 },
        { "-32769", 6, "\xf2\xff\x7f\xff\x04", 5 }, { "-8388609", 8, "\xf3\xff\xff\x7f\xff\x05", 6 },
        { "2147483648", 10, "\xf4\x00\x00\x00\x80\x00\x00\x00\x00\x09", 10 }, { "", 0, "\x80\x01", 2 },
        { "01", 2, "\x82\x30\x31\x03", 4 }, { "-0", 2, "\x82-0\x03", 4 }, { "a", 1, "\x81\x61\x02", 3 },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        listpack *lp = listpack_new(0);
        listpack_append(&lp, slice_make(known[i].text, known[i].len));
        check(listpack_bytes(lp) == known[i].bytes_len + 7);
        check(!memcmp(listpack_first(lp), known[i].bytes, known[i].bytes_len));
        listpack_free(lp);
    }
}

static void test_back_lengths(void) {
    static const struct { size_t body; const char *back; size_t len; } known[] = {
        { 16382, "\x7f\xfe", 2 }, { 16383, "\x00\xff\xff", 3 }, { 16384, "\x01\x80\x80", 3 }, { 2097151, "", 4 },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        bytes *text = bytes_new(0);
        bytes_resize(&text, known[i].body - 5);
        listpack *lp = listpack_new(0);
        listpack_append(&lp, bytes_slice(text));
        check(listpack_bytes(lp) == known[i].body + known[i].len + 7);
        check(!memcmp(lp + 6 + known[i].body, known[i].back, strlen(known[i].back)));
        check(listpack_validate(lp, listpack_bytes(lp), NULL, NULL) && listpack_last(lp) == listpack_first(lp));
        listpack_free(lp);
        bytes_free(text);
    }
}

/* More elements than the header can count. */
static void test_many(void) {
    listpack *lp = listpack_new(0);
    for (int i = 0; i < 70000; i++) listpack_append_int(&lp, i % 100);
    check(listpack_count(lp) == 70000 && listpack_validate(lp, listpack_bytes(lp), NULL, NULL));
    check(listpack_get(listpack_at(lp, -1)).number == 99 && listpack_get(listpack_at(lp, 69000)).number == 0);
    listpack_remove_range(&lp, 10, 69980);
    check(listpack_count(lp) == 20 && listpack_footprint(lp) < 256);
    check(listpack_validate(lp, listpack_bytes(lp), NULL, NULL));
    listpack_free(lp);
}

static bool refuse_third(const uint8_t *p, size_t index, void *context) {
    (void)p;
    ++*(int *)context;
    return index != 2;
}

/* Whatever validate accepts can be walked both ways and re-read without touching anything outside the block. */
static void test_tampered(void) {
    static char room[20000];
    for (int round = 0; round < 20000; round++) {
        listpack *lp = listpack_new(0);
        for (size_t i = unit_random() % 8; i > 0; i--) listpack_append(&lp, any_text(room));
        size_t len = listpack_bytes(lp), wanted = unit_random() % 8 ? len : unit_random() % (len + 1);
        uint8_t *block = memory_alloc(wanted);
        memcpy(block, lp, wanted);
        for (size_t i = unit_random() % 4; i > 0 && wanted; i--) block[unit_random() % wanted] = (uint8_t)unit_random();
        if (unit_random() % 2 && wanted > 4) memcpy(block, &(uint32_t){ (uint32_t)wanted }, 4);
        if (listpack_validate(block, wanted, NULL, NULL)) {
            size_t count = 0, back = 0;
            for (uint8_t *p = listpack_first(block); p; p = listpack_next(block, p)) {
                slice text = listpack_text(p, room);
                check((uint8_t *)text.at == (uint8_t *)room || (uint8_t *)text.at + text.len < block + wanted);
                count++;
            }
            for (uint8_t *p = listpack_last(block); p; p = listpack_previous(block, p)) back++;
            check(count == back && count == listpack_count(block));
        }
        memory_free(block, wanted);
        listpack_free(lp);
    }
    listpack *lp = listpack_new(0);
    for (int i = 0; i < 5; i++) listpack_append_int(&lp, i);
    int calls = 0;
    check(!listpack_validate(lp, listpack_bytes(lp), refuse_third, &calls) && calls == 3);
    listpack_free(lp);
}

int main(void) {
    size_t used = memory_used();
    test_bytes();
    test_back_lengths();
    test_model();
    test_find();
    test_many();
    test_tampered();
    check(memory_used() == used);
    return unit_result();
}
