/* fuzz_request.c -- bytes for the request parser.
 *
 * Whatever arrives, the requests found in it must not depend on how the network cut it into pieces; and what was sent
 * well formed must be found as it was sent. With libFuzzer: clang -fsanitize=fuzzer,address -DLIBFUZZER
 * (fuzz/README.md). Otherwise `main` makes the bytes: `fuzz_request [SEED [ROUNDS]]`. */
#include "base/memory.h"
#include "server/request.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What was found: the words of all requests, each with its length, and how it ended. */
typedef struct {
    char *at;
    size_t used, room;
    const char *malformed;
} finding;

static uint64_t state;

static uint64_t random_next(void) {
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

static void finding_add(finding *f, const void *data, size_t length) {
    if (f->used + length > f->room) {
        f->room = 2 * (f->used + length) + 64;
        f->at = realloc(f->at, f->room);
        if (!f->at) abort();
    }
    if (length) memcpy(f->at + f->used, data, length);
    f->used += length;
}

static void finding_request(finding *f, const argv_arena *arena, size_t at, int argc) {
    finding_add(f, &argc, sizeof argc);
    for (int i = 0; i < argc; i++) {
        slice word = arena->at[at + (size_t)i];
        finding_add(f, &word.len, sizeof word.len);
        finding_add(f, word.at, word.len);
    }
}

/* Parses all that the client's buffer holds. */
static void parse_buffer(client *k, argv_arena *arena, finding *f) {
    int argc = 0;
    size_t argv = 0;
    enum parsed p;
    while ((p = request_parse(k, arena, &argc, &argv)) == PARSED) {
        finding_request(f, arena, argv, argc);
        k->parsed = k->looked;
        request_done(k);
    }
    if (p == MALFORMED) f->malformed = k->malformed;
    request_arena_reset(arena);
    k->parsed = k->looked;
}

/* Feeds the bytes in pieces, each time in a buffer of exactly the size needed so that a sanitizer sees every step too
 * far. */
static finding parse_pieces(const uint8_t *data, size_t size, unsigned flags, size_t longest_piece) {
    finding f = {0};
    client k = {.flags = flags, .connection = -1};
    argv_arena arena = {0};
    for (size_t fed = 0; fed < size && !f.malformed;) {
        size_t piece = longest_piece ? 1 + (size_t)(random_next() % longest_piece) : size;
        if (piece > size - fed) piece = size - fed;
        size_t missing;
        char *room = request_room(&k, &missing);
        if (room) {
            if (piece > missing) piece = missing;
            memcpy(room, data + fed, piece);
            request_arrived(&k, piece);
            fed += piece;
            parse_buffer(&k, &arena, &f);
            continue;
        }
        size_t left = k.query_len - k.parsed;
        char *buffer = malloc(left + piece);
        if (!buffer) abort();
        if (left) memcpy(buffer, k.query + k.parsed, left);
        memcpy(buffer + left, data + fed, piece);
        free(k.query);
        k.query = buffer;
        k.query_len = left + piece;
        k.parsed = k.looked = 0;
        fed += piece;
        parse_buffer(&k, &arena, &f);
    }
    request_forget(&k);
    free(k.query);
    request_arena_free(&arena);
    return f;
}

static bool findings_agree(const finding *a, const finding *b) {
    bool same = a->used == b->used && (!a->used || !memcmp(a->at, b->at, a->used)) && !a->malformed == !b->malformed;
    return same && (!a->malformed || !strcmp(a->malformed, b->malformed));
}

static void must(bool fact, const char *what, const uint8_t *data, size_t size) {
    if (fact) return;
    fprintf(stderr, "%s, for these %zu bytes:\n", what, size);
    for (size_t i = 0; i < size; i++) fprintf(stderr, "\\x%02x", data[i]);
    fputc('\n', stderr);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const unsigned kinds[] = {0, CLIENT_AUTHENTICATED | CLIENT_MASTER};
    state = size * 0x9E3779B97F4A7C15u + 1;
    for (size_t i = 0; i < size; i++) state = state * 31 + data[i] + 1;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        finding whole = parse_pieces(data, size, kinds[i], 0), cut = parse_pieces(data, size, kinds[i], 1 + size / 4),
                bytewise = parse_pieces(data, size, kinds[i], 1);
        must(findings_agree(&whole, &cut) && findings_agree(&whole, &bytewise), "pieces made a difference", data, size);
        free(whole.at);
        free(cut.at);
        free(bytewise.at);
    }
    return 0;
}

#ifndef LIBFUZZER
/* Adds one well-formed request and what must be found of it. */
static void request_make(finding *raw, finding *wanted) {
    char line[64];
    int argc = 1 + (int)(random_next() % 8);
    finding_add(raw, line, (size_t)snprintf(line, sizeof line, "*%d\r\n", argc));
    finding_add(wanted, &argc, sizeof argc);
    for (int i = 0; i < argc; i++) {
        char text[300];
        size_t length = (size_t)(random_next() % (random_next() % 8 ? 12 : sizeof text));
        for (size_t k = 0; k < length; k++) text[k] = (char)random_next();
        finding_add(raw, line, (size_t)snprintf(line, sizeof line, "$%zu\r\n", length));
        finding_add(raw, text, length);
        finding_add(raw, "\r\n", 2);
        finding_add(wanted, &length, sizeof length);
        finding_add(wanted, text, length);
    }
}

/* A few bytes changed, taken away or doubled. */
static void spoil(finding *raw) {
    static const char liked[] = "*$0123456789-\r\n\"'\\ xaPING";
    for (uint64_t times = random_next() % 6; times && raw->used; times--) {
        size_t at = (size_t)(random_next() % raw->used);
        switch (random_next() % 4) {
        case 0: raw->at[at] = (char)random_next(); break;
        case 1: raw->at[at] = liked[random_next() % (sizeof liked - 1)]; break;
        case 2: memmove(raw->at + at, raw->at + at + 1, --raw->used - at); break;
        default:
            finding_add(raw, "x", 1);
            memmove(raw->at + at + 1, raw->at + at, raw->used - 1 - at);
            break;
        }
    }
}

static void inline_make(finding *raw) {
    static const char liked[] = "abc \t\"'\\x4n\r09";
    for (uint64_t length = random_next() % 40; length; length--)
        finding_add(raw, &liked[random_next() % (sizeof liked - 1)], 1);
    finding_add(raw, "\r\n", 2);
}

static void round_run(uint64_t seed) {
    finding raw = {0}, wanted = {0};
    state = seed * 0x9E3779B97F4A7C15u + 1;
    for (uint64_t requests = random_next() % 5; requests; requests--) request_make(&raw, &wanted);
    finding found = parse_pieces((uint8_t *)raw.at, raw.used, CLIENT_AUTHENTICATED | CLIENT_MASTER, 0);
    must(findings_agree(&found, &wanted), "a good request was not found as it was sent", (uint8_t *)raw.at, raw.used);
    free(found.at);
    if (random_next() % 2) inline_make(&raw);
    spoil(&raw);
    LLVMFuzzerTestOneInput((uint8_t *)raw.at, raw.used);
    free(raw.at);
    free(wanted.at);
}

int main(int argc, char **argv) {
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    long rounds = argc > 2 ? atol(argv[2]) : 20000;
    for (long i = 0; i < rounds; i++) round_run(seed + (uint64_t)i);
    printf("%ld passed, 0 failed\n", rounds);
    return 0;
}
#endif
