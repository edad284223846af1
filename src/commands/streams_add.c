/* streams_add.c -- options of XADD and XTRIM; reference policies; XDELEX; idempotence: XCFGSET, XIDMPRECORD. */
#include "commands/streams_add.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/number.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"
#include "store/limits.h"
#include "store/stream_idmp.h"

enum { LIMIT_NODES = 100, LIMIT_WITHOUT_NODES = 10000, LIMIT_MOST = 1000000, MESSAGE_BYTES = 16 };

static bool refuse(call *c, const char *error) {
    reply_error(c, error);
    return false;
}

/* -- trimming --------------------------------------------------------------------------------------------- */

static bool may_delete(stream *s, stream_id id, void *context) {
    enum stream_policy policy = *(const enum stream_policy *)context;
    if (policy == ONLY_ACKNOWLEDGED) return !stream_referenced(s, id);
    stream_unreference(s, id);
    return true;
}

static void least_delivered(group *g, void *context) {
    stream_id *least = context;
    if (stream_id_compare(g->last, *least) < 0) *least = g->last;
}

uint64_t trim_stream(stream *s, const addition *a) {
    stream_trim t = a->trim;
    enum stream_policy policy = a->policy;
    t.newest = STREAM_ID_MOST;
    if (policy == KEEP_REFERENCES || !stream_group_count(s)) return stream_trim_by(s, &t, NULL, NULL);
    if (policy == ONLY_ACKNOWLEDGED) stream_each_group(s, least_delivered, &t.newest);
    return stream_trim_by(s, &t, may_delete, &policy);
}

slice trim_word(const addition *a, const stream *s, char *room) {
    return a->trim.what == TRIM_LENGTH ? int_word((int64_t)s->length, room) : stream_id_word(s->first, room);
}

/* -- options ------------------------------------------------------------------------------------------------ */

/* "MAXLEN|MINID [=|~] threshold" at *i, which moves to its last word. */
static bool parse_trim(call *c, addition *a, int *i, bool by_length) {
    int at = *i + 1;
    slice sign = c->argv[at];
    if (a->trim.what) {
        return refuse(c, "ERR syntax error, MAXLEN and MINID options at the same time are not compatible");
    }
    a->trim.rough = slice_equal(sign, SLICE("~"));
    if (at + 1 < c->argc && (a->trim.rough || slice_equal(sign, SLICE("=")))) at++;
    else a->trim.rough = false;
    *i = a->trim_at = at;
    a->trim.what = by_length ? TRIM_LENGTH : TRIM_ID;
    if (!by_length) return arg_stream_id(c, c->argv[at], 0, &a->trim.least);
    int64_t most;
    if (!arg_int(c, c->argv[at], &most)) return false;
    if (most < 0) return refuse(c, "ERR The MAXLEN argument must be >= 0.");
    a->trim.most = (uint64_t)most;
    return true;
}

static bool parse_limit(call *c, addition *a, int i) {
    int64_t limit;
    if (!arg_int(c, c->argv[i + 1], &limit)) return false;
    if (limit < 0) return refuse(c, "ERR The LIMIT argument must be >= 0.");
    a->trim.limit = (uint64_t)limit;
    a->limit_at = i;
    return true;
}

/* IDMP pid iid, or IDMPAUTO pid. */
static bool parse_idmp(call *c, addition *a, int *i, int words) {
    if (a->idmp_at) return reply_syntax_error(c), false;
    a->idmp_at = *i;
    a->idmp_words = words;
    a->producer = c->argv[*i + 1];
    a->message = words == 3 ? c->argv[*i + 2] : SLICE("");
    *i += words - 1;
    if (a->producer.len && (words == 2 || a->message.len)) return true;
    return refuse(c, "ERR IDMP producer and message must not be empty");
}

static bool parse_id(call *c, addition *a, int i) {
    slice s = c->argv[i];
    a->id_at = i;
    if (slice_equal(s, SLICE("*"))) return a->form = ID_OF_NOW, true;
    if (s.len > 2 && s.at[s.len - 1] == '*' && s.at[s.len - 2] == '-') {
        a->form = ID_OF_MS;
        bool bare;
        s.len -= 2;
        if (stream_id_parse(s, 0, &a->id, &bare) && bare) return true;
        return refuse(c, "ERR Invalid stream ID specified as stream command argument");
    }
    return arg_stream_id(c, s, 0, &a->id);
}

/* Each field and value with its length: no other list of them gives the same bytes. */
static void digest_message(const call *c, addition *a) {
    sha1 hash;
    sha1_start(&hash);
    for (int i = a->id_at + 1; i < c->argc; i++) {
        uint64_t len = c->argv[i].len;
        sha1_add(&hash, slice_make(&len, sizeof len));
        sha1_add(&hash, c->argv[i]);
    }
    sha1_finish(&hash, a->digest);
    a->message = slice_make(a->digest, MESSAGE_BYTES);
}

static bool check_trim(call *c, addition *a, bool adds) {
    bool obeys = c->client->flags & (CLIENT_MASTER | CLIENT_LOADING);
    if (a->limit_at && !a->trim.what) {
        return refuse(c, "ERR syntax error, LIMIT cannot be used without specifying a trimming strategy");
    }
    if (!adds && !a->trim.what) return refuse(c, "ERR syntax error, XTRIM must be called with a trimming strategy");
    if (a->limit_at && !a->trim.rough) {
        if (!obeys) return refuse(c, "ERR syntax error, LIMIT cannot be used without the special ~ option");
        a->trim.limit = 0;
    }
    if (!a->trim.rough || a->limit_at) return true;
    uint64_t entries = store_limits.stream_node_max_entries;
    if (obeys) return true;
    if (!entries) a->trim.limit = LIMIT_WITHOUT_NODES;
    else a->trim.limit = entries > LIMIT_MOST / LIMIT_NODES ? LIMIT_MOST : entries * LIMIT_NODES;
    return true;
}

/* One option at *i; *is_id when it is none, so that it must be the ID. */
static bool parse_option(call *c, addition *a, int *i, bool adds, bool *is_id) {
    slice word = c->argv[*i];
    int more = c->argc - 1 - *i;
    if (more && slice_is(word, "maxlen")) return parse_trim(c, a, i, true);
    if (more && slice_is(word, "minid")) return parse_trim(c, a, i, false);
    if (more && slice_is(word, "limit")) return parse_limit(c, a, (*i)++);
    if (stream_policy_word(word, &a->policy)) {
        if (a->policy_at) return reply_syntax_error(c), false;
        a->policy_at = *i;
        return true;
    }
    if (adds && slice_is(word, "nomkstream")) return a->no_make = true;
    if (adds && more > 1 && slice_is(word, "idmp")) return parse_idmp(c, a, i, 3);
    if (adds && more && slice_is(word, "idmpauto")) return parse_idmp(c, a, i, 2);
    if (!adds) return reply_syntax_error(c), false;
    *is_id = true;
    return parse_id(c, a, *i);
}

bool parse_addition(call *c, addition *a, bool adds) {
    memset(a, 0, sizeof *a);
    bool is_id = false;
    int i = 2;
    for (; i < c->argc && !is_id; i++) {
        if (!parse_option(c, a, &i, adds, &is_id)) return false;
    }
    if (!check_trim(c, a, adds)) return false;
    if (!adds) return true;
    if (!is_id || i == c->argc || (c->argc - i) % 2) return reply_wrong_arity(c), false;
    if (a->form == ID_GIVEN && stream_id_is_zero(a->id)) {
        return refuse(c, "ERR The ID specified in XADD must be greater than 0-0");
    }
    if (a->form == ID_OF_MS && !a->id.ms) a->id.seq = 1;
    if (a->idmp_at && a->form != ID_OF_NOW) {
        return refuse(c, "ERR IDMP/IDMPAUTO can be used only with auto-generated IDs");
    }
    if (a->idmp_words == 2) digest_message(c, a);
    return true;
}

/* -- reference policies --------------------------------------------------------------------------------------- */

bool stream_policy_word(slice word, enum stream_policy *out) {
    static const char *const words[] = { "keepref", "delref", "acked" };
    for (int i = 0; i < 3; i++) {
        if (slice_is(word, words[i])) return *out = (enum stream_policy)i, true;
    }
    return false;
}

stream_id *arg_counted_ids(call *c, int *at, int *count) {
    int64_t n;
    if (*at + 1 >= c->argc || !slice_is(c->argv[*at], "ids")) return reply_syntax_error(c), NULL;
    if (!number_parse_int(c->argv[*at + 1], &n) || n <= 0) {
        return reply_error(c, "ERR Number of IDs must be a positive integer"), NULL;
    }
    if (n > c->argc - *at - 2) {
        return reply_error(c, "ERR The `numids` parameter must match the number of arguments"), NULL;
    }
    stream_id *ids = arg_stream_ids(c, *at + 2, *count = (int)n);
    *at += 2 + *count;
    return ids;
}

stream_id *arg_policy_ids(call *c, int at, enum stream_policy *policy, int *count) {
    *policy = KEEP_REFERENCES;
    bool said = at < c->argc && stream_policy_word(c->argv[at], policy);
    at += said;
    stream_id *ids = arg_counted_ids(c, &at, count);
    if (!ids) return NULL;
    if (at < c->argc && !said) at += stream_policy_word(c->argv[at], policy);
    if (at == c->argc) return ids;
    bool another = stream_policy_word(c->argv[at], policy);
    memory_free(ids, (size_t)*count * sizeof *ids);
    if (another) reply_syntax_error(c);
    else reply_error(c, "ERR The `numids` parameter must match the number of arguments");
    return NULL;
}

/* -- XDELEX ----------------------------------------------------------------------------------------------------- */

/* What becomes of one ID: 1 deleted, 2 kept, -1 there is no such entry. */
static int64_t delete_by_policy(stream *s, stream_id id, enum stream_policy policy, bool *touched) {
    if (policy == DELETE_REFERENCES && stream_unreference(s, id)) *touched = true;
    if (!stream_has(s, id)) return -1;
    if (policy == ONLY_ACKNOWLEDGED && stream_referenced(s, id)) return 2;
    stream_delete(s, id, true);
    *touched = true;
    return 1;
}

static void xdelex(call *c) {
    enum stream_policy policy;
    int count;
    void *s;
    bool touched = false;
    stream_id *ids = arg_policy_ids(c, 2, &policy, &count);
    if (!ids) return;
    if (keyspace_edit(c, c->argv[1], &stream_type, &s)) {
        reply_array(c, count);
        for (int i = 0; i < count; i++) reply_int(c, s ? delete_by_policy(s, ids[i], policy, &touched) : -1);
        if (touched) changed(c, c->argv[1], NOTIFY_STREAM, "xdel");
    }
    memory_free(ids, (size_t)count * sizeof *ids);
}

/* -- XACKDEL ------------------------------------------------------------------------------------------------------ */

/* The same, acknowledging first; an ID that is not pending in the group is -1. */
static int64_t acknowledge_and_delete(stream *s, group *g, stream_id id, enum stream_policy policy, bool *touched) {
    pending *p = group_pending(g, id);
    if (!p) return -1;
    group_acknowledge(g, p);
    *touched = true;
    int64_t code = delete_by_policy(s, id, policy, touched);
    return code < 0 ? 1 : code;
}

static void xackdel(call *c) {
    enum stream_policy policy;
    int count;
    void *s;
    bool touched = false;
    stream_id *ids = arg_policy_ids(c, 3, &policy, &count);
    if (!ids) return;
    if (keyspace_edit(c, c->argv[1], &stream_type, &s)) {
        group *g = s ? stream_group(s, c->argv[2]) : NULL;
        uint64_t before = s ? ((stream *)s)->length : 0;
        reply_array(c, count);
        for (int i = 0; i < count; i++) reply_int(c, g ? acknowledge_and_delete(s, g, ids[i], policy, &touched) : -1);
        bool deleted = s && ((stream *)s)->length < before;
        if (deleted) changed(c, c->argv[1], NOTIFY_STREAM, "xdel");
        else if (touched) changed_aside(c, c->argv[1], NOTIFY_STREAM, NULL);
    }
    memory_free(ids, (size_t)count * sizeof *ids);
}

/* -- XCFGSET, XIDMPRECORD --------------------------------------------------------------------------------- */

static void xcfgset(call *c) {
    int64_t duration = 0, most = 0;
    void *s;
    for (int i = 2; i < c->argc; i += 2) {
        if (i + 1 == c->argc) {
            reply_syntax_error(c);
            return;
        }
        if (slice_is(c->argv[i], "idmp-duration")) {
            if (!number_parse_int(c->argv[i + 1], &duration) || duration < 1 || duration > 86400) {
                reply_error(c, "ERR invalid duration");
                return;
            }
        } else if (slice_is(c->argv[i], "idmp-maxsize")) {
            if (!number_parse_int(c->argv[i + 1], &most) || most < 1 || most > 10000) {
                reply_error(c, "ERR invalid maxsize");
                return;
            }
        } else {
            reply_syntax_error(c);
            return;
        }
    }
    if (!duration && !most) {
        reply_syntax_error(c);
        return;
    }
    if (!keyspace_edit(c, c->argv[1], &stream_type, &s)) return;
    if (!s) {
        reply_error(c, "ERR no such key");
        return;
    }
    stream_memory *m = stream_memory_open(s);
    stream_memory_configure(m, duration ? duration : m->duration_s, most ? most : m->most);
    reply_ok(c);
    changed(c, c->argv[1], NOTIFY_STREAM, NULL);
}

static void xidmprecord(call *c) {
    stream_id id, known;
    void *s;
    if (!arg_stream_id(c, c->argv[4], 0, &id)) return;
    if (!c->argv[2].len || !c->argv[3].len) {
        reply_error(c, "ERR IDMP producer and message must not be empty");
        return;
    }
    if (!keyspace_edit(c, c->argv[1], &stream_type, &s)) return;
    if (!s) {
        reply_error(c, "ERR no such key");
        return;
    }
    if (!stream_has(s, id)) {
        reply_error(c, "ERR no such entry in the stream");
        return;
    }
    stream_memory *m = stream_memory_open(s);
    if (stream_memory_find(m, c->argv[2], c->argv[3], c->now, &known)) {
        if (!stream_id_compare(known, id)) {
            reply_ok(c);
            return;
        }
        reply_error(c, "ERR the message is recorded under another ID");
        return;
    }
    stream_memory_add(m, c->argv[2], c->argv[3], id, c->now);
    reply_ok(c);
    changed(c, c->argv[1], NOTIFY_STREAM, NULL);
}

#define POLICY "[condition: KEEPREF | DELREF | ACKED]"
#define IDS "(ids: IDS #numids id ...)"

static const command commands[] = {
    { "xdelex", xdelex, WRITE | FAST, KEY_TAKE, "@key " POLICY " " IDS, "8.2.0",
      "O(1) for each single item to delete in the stream, regardless of the stream size.",
      "Deletes entries of a stream, with care for the groups that refer to them.", .arity = -5 },
    { "xackdel", xackdel, WRITE | FAST, KEY_RW | KEY_UPDATE | KEY_DELETE, "@key group " POLICY " " IDS, "8.2.0",
      "O(1) for each message ID processed.", "Acknowledges entries and deletes them.", .arity = -6 },
    { "xcfgset", xcfgset, WRITE | FAST, KEY_CHANGE, "@key [IDMP-DURATION #idmp-duration] [IDMP-MAXSIZE #idmp-maxsize]", "8.6.0", "O(1)",
      "Sets how long and how many idempotent additions a stream remembers.", .arity = -2 },
    { "xidmprecord", xidmprecord, WRITE | DENYOOM | FAST, KEY_CHANGE, "@key pid iid stream-id", "8.6.2", "O(1)",
      "Makes a stream remember an idempotent addition." },
    { 0 }
};

const feature streams_careful = { .name = "stream", .commands = commands };
