/* Scripts' libraries: rows of answers, naive twins for what can be computed twice, rubbish for all that reads bytes. */
#include "script/libraries.h"
#include "unit/script_libs_rows.h"
#include "unit/unit.h"

#include <math.h>

/* ---- a Lua state that watches its memory ---- */

static size_t heap_used;

static void *resize(void *context, void *p, size_t previous, size_t next) {
    (void)context;
    heap_used += next - previous;
    if (next) return realloc(p, next);
    free(p);
    return NULL;
}

static double no_clock(void *context) {
    (void)context;
    return 0;
}

static const char prelude[] =
    "local function plain(v) if type(v) == 'number' then v = string.format('%.17g', v) end "
    "if type(v) == 'table' then v = 'table' end "
    "return (tostring(v):gsub('[^\\32-\\126\\n]', function(c) return string.format('<%02x>', c:byte()) end)) end "
    "function go(...) local o = {} for i = 1, select('#', ...) do o[i] = plain((select(i, ...))) end "
    "return table.concat(o, ' | ') end";

/* Runs a script; its one result is then on top. */
static lua_status run(lua_state *L, const char *script) {
    lua_top_set(L, 0);
    lua_status status = lua_load(L, script, strlen(script), "@user_script");
    return status == LUA_OK ? lua_protected_call(L, 0, 1, 0) : status;
}

static lua_state *open_state(void) {
    heap_used = 0;
    lua_host host = {resize, no_clock, NULL, NULL};
    lua_state *L = lua_open(&host);
    lua_open_libraries(L);
    cjson_open(L);
    cmsgpack_open(L);
    struct_open(L);
    bit_open(L);
    lua_limits limits = {.memory = 64 << 20};
    lua_limits_set(L, &limits);
    check(run(L, prelude) == LUA_OK);
    return L;
}

static void close_state(lua_state *L) {
    lua_close(L);
    check(heap_used == 0);
}

/* Calls the function library.name with the top `arguments` values; the result, or the error, is then on top. */
static lua_status call(lua_state *L, const char *library, const char *name, int arguments) {
    lua_get_field(L, LUA_GLOBALS, library);
    lua_get_field(L, -1, name);
    lua_remove(L, -2);
    lua_insert(L, -1 - arguments);
    return lua_protected_call(L, arguments, 1, 0);
}

static bool top_is(lua_state *L, const char *text, size_t length) {
    size_t got;
    const char *s = lua_to_string(L, -1, &got);
    return s && got == length && !memcmp(s, text, length);
}

/* ---- answers of a real server ---- */

static void test_rows(const row *rows, size_t count) {
    static char script[8192];
    lua_state *L = open_state();
    for (size_t i = 0; i < count; i++) {
        snprintf(script, sizeof script, "return go(pcall(function() return %s end))", rows[i].expression);
        bool same = run(L, script) == LUA_OK && top_is(L, rows[i].answer, strlen(rows[i].answer));
        check(same);
        if (!same) fprintf(stderr, "%s\n  want %s\n  got  %s\n", rows[i].expression, rows[i].answer,
                           lua_to_string(L, -1, NULL));
    }
    close_state(L);
}

/* ---- JSON: texts in the form the encoder gives them, so that they survive both directions ---- */

typedef struct {
    char text[1 << 16];
    size_t length;
} page;

static void add(page *p, const char *s) {
    size_t n = strlen(s);
    memcpy(p->text + p->length, s, n + 1);
    p->length += n;
}

static void add_string(page *p) {
    static const char *const pieces[] = {"a", "xyz", "\\n", "\\\"", "\\/", "\\\\", "\\u0000", "\\u001f", "\\u007f",
                                         "\xc3\xa9", "plain words of some length", " ", "\\t", "\xff"};
    add(p, "\"");
    for (uint64_t n = unit_random() % 12; n--;) add(p, pieces[unit_random() % (sizeof pieces / sizeof *pieces)]);
    add(p, "\"");
}

static void add_number(page *p) {
    char text[40];
    double n = (double)(int64_t)(unit_random() >> (unit_random() % 63 + 1)) / pow(10, (double)(unit_random() % 20));
    snprintf(text, sizeof text, "%.14g", unit_random() & 1 ? -n : n);
    add(p, text);
}

static void add_value(page *p, int depth) {
    static const char *const words[] = {"true", "false", "null"};
    uint64_t kind = unit_random() % (depth ? 6 : 4), count = unit_random() % 6 + 1;
    if (kind == 0) add(p, words[unit_random() % 3]);
    else if (kind == 1) add_string(p);
    else if (kind < 4) add_number(p);
    else if (kind == 4) {
        for (uint64_t i = 0; i < count; i++) {
            add(p, i ? "," : "[");
            add_value(p, depth - 1);
        }
        add(p, "]");
    } else {
        add(p, "{");
        add_string(p);
        add(p, ":");
        add_value(p, depth - 1);
        add(p, "}");
    }
}

static void test_json_round_trip(void) {
    static page p;
    lua_state *L = open_state();
    for (int i = 0; i < 4000; i++) {
        p.length = 0;
        add_value(&p, 5);
        lua_top_set(L, 0);
        lua_push_string(L, p.text, p.length);
        bool same = call(L, "cjson", "decode", 1) == LUA_OK && call(L, "cjson", "encode", 1) == LUA_OK &&
                    top_is(L, p.text, p.length);
        check(same);
        if (!same) fprintf(stderr, "%s\n  became %s\n", p.text, lua_to_string(L, -1, NULL));
    }
    close_state(L);
}

/* The same values by way of MessagePack, which knows no null: those texts are left out. */
static void test_msgpack_round_trip(void) {
    static page p;
    lua_state *L = open_state();
    for (int i = 0; i < 3000; i++) {
        p.length = 0;
        add_value(&p, 5);
        if (strstr(p.text, "null") || strstr(p.text, "-0")) continue;
        lua_top_set(L, 0);
        lua_push_string(L, p.text, p.length);
        check(call(L, "cjson", "decode", 1) == LUA_OK && call(L, "cmsgpack", "pack", 1) == LUA_OK &&
              call(L, "cmsgpack", "unpack", 1) == LUA_OK && call(L, "cjson", "encode", 1) == LUA_OK &&
              top_is(L, p.text, p.length));
    }
    close_state(L);
}

static double random_double(void) {
    uint64_t bits = unit_random();
    double n;
    memcpy(&n, &bits, sizeof n);
    int64_t whole = (int64_t)(unit_random() >> (unit_random() % 60 + 1));
    if (unit_random() & 1) n = (double)whole / pow(10, (int)(unit_random() % 9));
    return isfinite(n) ? n : 0.5;
}

static void test_numbers(void) {
    lua_state *L = open_state();
    char text[64], script[64];
    for (int precision = 14; precision > 0; precision -= 3) {
        snprintf(script, sizeof script, "cjson.encode_number_precision(%d)", precision);
        check(run(L, script) == LUA_OK);
        for (int i = 0; i < 5000; i++) {
            double n = random_double();
            lua_top_set(L, 0);
            lua_push_number(L, n);
            int length = snprintf(text, sizeof text, "%.*g", precision, n);
            check(call(L, "cjson", "encode", 1) == LUA_OK && top_is(L, text, (size_t)length));
        }
    }
    for (int i = 0; i < 20000; i++) {
        snprintf(text, sizeof text, "%.*f", (int)(unit_random() % 19), random_double() / 1e4);
        if (strlen(text) > 40) snprintf(text, sizeof text, "-%.17g", fabs(random_double()));
        lua_top_set(L, 0);
        lua_push_text(L, text);
        check(call(L, "cjson", "decode", 1) == LUA_OK);
        double got = lua_to_number(L, -1), want = strtod(text, NULL);
        check(!memcmp(&got, &want, sizeof got));
    }
    check(run(L, "return cjson.decode('0.000000000000000000')") == LUA_OK && lua_to_number(L, -1) == 0);
    close_state(L);
}

/* ---- struct and bit against arithmetic ---- */

static void test_struct(void) {
    lua_state *L = open_state();
    for (int i = 0; i < 5000; i++) {
        int size = (int)(unit_random() % 6) + 1;
        bool big = unit_random() & 1, negative = unit_random() & 1;
        int64_t n = (int64_t)(unit_random() & (((uint64_t)1 << (8 * size - 1)) - 1));
        if (negative) n = -n;
        char format[8], bytes[8];
        snprintf(format, sizeof format, "%ci%d", big ? '>' : '<', size);
        for (int k = 0; k < size; k++) bytes[big ? size - 1 - k : k] = (char)((uint64_t)n >> (8 * k));
        lua_top_set(L, 0);
        lua_push_text(L, format);
        lua_push_number(L, (double)n);
        check(call(L, "struct", "pack", 2) == LUA_OK && top_is(L, bytes, (size_t)size));
        lua_push_text(L, format);
        lua_insert(L, -2);
        check(call(L, "struct", "unpack", 2) == LUA_OK && lua_to_number(L, -1) == (double)n);
    }
    close_state(L);
}

typedef struct {
    const char *name;
    uint32_t (*twin)(uint32_t a, uint32_t b);
} operation;

static uint32_t and_of(uint32_t a, uint32_t b) { return a & b; }
static uint32_t or_of(uint32_t a, uint32_t b) { return a | b; }
static uint32_t xor_of(uint32_t a, uint32_t b) { return a ^ b; }
static uint32_t left_of(uint32_t a, uint32_t b) { return (uint32_t)((uint64_t)a << (b % 32)); }
static uint32_t right_of(uint32_t a, uint32_t b) { return a >> (b % 32); }
static uint32_t rol_of(uint32_t a, uint32_t b) { return (uint32_t)((((uint64_t)a << 32 | a) << (b % 32)) >> 32); }
static uint32_t ror_of(uint32_t a, uint32_t b) { return (uint32_t)(((uint64_t)a << 32 | a) >> (b % 32)); }

static void test_bit(void) {
    static const operation operations[] = {
        {"band", and_of}, {"bor", or_of}, {"bxor", xor_of}, {"lshift", left_of}, {"rshift", right_of},
        {"rol", rol_of}, {"ror", ror_of}
    };
    lua_state *L = open_state();
    for (int i = 0; i < 7000; i++) {
        const operation *o = &operations[i % 7];
        uint32_t a = (uint32_t)unit_random(), b = (uint32_t)unit_random();
        lua_top_set(L, 0);
        lua_push_number(L, unit_random() & 1 ? (double)a : (double)(int32_t)a);
        lua_push_number(L, b);
        check(call(L, "bit", o->name, 2) == LUA_OK && lua_to_number(L, -1) == (double)(int32_t)o->twin(a, b));
    }
    for (int i = 0; i < 1000; i++) {
        uint32_t a = (uint32_t)unit_random(), b = (uint32_t)unit_random();
        lua_top_set(L, 0);
        lua_push_number(L, a);
        lua_push_number(L, b);
        int32_t want = (int32_t)floor((int32_t)a / pow(2, b % 32));
        check(call(L, "bit", "arshift", 2) == LUA_OK && lua_to_number(L, -1) == want);
    }
    close_state(L);
}

/* ---- hostile input ---- */

static size_t damage(char *out, const char *text, size_t length) {
    memcpy(out, text, length);
    for (uint64_t n = unit_random() % 4 + 1; n-- && length;) out[unit_random() % length] = (char)unit_random();
    return unit_random() % 4 ? length : unit_random() % (length + 1);
}

/* Whatever comes, it ends in a value or an error of the script, and no memory is lost. */
static void test_rubbish(void) {
    static page p;
    static char bytes[sizeof p.text];
    static const char *const readers[][2] = {{"cjson", "decode"}, {"cmsgpack", "unpack"}};
    lua_state *L = open_state();
    for (int i = 0; i < 20000; i++) {
        p.length = 0;
        add_value(&p, 4);
        const char *const *reader = readers[i & 1];
        lua_top_set(L, 0);
        lua_push_string(L, p.text, p.length);
        if (i & 1 && (call(L, "cjson", "decode", 1) != LUA_OK || call(L, "cmsgpack", "pack", 1) != LUA_OK)) continue;
        size_t length;
        const char *text = lua_to_string(L, -1, &length);
        lua_push_string(L, bytes, damage(bytes, text, length));
        lua_status status = call(L, reader[0], reader[1], 1);
        check(status == LUA_OK || (status == LUA_ERROR && lua_type_of(L, -1) == LUA_STRING));
    }
    close_state(L);
}

static void test_rubbish_formats(void) {
    static const char letters[] = "<>! bBhHlLTiIfdxcs0123456789z";
    lua_state *L = open_state();
    for (int i = 0; i < 20000; i++) {
        char format[16], data[64];
        size_t length = unit_random() % sizeof format, size = unit_random() % sizeof data;
        for (size_t k = 0; k < length; k++) format[k] = letters[unit_random() % (sizeof letters - 1)];
        for (size_t k = 0; k < size; k++) data[k] = (char)unit_random();
        lua_top_set(L, 0);
        lua_push_string(L, format, length);
        lua_push_string(L, data, size);
        lua_push_number(L, (double)(int64_t)(unit_random() % 70) - 2);
        lua_status status = call(L, "struct", i & 1 ? "unpack" : "pack", 3);
        check(status == LUA_OK || (status == LUA_ERROR && lua_type_of(L, -1) == LUA_STRING));
    }
    close_state(L);
}

/* What would fill the memory meets the limit and leaves the state usable. */
static void test_limits(void) {
    lua_state *L = open_state();
    check(run(L, "local c = cjson.new() c.encode_sparse_array(true, 0) return c.encode({[2^31-1]=1})") ==
          LUA_ERROR_MEMORY);
    check(run(L, "local s = string.rep('\\1', 8e6) return cjson.encode({s, s, s})") == LUA_ERROR_MEMORY);
    check(run(L, "return #cjson.encode(string.rep('\\1', 1e6))") == LUA_OK && lua_to_number(L, -1) == 6e6 + 2);
    check(run(L, "local t = {} for i = 1, 3e5 do t[i] = '' end return #cmsgpack.pack(t)") == LUA_OK);
    lua_collect(L);
    check(run(L, "return struct.pack('b' .. string.rep('s', 20), 1, unpack({}, 1, 3))") == LUA_ERROR);
    check(run(L, "return struct.pack(string.rep('L', 600), 1)") == LUA_ERROR);
    close_state(L);
}

int main(void) {
    test_rows(cjson_rows, sizeof cjson_rows / sizeof *cjson_rows);
    test_rows(cmsgpack_rows, sizeof cmsgpack_rows / sizeof *cmsgpack_rows);
    test_rows(struct_rows, sizeof struct_rows / sizeof *struct_rows);
    test_rows(bit_rows, sizeof bit_rows / sizeof *bit_rows);
    test_json_round_trip();
    test_msgpack_round_trip();
    test_numbers();
    test_struct();
    test_bit();
    test_rubbish();
    test_rubbish_formats();
    test_limits();
    return unit_result();
}
