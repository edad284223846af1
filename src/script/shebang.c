/* shebang.c -- reads the first line of scripts and libraries. */
#include "script/shebang.h"
#include "base/text.h"
#include "script/script.h"

/* The words of the first line; *rest begins with its line end, so that lines keep their numbers. -1: quotes don't match. */
static int split(slice body, slice *rest, bytes ***words) {
    const char *end = memchr(body.at, '\n', body.len);
    size_t len = (size_t)(end - body.at);
    *rest = slice_make(end, body.len - len);
    return text_split(slice_make(body.at, len), words);
}

static bool option(slice word, slice name, slice *value) {
    if (!slice_starts(word, name)) return false;
    *value = slice_make(word.at + name.len, word.len - name.len);
    return true;
}

static bool add_flags(slice list, unsigned *flags, bytes **why) {
    if (!list.len) return true;
    for (const char *at = list.at, *end = list.at + list.len; ;) {
        const char *comma = memchr(at, ',', (size_t)(end - at));
        slice name = slice_make(at, (size_t)((comma ? comma : end) - at));
        unsigned bit = script_flag_find(name, false);
        if (!bit) {
            bytes_printf(why, "ERR Unexpected flag in script shebang: %.*s", SLICE_ARGS(name));
            return false;
        }
        *flags |= bit;
        if (!comma) return true;
        at = comma + 1;
    }
}

static bool read_script_words(bytes **words, int count, unsigned *flags, bytes **why) {
    if (count < 1 || !slice_equal(bytes_slice(words[0]), SLICE("#!lua"))) {
        bytes_printf(why, "ERR Unexpected engine in script shebang: %s", count < 1 ? "" : words[0]->at);
        return false;
    }
    for (int i = 1; i < count; i++) {
        slice value;
        if (!option(bytes_slice(words[i]), SLICE("flags="), &value)) {
            bytes_printf(why, "ERR Unknown lua shebang option: %s", words[i]->at);
            return false;
        }
        if (!add_flags(value, flags, why)) return false;
    }
    return true;
}

bool shebang_of_script(slice body, unsigned *flags, slice *code, bytes **why) {
    bytes **words;
    *code = body;
    *flags = SCRIPT_COMPATIBLE;
    if (!slice_starts(body, SLICE("#!"))) return true;
    *flags = 0;
    if (!memchr(body.at, '\n', body.len)) {
        bytes_append_text(why, "ERR Invalid script shebang");
        return false;
    }
    int count = split(body, code, &words);
    if (count < 0) {
        bytes_append_text(why, "ERR Invalid engine in script shebang");
        return false;
    }
    bool good = read_script_words(words, count, flags, why);
    text_free_words(words, count);
    return good;
}

bool shebang_name_valid(slice name) {
    for (size_t i = 0; i < name.len; i++) {
        char c = text_lower(name.at[i]);
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
    }
    return name.len > 0;
}

static bytes *refuse(bytes **why, const char *text) {
    bytes_append_text(why, text);
    return NULL;
}

static bytes *read_library_words(bytes **words, int count, bytes **why) {
    slice name = { NULL, 0 }, value;
    slice engine = slice_make(words[0]->at + 2, words[0]->len - 2);
    for (int i = 1; i < count; i++) {
        slice word = bytes_slice(words[i]), key = SLICE("name=");
        bool named = word.len >= key.len && slice_same(slice_make(word.at, key.len), key);
        if (!named) {
            bytes_printf(why, "ERR Invalid metadata value given: %s", words[i]->at);
            return NULL;
        }
        value = slice_make(word.at + key.len, word.len - key.len);
        if (name.at) return refuse(why, "ERR Invalid metadata value, name argument was given multiple times");
        name = value;
    }
    if (!name.at) return refuse(why, "ERR Library name was not given");
    if (!shebang_name_valid(name)) {
        return refuse(why, "ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one "
                      "character long");
    }
    if (!slice_is(engine, "lua")) {
        bytes_printf(why, "ERR Engine '%.*s' not found", SLICE_ARGS(engine));
        return NULL;
    }
    return bytes_copy(name);
}

bytes *shebang_of_library(slice body, slice *code, bytes **why) {
    bytes **words;
    if (!slice_starts(body, SLICE("#!"))) return refuse(why, "ERR Missing library metadata");
    if (!memchr(body.at, '\n', body.len)) return refuse(why, "ERR Invalid library metadata");
    int count = split(body, code, &words);
    if (count < 0) return refuse(why, "ERR Invalid library metadata");
    bytes *name = read_library_words(words, count, why);
    text_free_words(words, count);
    return name;
}
