/* lib_cjson.c -- the table cjson: its settings and instances. */
#include "script/lib_cjson.h"
#include "script/libraries.h"

#include <limits.h>
#include <string.h>

static cjson_settings *settings_of(lua_state *L) {
    return lua_to_userdata(L, lua_upvalue(1));
}

/* Setters take up to `most` arguments; nil, or none, asks for what is set. */
static void expect_at_most(lua_state *L, int most) {
    if (lua_top(L) > most) lua_bad_argument(L, most + 1, "found too many arguments");
    lua_top_set(L, most);
}

static void expect_one(lua_state *L) {
    if (lua_top(L) != 1) lua_bad_argument(L, 1, "expected 1 argument");
}

/* Sets *where to the argument, cut to 32 bits, and pushes what is set then. Out of range, the first one is blamed. */
static int number_setting(lua_state *L, int argument, int *where, int lowest, int highest) {
    if (!lua_is_nil(L, argument)) {
        int n = (int)lua_check_integer(L, argument);
        if (n < lowest || n > highest) {
            const char *range = lua_push_format(L, "expected integer between %d and %d", lowest, highest);
            lua_bad_argument(L, 1, range);
        }
        *where = n;
    }
    lua_push_number(L, *where);
    return 1;
}

/* The same for one of `count` words, of which the first two may be given, and are answered, as false and true. */
static int word_setting(lua_state *L, int argument, int *where, int count) {
    static const char *const words[] = {"off", "on", "null"};
    if (lua_type_of(L, argument) == LUA_BOOLEAN) {
        *where = lua_to_boolean(L, argument);
    } else if (!lua_is_nil(L, argument)) {
        const char *word = lua_check_string(L, argument, NULL);
        int i = 0;
        while (i < count && strcmp(word, words[i])) i++;
        if (i == count) lua_bad_argument(L, argument, lua_push_format(L, "invalid option '%s'", word));
        *where = i;
    }
    if (*where < 2) lua_push_boolean(L, *where);
    else lua_push_text(L, words[*where]);
    return 1;
}

static int encode_sparse_array(lua_state *L) {
    cjson_settings *s = settings_of(L);
    expect_at_most(L, 3);
    return word_setting(L, 1, &s->sparse_convert, 2) + number_setting(L, 2, &s->sparse_ratio, 0, INT_MAX) +
           number_setting(L, 3, &s->sparse_safe, 0, INT_MAX);
}

static int encode_max_depth(lua_state *L) {
    expect_at_most(L, 1);
    return number_setting(L, 1, &settings_of(L)->encode_depth, 1, INT_MAX);
}

static int decode_max_depth(lua_state *L) {
    expect_at_most(L, 1);
    return number_setting(L, 1, &settings_of(L)->decode_depth, 1, INT_MAX);
}

static int encode_number_precision(lua_state *L) {
    expect_at_most(L, 1);
    return number_setting(L, 1, &settings_of(L)->precision, 1, 14);
}

static int encode_keep_buffer(lua_state *L) {
    expect_at_most(L, 1);
    return word_setting(L, 1, &settings_of(L)->keep_buffer, 2);
}

static int encode_invalid_numbers(lua_state *L) {
    expect_at_most(L, 1);
    return word_setting(L, 1, &settings_of(L)->encode_invalid, 3);
}

static int decode_invalid_numbers(lua_state *L) {
    expect_at_most(L, 1);
    return word_setting(L, 1, &settings_of(L)->decode_invalid, 2);
}

static int encode(lua_state *L) {
    expect_one(L);
    cjson_encode(L, settings_of(L));
    return 1;
}

static int decode(lua_state *L) {
    expect_one(L);
    size_t length;
    const char *text = lua_check_string(L, 1, &length);
    cjson_decode(L, settings_of(L), text, length);
    return 1;
}

static int new_instance(lua_state *L);

/* Pushes a table whose functions share new settings. */
static void push_instance(lua_state *L) {
    static const lua_entry entries[] = {
        {"encode", encode}, {"decode", decode}, {"encode_sparse_array", encode_sparse_array},
        {"encode_max_depth", encode_max_depth}, {"decode_max_depth", decode_max_depth},
        {"encode_number_precision", encode_number_precision}, {"encode_keep_buffer", encode_keep_buffer},
        {"encode_invalid_numbers", encode_invalid_numbers}, {"decode_invalid_numbers", decode_invalid_numbers},
        {"new", new_instance}
    };
    lua_push_table(L, 0, 0);
    cjson_settings *settings = lua_push_userdata(L, sizeof *settings, NULL);
    *settings = (cjson_settings){.sparse_ratio = 2, .sparse_safe = 10, .encode_depth = 1000, .decode_depth = 1000,
                                 .precision = 14, .keep_buffer = 1, .decode_invalid = 1};
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        lua_push(L, -1);
        lua_push_function(L, entries[i].function, 1);
        lua_raw_set_field(L, -3, entries[i].name);
    }
    lua_drop(L, 1);
    lua_push_pointer(L, NULL);
    lua_raw_set_field(L, -2, "null");
    lua_push_text(L, "cjson");
    lua_raw_set_field(L, -2, "_NAME");
    lua_push_text(L, "2.1.0");
    lua_raw_set_field(L, -2, "_VERSION");
}

static int new_instance(lua_state *L) {
    push_instance(L);
    return 1;
}

void cjson_open(lua_state *L) {
    push_instance(L);
    lua_raw_set_field(L, LUA_GLOBALS, "cjson");
}
