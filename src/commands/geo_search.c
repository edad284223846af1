/* geo_search.c -- places in a circle, a box or a polygon: GEOSEARCH and the older GEORADIUS forms. */
#include "base/memory.h"
#include "base/number.h"
#include "base/sort.h"
#include "commands/geo.h"
#include "commands/zsets.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"

enum form { GEORADIUS, GEORADIUS_BY_MEMBER, GEOSEARCH, GEOSEARCHSTORE };

typedef struct search {
    enum form form;
    bool read_only;                         /* the _RO forms */
    int first;                              /* where the options begin */
    slice source, target;                   /* target.at NULL: the result is replied */
    const zset *zset;                       /* NULL: the key is missing */
    bool from, shape;                       /* which of them have been given */
    geohash_area area;
    geohash_point *vertices;
    double unit;                            /* metres */
    bool with_distance, with_hash, with_place, store_distance;
    bool any;
    int64_t count;                          /* 0: all */
    enum { ANY_ORDER, NEAREST, FARTHEST } order;
} search;

/* -- arguments ------------------------------------------------------------------------------------ */

static bool read_length(call *c, slice s, double *out, const char *what, const char *negative) {
    if (!number_parse_double(s, out)) return reply_errorf(c, "ERR need numeric %s", what), false;
    if (*out < 0) return reply_error(c, negative), false;
    return true;
}

static bool read_radius(call *c, search *s, int at) {
    s->shape = true;
    s->area.kind = GEOHASH_CIRCLE;
    if (!read_length(c, c->argv[at], &s->area.radius, "radius", "ERR radius cannot be negative")) return false;
    if (!geo_parse_unit(c, c->argv[at + 1], &s->unit)) return false;
    s->area.radius *= s->unit;
    return true;
}

static bool read_box(call *c, search *s, int at) {
    static const char negative[] = "ERR height or width cannot be negative";
    s->shape = true;
    s->area.kind = GEOHASH_BOX;
    if (!number_parse_double(c->argv[at], &s->area.width)) return reply_error(c, "ERR need numeric width"), false;
    if (!number_parse_double(c->argv[at + 1], &s->area.height)) return reply_error(c, "ERR need numeric height"), false;
    if (s->area.width < 0 || s->area.height < 0) return reply_error(c, negative), false;
    if (!geo_parse_unit(c, c->argv[at + 2], &s->unit)) return false;
    s->area.width *= s->unit;
    s->area.height *= s->unit;
    return true;
}

/* Vertices from argv[at]; *end is where they end. */
static bool read_polygon(call *c, search *s, int at, int *end) {
    int64_t n;
    if (!arg_int(c, c->argv[at], &n)) return false;
    if (n < 3) return reply_errorf(c, "ERR %.*s BYPOLYGON must have at least 3 vertices", SLICE_ARGS(c->argv[0])), false;
    if (n > (c->argc - at - 1) / 2) return reply_syntax_error(c), false;
    s->vertices = memory_alloc((size_t)n * sizeof *s->vertices);
    s->area = (geohash_area){ .kind = GEOHASH_POLYGON, .vertices = s->vertices, .vertex_count = (size_t)n };
    for (int i = 0; i < n; i++) if (!geo_parse_point(c, at + 1 + 2 * i, &s->vertices[i])) return false;
    s->area.centre = geohash_polygon_centre(s->vertices, (size_t)n);
    s->from = s->shape = true;
    *end = at + 1 + 2 * (int)n;
    return true;
}

static bool read_member(call *c, search *s, slice member) {
    s->from = true;
    if (!s->zset || geo_point_of(s->zset, member, &s->area.centre)) return true;
    reply_error(c, "ERR could not decode requested zset member");
    return false;
}

static bool read_count(call *c, search *s, int at) {
    if (!arg_int(c, c->argv[at], &s->count)) return false;
    if (s->count <= 0) return reply_error(c, "ERR COUNT must be > 0"), false;
    return true;
}

/* Options that only GEOSEARCH and GEOSEARCHSTORE have: 1 taken, 0 not one of them, -1 an error was replied. */
static int search_option(call *c, search *s, int *i) {
    int at = *i + 1, left = c->argc - at;
    slice word = c->argv[*i];
    bool good;
    if (slice_is(word, "frommember") && left >= 1 && !s->from) {
        good = read_member(c, s, c->argv[at]);
        *i += 2;
    } else if (slice_is(word, "fromlonlat") && left >= 2 && !s->from) {
        good = s->from = geo_parse_point(c, at, &s->area.centre);
        *i += 3;
    } else if (slice_is(word, "byradius") && left >= 2 && !s->shape) {
        good = read_radius(c, s, at);
        *i += 3;
    } else if (slice_is(word, "bybox") && left >= 3 && !s->shape) {
        good = read_box(c, s, at);
        *i += 4;
    } else if (slice_is(word, "bypolygon") && left >= 1 && !s->shape && !s->from) {
        good = read_polygon(c, s, at, i);
    } else if (slice_is(word, "storedist") && s->form == GEOSEARCHSTORE) {
        good = s->store_distance = true;
        *i += 1;
    } else {
        return 0;
    }
    return good ? 1 : -1;
}

/* Options all forms have, and those of GEORADIUS alone; the same results. */
static int common_option(call *c, search *s, int *i) {
    slice word = c->argv[*i];
    int left = c->argc - *i - 1;
    bool older = s->form < GEOSEARCH && !s->read_only;
    if (slice_is(word, "withdist")) s->with_distance = true;
    else if (slice_is(word, "withhash")) s->with_hash = true;
    else if (slice_is(word, "withcoord")) s->with_place = true;
    else if (slice_is(word, "any")) s->any = true;
    else if (slice_is(word, "asc")) s->order = NEAREST;
    else if (slice_is(word, "desc")) s->order = FARTHEST;
    else if (slice_is(word, "count") && left >= 1) {
        if (!read_count(c, s, ++*i)) return -1;
    } else if (older && left >= 1 && (slice_is(word, "store") || slice_is(word, "storedist"))) {
        s->store_distance = word.len > 5;
        s->target = c->argv[++*i];
    } else {
        return 0;
    }
    ++*i;
    return 1;
}

static bool read_options(call *c, search *s) {
    for (int i = s->first; i < c->argc;) {
        int taken = common_option(c, s, &i);
        if (!taken && s->form >= GEOSEARCH) taken = search_option(c, s, &i);
        if (!taken) reply_syntax_error(c);
        if (taken <= 0) return false;
    }
    return true;
}

static bool check_options(call *c, search *s) {
    slice name = c->argv[0];
    if (s->target.at && (s->with_distance || s->with_hash || s->with_place)) {
        reply_errorf(c, "ERR %s is not compatible with WITHDIST, WITHHASH and WITHCOORD options",
                     s->form == GEOSEARCHSTORE ? "GEOSEARCHSTORE" : "STORE option in GEORADIUS");
    } else if (!s->from) {
        reply_errorf(c, "ERR exactly one of FROMMEMBER or FROMLONLAT can be specified for %.*s", SLICE_ARGS(name));
    } else if (!s->shape) {
        reply_errorf(c, "ERR exactly one of BYRADIUS and BYBOX can be specified for %.*s", SLICE_ARGS(name));
    } else if (s->any && !s->count) {
        reply_error(c, "ERR the ANY argument requires COUNT argument");
    } else {
        if (s->count && !s->any && s->order == ANY_ORDER) s->order = NEAREST;
        return true;
    }
    return false;
}

/* What stands at fixed places: key, and the centre and radius of the older forms. */
static bool read_fixed(call *c, search *s) {
    void *value;
    s->unit = 1;
    s->source = c->argv[s->form == GEOSEARCHSTORE ? 2 : 1];
    if (s->form == GEOSEARCHSTORE) s->target = c->argv[1];
    if (!keyspace_get(c, s->source, &zset_type, &value)) return false;
    s->zset = value;
    switch (s->form) {
    case GEORADIUS:
        s->first = 6;
        s->from = geo_parse_point(c, 2, &s->area.centre);
        return s->from && read_radius(c, s, 4);
    case GEORADIUS_BY_MEMBER:
        s->first = 5;
        s->from = s->shape = true;
        return !s->zset || (read_member(c, s, c->argv[2]) && read_radius(c, s, 3));
    case GEOSEARCH:
        s->first = 2;
        return true;
    default:
        s->first = 3;
        return true;
    }
}

/* -- searching ------------------------------------------------------------------------------------ */

typedef struct place { slice member; bytes *own; double distance, score; geohash_point at; size_t index; } place;
typedef struct places { place *at; size_t count, cap; } places;

static place *places_add(places *p) {
    if (p->count == p->cap) {
        size_t cap = p->cap ? 2 * p->cap : 16;
        p->at = memory_resize(p->at, p->cap * sizeof *p->at, cap * sizeof *p->at);
        p->cap = cap;
    }
    place *fresh = &p->at[p->count];
    *fresh = (place){ .index = p->count++ };
    return fresh;
}

static void places_free(places *p) {
    for (size_t i = 0; i < p->count; i++) bytes_free(p->at[i].own);
    memory_free(p->at, p->cap * sizeof *p->at);
}

/* Members of one range of hashes that lie in the area; at most `most` in all, 0 for no bound. */
static void search_range(const search *s, const geohash_range *range, size_t most, places *out) {
    zset_walk w;
    for (bool more = zset_seek_score(&w, s->zset, (double)range->from); more; more = zset_next(&w)) {
        double distance;
        if (w.score >= (double)range->to || (most && out->count >= most)) return;
        geohash_point at = geohash_decode((uint64_t)w.score);
        if (!geohash_inside(&s->area, at, &distance)) continue;
        place *found = places_add(out);
        found->distance = distance;
        found->score = w.score;
        found->at = at;
        found->member = w.member;
        if (w.member.at == w.room) {        /* a number printed into the walk's room */
            found->own = bytes_copy(w.member);
            found->member = bytes_slice(found->own);
        }
    }
}

static int compare_places(const void *a, const void *b, void *context) {
    const place *p = a, *q = b;
    if (*(const bool *)context) q = a, p = b;
    if (p->distance != q->distance) return p->distance < q->distance ? -1 : 1;
    return (p->index > q->index) - (p->index < q->index);
}

static void find_places(const search *s, places *out) {
    geohash_range ranges[GEOHASH_RANGES];
    int n = geohash_cover(&s->area, ranges);
    size_t most = s->any ? (size_t)s->count : 0;
    bool farthest = s->order == FARTHEST;
    for (int i = 0; i < n; i++) search_range(s, &ranges[i], most, out);
    if (s->order == ANY_ORDER || !out->count) return;
    size_t last = s->count && (size_t)s->count < out->count ? (size_t)s->count - 1 : out->count - 1;
    sort_range(out->at, out->count, sizeof *out->at, compare_places, &farthest, 0, last);
}

static void reply_place(call *c, const search *s, const place *p) {
    int extras = s->with_distance + s->with_hash + s->with_place;
    if (extras) reply_array(c, 1 + extras);
    reply_bulk(c, p->member);
    if (s->with_distance) geo_reply_distance(c, p->distance / s->unit);
    if (s->with_hash) reply_int(c, (int64_t)p->score);
    if (s->with_place) geo_reply_point(c, p->at);
}

static void store_places(call *c, const search *s, const places *found, size_t n) {
    table *members = zset_members_new(n);
    bool twice;
    for (size_t i = 0; i < n; i++) {
        const place *p = &found->at[i];
        zset_members_put(members, p->member, s->store_distance ? p->distance / s->unit : p->score, &twice);
    }
    size_t count = table_count(members);
    if (count) keyspace_count_changes((int64_t)count - 1);  /* each place is a change, and zset_store counts one */
    zset_store(c, s->target, members, s->form == GEOSEARCHSTORE ? "geosearchstore" : "georadiusstore");
}

static void answer(call *c, const search *s) {
    places found = { 0 };
    if (s->zset) find_places(s, &found);
    size_t n = s->count && (size_t)s->count < found.count ? (size_t)s->count : found.count;
    if (s->target.at) {
        store_places(c, s, &found, n);
    } else {
        reply_array(c, (long)n);
        for (size_t i = 0; i < n; i++) reply_place(c, s, &found.at[i]);
    }
    places_free(&found);
}

static void run(call *c, search s) {
    if (read_fixed(c, &s) && read_options(c, &s) && check_options(c, &s)) answer(c, &s);
    memory_free(s.vertices, s.area.vertex_count * sizeof *s.vertices);
}

static void georadius(call *c) { run(c, (search){ .form = GEORADIUS }); }
static void georadius_ro(call *c) { run(c, (search){ .form = GEORADIUS, .read_only = true }); }
static void georadiusbymember(call *c) { run(c, (search){ .form = GEORADIUS_BY_MEMBER }); }
static void georadiusbymember_ro(call *c) { run(c, (search){ .form = GEORADIUS_BY_MEMBER, .read_only = true }); }
static void geosearch(call *c) { run(c, (search){ .form = GEOSEARCH }); }
static void geosearchstore(call *c) { run(c, (search){ .form = GEOSEARCHSTORE }); }

#define UNIT "{unit: M | KM | FT | MI}"
#define ORDER "[order: ASC | DESC]"
#define COUNT(since) "[(count-block: COUNT #count [ANY]" since ")]"
#define UNITS "7.0.0 Units in upper case."
#define WITH "[WITHCOORD] [WITHDIST] [WITHHASH]"
#define STORE "[store: STORE @storekey=key | STOREDIST @storedistkey=key]"
#define FROM "{from: FROMMEMBER member | FROMLONLAT (fromlonlat: %longitude %latitude)}"
#define BY \
    "{by: (circle: BYRADIUS %radius " UNIT ") | (box: BYBOX %width %height " UNIT ") | " \
    "(polygon: BYPOLYGON #num-vertices (vertex: %longitude %latitude) ...)^9.0.0}"
#define STORE_KEYS(from) \
    "RO+access index{index=1} range{lastkey=0,keystep=1,limit=0} ; " \
    "OW+update keyword{keyword=STORE,startfrom=" from "} range{lastkey=0,keystep=1,limit=0} ; " \
    "OW+update keyword{keyword=STOREDIST,startfrom=" from "} range{lastkey=0,keystep=1,limit=0}"
#define COST \
    "O(N+log(M)) where N is the number of elements in the grid-aligned bounding box area around the shape provided as the filter " \
    "and M is the number of items inside the shape"
#define RADIUS_COST \
    "O(N+log(M)) where N is the number of elements inside the bounding box of the circular area delimited by center and radius " \
    "and M is the number of items inside the index."

static const command commands[] = {
    { "georadius", georadius, WRITE | DENYOOM | MOVABLE_KEYS, KEYS3(KEY_READ, KEY_OVERWRITE, KEY_OVERWRITE),
      "@key %longitude %latitude %radius " UNIT " " WITH " " COUNT("^6.2.0") " " ORDER " " STORE, "3.2.0", RADIUS_COST,
      "Gives or stores the places within a radius.", .deprecated_since = "6.2.0",
      .replaced_by = "`GEOSEARCH` and `GEOSEARCHSTORE` with the `BYRADIUS` argument", .key_specs = STORE_KEYS("6"),
      .history = UNITS },
    { "georadius_ro", georadius_ro, READ, KEY_READ,
      "@key %longitude %latitude %radius " UNIT " " WITH " " COUNT("^6.2.0") " " ORDER, "3.2.10",
      RADIUS_COST, "Gives the places within a radius.", .deprecated_since = "6.2.0",
      .replaced_by = "`GEOSEARCH` with the `BYRADIUS` argument", .history = UNITS },
    { "georadiusbymember", georadiusbymember, WRITE | DENYOOM | MOVABLE_KEYS, KEYS3(KEY_READ, KEY_OVERWRITE, KEY_OVERWRITE),
      "@key member %radius " UNIT " " WITH " " COUNT("") " " ORDER " " STORE, "3.2.0", RADIUS_COST,
      "Gives or stores the places within a radius of another.", .deprecated_since = "6.2.0",
      .replaced_by = "`GEOSEARCH` and `GEOSEARCHSTORE` with the `BYRADIUS` and `FROMMEMBER` arguments",
      .key_specs = STORE_KEYS("5"), .history = "6.2.0 New: `ANY`|" UNITS },
    { "georadiusbymember_ro", georadiusbymember_ro, READ, KEY_READ,
      "@key member %radius " UNIT " " WITH " " COUNT("") " " ORDER, "3.2.10",
      RADIUS_COST, "Gives the places within a radius of another.", .deprecated_since = "6.2.0",
      .replaced_by = "`GEOSEARCH` with the `BYRADIUS` and `FROMMEMBER` arguments", .history = "6.2.0 New: `ANY`|" UNITS },
    { "geosearch", geosearch, READ, KEY_READ, "@key " FROM " " BY " " ORDER " " COUNT("") " " WITH, "6.2.0", COST,
      "Gives the places in a circle, a box or a polygon.", .arity = -7, .history = UNITS },
    { "geosearchstore", geosearchstore, WRITE | DENYOOM, KEYS2(KEY_OVERWRITE, KEY_READ),
      "@destination @source " FROM " " BY " " ORDER " " COUNT("") " [STOREDIST]", "6.2.0", COST,
      "Stores the places in a circle, a box or a polygon.", .arity = -8, .history = UNITS },
    { 0 }
};

const feature geo_searching = { .name = "geo", .commands = commands };
