/* geo.c -- places in sorted sets: a member's score is its geohash (behaviour.md section 26). Searches are in geo_search.c. */
#include "commands/geo.h"
#include "base/memory.h"
#include "base/number.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include <stdio.h>

bool geo_parse_point(call *c, int at, geohash_point *out) {
    if (!arg_double(c, c->argv[at], &out->longitude) || !arg_double(c, c->argv[at + 1], &out->latitude)) return false;
    if (geohash_valid(*out)) return true;
    reply_errorf(c, "ERR invalid longitude,latitude pair %f,%f", out->longitude, out->latitude);
    return false;
}

bool geo_parse_unit(call *c, slice word, double *metres) {
    static const struct { const char *word; double metres; } units[] = { { "m", 1 }, { "km", 1000 }, { "ft", 0.3048 }, { "mi", 1609.34 } };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        *metres = units[i].metres;
        if (slice_is(word, units[i].word)) return true;
    }
    reply_error(c, "ERR unsupported unit provided. please use M, KM, FT, MI");
    return false;
}

/* A score that GEOADD has not written: below zero it wraps around, and of what 64 bits cannot hold little is left. */
static uint64_t hash_of_score(double score) {
    if (score < 0) return score >= -0x1p63 ? (uint64_t)(int64_t)score : (uint64_t)1 << 63;
    return score < 0x1p64 ? (uint64_t)score : 0;
}

bool geo_point_of(const zset *z, slice member, geohash_point *out) {
    double score;
    if (!zset_score(z, member, &score)) return false;
    *out = geohash_decode(hash_of_score(score));
    return true;
}

void geo_reply_distance(call *c, double distance) {
    char text[64];
    reply_bulk(c, slice_make(text, (size_t)snprintf(text, sizeof text, "%.4f", distance)));
}

void geo_reply_point(call *c, geohash_point p) {
    reply_array(c, 2);
    reply_double(c, p.longitude);
    reply_double(c, p.latitude);
}

/* -- GEOADD --------------------------------------------------------------------------------------- */

typedef struct adding { unsigned how; bool count_changes; int first; } adding;

static bool geoadd_parse(call *c, adding *a) {
    for (a->first = 2; a->first < c->argc; a->first++) {
        slice word = c->argv[a->first];
        if (slice_is(word, "nx")) a->how |= ZSET_IF_NEW;
        else if (slice_is(word, "xx")) a->how |= ZSET_IF_PRESENT;
        else if (slice_is(word, "ch")) a->count_changes = true;
        else break;
    }
    bool both = a->how & ZSET_IF_NEW && a->how & ZSET_IF_PRESENT;
    if (!both && (c->argc - a->first) % 3 == 0) return true;
    reply_syntax_error(c);
    return false;
}

static bool read_scores(call *c, const adding *a, double *scores) {
    for (int at = a->first; at < c->argc; at += 3) {
        geohash_point p;
        if (!geo_parse_point(c, at, &p)) return false;
        *scores++ = (double)geohash_encode(p);
    }
    return true;
}

/* As the log has it: the same options, with scores instead of places. */
static void propagate_zadd(call *c, const adding *a, const double *scores, size_t places) {
    size_t argc = (size_t)a->first + 2 * places;
    slice *argv = memory_alloc(argc * sizeof *argv);
    char *rooms = memory_alloc(places * NUMBER_INT_TEXT);
    argv[0] = SLICE("zadd");
    for (int i = 1; i < a->first; i++) argv[i] = c->argv[i];
    for (size_t i = 0; i < places; i++) {
        char *room = rooms + i * NUMBER_INT_TEXT;
        argv[(size_t)a->first + 2 * i] = slice_make(room, (size_t)number_print_int(room, (int64_t)scores[i]));
        argv[(size_t)a->first + 2 * i + 1] = c->argv[a->first + 3 * (int)i + 2];
    }
    propagate_as(c, (int)argc, argv);
    memory_free(rooms, places * NUMBER_INT_TEXT);
    memory_free(argv, argc * sizeof *argv);
}

static void add_places(call *c, const adding *a, double *scores, size_t places) {
    void *value;
    int64_t added = 0, updated = 0;
    if (a->how & ZSET_IF_PRESENT) {
        if (!keyspace_edit(c, c->argv[1], &zset_type, &value)) return;
        if (!value) {
            reply_int(c, 0);
            return;
        }
    } else if (!(value = keyspace_open(c, c->argv[1], &zset_type))) {
        return;
    }
    zset_expect(value, places, 0);
    for (size_t i = 0; i < places; i++) {
        double score = scores[i];
        enum zset_outcome outcome = zset_add(value, c->argv[a->first + 3 * (int)i + 2], &score, a->how);
        added += outcome == ZSET_ADDED;
        updated += outcome == ZSET_UPDATED;
    }
    if (added || updated) {
        changed_by(c, added + updated, c->argv[1], NOTIFY_ZSET, "zadd");
        propagate_zadd(c, a, scores, places);
    }
    reply_int(c, a->count_changes ? added + updated : added);
}

static void geoadd(call *c) {
    adding a = { 0 };
    if (!geoadd_parse(c, &a)) return;
    size_t places = (size_t)(c->argc - a.first) / 3;
    if (!places) {
        reply_syntax_error(c);
        return;
    }
    double *scores = memory_alloc(places * sizeof *scores);
    if (read_scores(c, &a, scores)) add_places(c, &a, scores, places);
    memory_free(scores, places * sizeof *scores);
}

/* -- reading -------------------------------------------------------------------------------------- */

static void geodist(call *c) {
    void *value;
    double metres = 1;
    geohash_point from, to;
    if (c->argc > 5) {
        reply_syntax_error(c);
        return;
    }
    if (c->argc == 5 && !geo_parse_unit(c, c->argv[4], &metres)) return;
    if (!keyspace_get(c, c->argv[1], &zset_type, &value)) return;
    if (value && geo_point_of(value, c->argv[2], &from) && geo_point_of(value, c->argv[3], &to)) {
        geo_reply_distance(c, geohash_distance(from, to) / metres);
    } else {
        reply_null(c);
    }
}

static void geohash(call *c) {
    void *value;
    char text[GEOHASH_TEXT];
    geohash_point p;
    if (!keyspace_get(c, c->argv[1], &zset_type, &value)) return;
    reply_array(c, c->argc - 2);
    for (int i = 2; i < c->argc; i++) {
        if (!value || !geo_point_of(value, c->argv[i], &p)) {
            reply_null(c);
            continue;
        }
        geohash_text(text, p);
        reply_bulk(c, slice_make(text, sizeof text));
    }
}

static void geopos(call *c) {
    void *value;
    geohash_point p;
    if (!keyspace_get(c, c->argv[1], &zset_type, &value)) return;
    reply_array(c, c->argc - 2);
    for (int i = 2; i < c->argc; i++) {
        if (value && geo_point_of(value, c->argv[i], &p)) geo_reply_point(c, p);
        else reply_null_array(c);
    }
}

static const command commands[] = {
    { "geoadd", geoadd, WRITE | DENYOOM, KEY_CHANGE,
      "@key [condition: NX | XX]^6.2.0 [(change: CH)]^6.2.0 (data: %longitude %latitude member) ...", "3.2.0",
      "O(log(N)) for each item added, where N is the number of elements in the sorted set.", "Adds places.", .arity = -5 },
    { "geodist", geodist, READ, KEY_READ, "@key member1 member2 [unit: M | KM | FT | MI]", "3.2.0", "O(1)",
      "Tells how far two places are from each other." },
    { "geohash", geohash, READ, KEY_READ, "@key [member ...]", "3.2.0", "O(1) for each member requested.",
      "Gives places as geohash texts." },
    { "geopos", geopos, READ, KEY_READ, "@key [member ...]", "3.2.0", "O(1) for each member requested.",
      "Gives longitude and latitude of places." },
    { 0 }
};

const feature geo = { .name = "geo", .commands = commands };
