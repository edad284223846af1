#include "fuzz/mutate.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SEEDS_MAX = 512, INPUT_MAX = 1 << 16, SECONDS = 6 };

typedef struct {
    uint8_t *at;
    size_t size;
} text;

typedef struct {
    mutate_target target;
    text seeds[SEEDS_MAX];
    size_t count;
    uint64_t state;
    long tried, seconds;
    bool keep;
    uint8_t room[INPUT_MAX];
} mutator;

static uint64_t draw(mutator *m, uint64_t limit) {
    m->state ^= m->state << 13;
    m->state ^= m->state >> 7;
    m->state ^= m->state << 17;
    return limit ? m->state % limit : 0;
}

static bool file_read(const char *path, text *out) {
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    *out = (text){.at = malloc(INPUT_MAX)};
    if (out->at) out->size = fread(out->at, 1, INPUT_MAX, file);
    fclose(file);
    return out->at != NULL;
}

static int name_order(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* The folder's files in order of their names, so that a seed means the same on every machine. */
static void corpus_read(mutator *m, const char *folder) {
    char *names[SEEDS_MAX], path[512];
    size_t count = 0;
    DIR *listing = opendir(folder);
    for (struct dirent *each; listing && count < SEEDS_MAX && (each = readdir(listing));)
        if (each->d_name[0] != '.' && (names[count] = strdup(each->d_name))) count++;
    if (listing) closedir(listing);
    if (count) qsort(names, count, sizeof *names, name_order);
    for (size_t i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        if (file_read(path, &m->seeds[m->count])) m->count++;
        free(names[i]);
    }
}

/* In memory of exactly its size, so that a sanitizer sees a step too far. */
static void input_try(mutator *m, const uint8_t *data, size_t size) {
    uint8_t *exact = malloc(size ? size : 1);
    FILE *file = m->keep ? fopen("fuzz-last", "wb") : NULL;
    if (!exact) abort();
    if (size) memcpy(exact, data, size);
    if (file) {
        fwrite(data, 1, size, file);
        fclose(file);
    }
    m->target(exact, size);
    m->tried++;
    free(exact);
}

/* Room for some bytes more at a place, or so many fewer; returns the new size. */
static size_t shift(mutator *m, size_t size, size_t at, size_t take, size_t give) {
    if (take > size - at) take = size - at;
    if (size - take + give > INPUT_MAX) return size;
    memmove(m->room + at + give, m->room + at + take, size - at - take);
    return size - take + give;
}

static size_t splice(mutator *m, size_t size, size_t at) {
    const text *other = &m->seeds[draw(m, m->count)];
    if (!other->size) return size;
    size_t from = draw(m, other->size), length = 1 + draw(m, other->size - from), grown;
    grown = shift(m, size, at, draw(m, 2) ? length : 0, length);
    if (at + length <= grown) memcpy(m->room + at, other->at + from, length);
    return grown;
}

static size_t spoil(mutator *m, size_t size) {
    static const uint8_t liked[] = {0,    1,    2,    0x3f, 0x40, 0x7f, 0x80, 0x81, 0xbf, 0xc0, 0xc1, 0xc2, 0xc3,
                                    0xe0, 0xef, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xfa, 0xfb, 0xfe, 0xff, '\r', '\n'};
    size_t at = draw(m, size + 1), length = 1 + draw(m, 8);
    switch (draw(m, 8)) {
    case 0: return shift(m, size, at, length, 0);
    case 1: return splice(m, size, at);
    case 2: return draw(m, size + 1);
    case 3:
        size = shift(m, size, at, 0, length);
        for (size_t i = 0; i < length && at + i < size; i++) m->room[at + i] = (uint8_t)draw(m, 256);
        return size;
    case 4:
        for (size_t i = 0; i < length && at + i < size; i++) m->room[at + i] = draw(m, 2) ? 0xff : 0;
        return size;
    case 5:
        if (at < size) m->room[at] = (uint8_t)(m->room[at] + draw(m, 9) - 4);
        return size;
    case 6:
        if (at < size) m->room[at] = liked[draw(m, sizeof liked)];
        return size;
    default:
        if (at < size) m->room[at] ^= (uint8_t)(1 << draw(m, 8));
        return size;
    }
}

static void round_run(mutator *m) {
    const text *seed = &m->seeds[draw(m, m->count)];
    size_t size = seed->size;
    memcpy(m->room, seed->at, size);
    for (uint64_t times = 1 + draw(m, draw(m, 4) ? 4 : 20); times; times--) size = spoil(m, size);
    input_try(m, m->room, size);
}

static int files_try(mutator *m, char **paths, int count) {
    text one;
    for (int i = 0; i < count; i++) {
        if (!file_read(paths[i], &one)) return 1;
        input_try(m, one.at, one.size);
        free(one.at);
    }
    return 0;
}

int mutate_main(int argc, char **argv, const char *folder, mutate_target target) {
    static mutator m;
    int at = 1;
    m.target = target;
    m.seconds = SECONDS;
    m.state = 1;
    for (; at + 1 < argc && !strncmp(argv[at], "--", 2); at += 2) {
        if (!strcmp(argv[at], "--seed")) m.state = strtoull(argv[at + 1], NULL, 10);
        if (!strcmp(argv[at], "--seconds")) m.seconds = atol(argv[at + 1]);
        if (!strcmp(argv[at], "--keep")) m.keep = true;
    }
    if (at < argc) return files_try(&m, argv + at, argc - at);
    m.state = m.state * 0x9E3779B97F4A7C15u + 1;
    corpus_read(&m, folder);
    if (!m.count) {
        fprintf(stderr, "no corpus in %s\n", folder);
        return 1;
    }
    for (size_t i = 0; i < m.count; i++) input_try(&m, m.seeds[i].at, m.seeds[i].size);
    for (time_t end = time(NULL) + m.seconds; time(NULL) < end;)
        for (int i = 0; i < 100; i++) round_run(&m);
    for (size_t i = 0; i < m.count; i++) free(m.seeds[i].at);
    printf("%ld passed, 0 failed\n", m.tried);
    return 0;
}
