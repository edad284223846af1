/* test_text.c -- words, quotes and globs. */
#include "base/text.h"
#include "unit.h"

/* The words joined by '|', or "unbalanced". */
static bool splits(slice line, const char *expected) {
    bytes **words, *joined = bytes_new(0);
    int count = text_split(line, &words);
    for (int i = 0; i < count; i++) {
        if (i) bytes_append_char(&joined, '|');
        bytes_append(&joined, bytes_slice(words[i]));
    }
    if (count >= 0) text_free_words(words, count);
    else bytes_append_text(&joined, "unbalanced");
    bool same = slice_is(bytes_slice(joined), expected);
    if (!same) fprintf(stderr, "%.*s: %s\n", SLICE_ARGS(line), joined->at);
    bytes_free(joined);
    return same;
}

static void test_split(void) {
    check(splits(SLICE(""), ""));
    check(splits(SLICE("   \t\r\n"), ""));
    check(splits(SLICE("set a b"), "set|a|b"));
    check(splits(SLICE("  set\ta\r\n"), "set|a"));
    check(splits(SLICE("a \"b c\" d"), "a|b c|d"));
    check(splits(SLICE("a '' \"\" b"), "a|||b"));
    check(splits(SLICE("\"\\n\\r\\t\\b\\a\\x41\\\"\\\\\\q\""), "\n\r\t\b\aA\"\\q"));
    check(splits(SLICE("\"\\xg1\\x4\""), "xg1x4"));
    check(splits(SLICE("'a\\'b\\n'"), "a'b\\n"));
    check(splits(SLICE("foo\"bar baz\" x"), "foobar baz|x"));
    check(splits(SLICE("\"abc"), "unbalanced"));
    check(splits(SLICE("'abc"), "unbalanced"));
    check(splits(SLICE("ping \"abc\"d"), "unbalanced"));
    check(splits(SLICE("ping 'abc'd"), "unbalanced"));
    check(splits(SLICE("a b c d e f g h i j k l m n o p q \"r"), "unbalanced"));
    check(splits(SLICE("\"abc\\"), "unbalanced"));
    check(splits(SLICE("\"abc\\\""), "unbalanced"));
    check(splits(slice_make("ab\0cd", 5), "ab"));
    check(splits(SLICE("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"), "1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17"));
}

static void test_quote(void) {
    bytes *out = NULL;
    text_quote(&out, slice_make("a\n\r\t\b\a\"\\\x01\xff~ \0z", 14));
    check(slice_equal(bytes_slice(out), SLICE("\"a\\n\\r\\t\\b\\a\\\"\\\\\\x01\\xff~ \\x00z\"")));
    bytes_free(out);
    bool same = true;
    for (int round = 0; round < 2000; round++) {            /* what is quoted is split into itself */
        char text[40];
        size_t len = unit_random() % sizeof text;
        for (size_t i = 0; i < len; i++) text[i] = (char)unit_random();
        bytes *quoted = NULL, **words;
        text_quote(&quoted, slice_make(text, len));
        int count = text_split(bytes_slice(quoted), &words);
        same &= count == 1 && slice_equal(bytes_slice(words[0]), slice_make(text, len));
        text_free_words(words, count);
        bytes_free(quoted);
    }
    check(same);
}

/* -- globs ----------------------------------------------------------------- */

/* The rules once more, by plain recursion. */
static bool naive_class(const char **p, const char *end, char c) {
    bool found = false, negated = *p < end && **p == '^';
    if (negated) ++*p;
    while (*p < end && **p != ']') {
        if (**p == '\\' && end - *p >= 2) {
            found |= (*p)[1] == c;
            *p += 2;
        } else if (end - *p >= 3 && (*p)[1] == '-') {
            uint8_t low = (uint8_t)(*p)[0], high = (uint8_t)(*p)[2], x = (uint8_t)c;
            found |= (low <= x && x <= high) || (high <= x && x <= low);
            *p += 3;
        } else {
            found |= *(*p)++ == c;
        }
    }
    if (*p < end) ++*p;
    return found != negated;
}

static bool naive_glob(const char *p, const char *end, const char *s, const char *s_end) {
    if (p == end) return s == s_end;
    if (*p == '*') return naive_glob(p + 1, end, s, s_end) || (s < s_end && naive_glob(p, end, s + 1, s_end));
    if (s == s_end) return false;
    char first = *p++;
    if (first == '[') {
        if (!naive_class(&p, end, *s)) return false;
    } else if (first != '?') {
        if (first == '\\' && p < end) first = *p++;
        if (first != *s) return false;
    }
    return naive_glob(p, end, s + 1, s_end);
}

static bool globs(const char *pattern, const char *text) {
    return text_glob(slice_of(pattern), slice_of(text), false);
}

static void test_glob_examples(void) {
    check(globs("", "") && !globs("", "a") && globs("*", "") && globs("**", "abc"));
    check(globs("h?llo", "hello") && !globs("h?llo", "hllo"));
    check(globs("h*llo", "hllo") && globs("h*llo", "heeeello"));
    check(globs("h[ae]llo", "hallo") && !globs("h[ae]llo", "hillo"));
    check(globs("h[^e]llo", "hallo") && !globs("h[^e]llo", "hello"));
    check(globs("h[a-b]llo", "hbllo") && globs("h[b-a]llo", "hallo") && !globs("h[a-b]llo", "hcllo"));
    check(globs("\\*", "*") && !globs("\\*", "a") && globs("a\\", "a\\") && globs("[\\]]", "]"));
    check(globs("[ab", "a") && globs("[ab", "b") && !globs("[ab", "c") && !globs("[]", "a") && globs("[^]", "a"));
    check(!globs("[", "") && !globs("[", "[") && globs("[^", "x") && !globs("[a-]", "-") && globs("[a-]", "]"));
    check(text_glob(SLICE("H[A-C]*"), SLICE("hbX"), true) && !text_glob(SLICE("H[A-C]*"), SLICE("hbX"), false));
    check(text_glob(slice_make("a\0?", 3), slice_make("a\0\xff", 3), false));
}

static void test_glob_against_recursion(void) {
    int bad = 0;
    for (int round = 0; round < 600000; round++) {
        char pattern[9], text[9];
        size_t len = unit_random() % sizeof pattern, text_len = unit_random() % sizeof text;
        for (size_t i = 0; i < len; i++) pattern[i] = "*?[]^-\\abc**"[unit_random() % 12];
        for (size_t i = 0; i < text_len; i++) text[i] = "ab^]-\\c"[unit_random() % 7];
        bad += text_glob(slice_make(pattern, len), slice_make(text, text_len), false) !=
               naive_glob(pattern, pattern + len, text, text + text_len);
    }
    check(bad == 0);
}

/* Backtracking into every star would take longer than the universe has. */
static void test_glob_many_stars(void) {
    char pattern[400], text[20000];
    for (size_t i = 0; i < sizeof pattern; i++) pattern[i] = i % 2 ? '*' : 'a';
    memset(text, 'a', sizeof text);
    pattern[sizeof pattern - 1] = 'b';
    check(!text_glob(slice_make(pattern, sizeof pattern), slice_make(text, sizeof text), false));
    pattern[sizeof pattern - 1] = '*';
    check(text_glob(slice_make(pattern, sizeof pattern), slice_make(text, sizeof text), false));
}

/* A hundred times the text, or a long segment, must not take a hundred times a hundred times as long. */
static void test_glob_long_segments(void) {
    enum { LONG = 1000000 };
    bytes *pattern = bytes_copy(SLICE("*")), *text = bytes_new(LONG);
    for (int i = 0; i < LONG; i++) bytes_append_char(&text, 'a');
    for (int i = 0; i < LONG / 2; i++) bytes_append_char(&pattern, 'a');
    bytes_append_char(&pattern, 'b');
    check(!text_glob(bytes_slice(pattern), bytes_slice(text), false));
    check(!text_glob(bytes_slice(pattern), bytes_slice(text), true));
    bytes_append_char(&pattern, '*');
    check(!text_glob(bytes_slice(pattern), bytes_slice(text), false));
    pattern->at[pattern->len - 2] = 'a';
    check(text_glob(bytes_slice(pattern), bytes_slice(text), false));
    pattern->at[1] = '?';
    pattern->at[pattern->len - 1] = 'a';
    check(text_glob(bytes_slice(pattern), bytes_slice(text), false));
    bytes_free(pattern);
    bytes_free(text);
}

static void test_small_things(void) {
    check(text_lower('A') == 'a' && text_lower('Z') == 'z' && text_lower('[') == '[' && text_lower('@') == '@');
    char hex[8];
    uint8_t back[4];
    text_hex(hex, (const uint8_t *)"\x00\x9f\xff\x10", 4);
    check(!memcmp(hex, "009fff10", 8));
    check(text_unhex(back, SLICE("009fFF10")) && !memcmp(back, "\x00\x9f\xff\x10", 4));
    check(!text_unhex(back, SLICE("00f")) && !text_unhex(back, SLICE("0g")) && text_unhex(back, SLICE("")));
    bytes *b = bytes_copy(SLICE("a\r\nb"));
    text_flatten(b);
    text_flatten(NULL);
    check(slice_is(bytes_slice(b), "a  b"));
    bytes_free(b);
}

int main(void) {
    test_split();
    test_quote();
    test_glob_examples();
    test_glob_against_recursion();
    test_glob_many_stars();
    test_glob_long_segments();
    test_small_things();
    return unit_result();
}
