/* test_config.c -- the grammar of redis.conf and of the command line, values of every kind, the file written back. */
#include "base/memory.h"
#include "os/os.h"
#include "server/config.h"
#include "server/feature.h"
#include "unit.h"
#include <sys/wait.h>
#include <unistd.h>

static struct {
    bool flag;
    int64_t number, mode;
    uint64_t size, share;
    bytes *text;
    int word, bits;
    int lines, applied;
    bytes *pairs;
} now;

static const char *apply(void) {
    now.applied++;
    return now.number == 13 ? "not thirteen" : NULL;
}

static void pairs_get(bytes **out) { bytes_append(out, bytes_slice(now.pairs)); }

static const char *pairs_set(int argc, const slice *argv) {
    bool none = argc == 1 && !argv[0].len;
    if (argc % 2 && !none) return "not in pairs";
    bytes_free(now.pairs);
    now.pairs = NULL;
    for (int i = 0; i < argc; i++) {
        if (i) bytes_append_char(&now.pairs, ' ');
        bytes_append(&now.pairs, argv[i]);
    }
    return NULL;
}

static const char *line_set(int argc, const slice *argv) {
    (void)argv;
    now.lines++;
    return argc > 3 ? "too many words" : NULL;
}

static void line_lines(void (*emit)(slice rest)) { emit(SLICE("alice on")); }

static const setting settings[] = {
    { "flag", SETTING_BOOL, &now.flag, "no" },
    { "number", SETTING_INT, &now.number, "10", .least = 0, .most = 1000, .apply = apply, .alias = "count" },
    { "mode", SETTING_OCTAL, &now.mode, "0", .least = 0, .most = 0777 },
    { "size", SETTING_MEMORY, &now.size, "1mb" },
    { "share", SETTING_MEMORY, &now.share, "0", .flags = SETTING_PERCENT },
    { "text", SETTING_TEXT, &now.text, "" },
    { "word", SETTING_ENUM, &now.word, "soft", .words = "soft|firm|hard" },
    { "bits", SETTING_BITS, &now.bits, "none", .words = "none|red|green|blue", .flags = SETTING_WORDS },
    { "pairs", SETTING_SPECIAL, NULL, "1 2", .flags = SETTING_WORDS | SETTING_MULTI, .line_words = 2, .get = pairs_get,
      .set = pairs_set },
    { "person", SETTING_SPECIAL, NULL, "", .flags = SETTING_DIRECTIVE, .set = line_set, .lines = line_lines },
    { "missing", SETTING_INT, NULL, "5", .least = 1, .most = 9, .absent = "such thing" },
    { 0 }
};

static const feature tested = { .name = "server", .settings = settings };
static const feature *const list[] = { &tested, NULL };

/* -- helpers ------------------------------------------------------------------------------------------ */

static bool shows(const char *name, const char *value) {
    bytes *text = NULL;
    bool same = config_get_text(slice_of(name), &text) && slice_equal(bytes_slice(text), slice_of(value));
    if (!same) fprintf(stderr, "%s is '%s', not '%s'\n", name, text ? text->at : "(none)", value);
    bytes_free(text);
    return same;
}

static const char *take(const char *name, const char *value) {
    slice text = slice_of(value);
    return config_take(config_find(slice_of(name)), 1, &text);
}

static bool refuses(const char *name, const char *value, const char *why) {
    const char *said = take(name, value);
    return said && !strcmp(said, why);
}

static bool accepts(const char *name, const char *value, const char *shown) {
    return !take(name, value) && shows(name, shown);
}

static const char *path_of(const char *name) {
    static char room[4][256];
    static int next;
    const char *directory = os_environment("TMPDIR");
    char *path = room[next++ % 4];
    snprintf(path, sizeof room[0], "%s/test_config_%d_%s", directory ? directory : "/tmp", os_process_id(), name);
    return path;
}

static void write_file(const char *path, const char *text) {
    os_piece piece = { text, strlen(text) };
    int file = os_open(path, OS_CREATE);
    check(file >= 0 && os_append(file, &piece, 1, NULL) == OS_OK);
    os_close(file);
}

static void load(int argc, const char **argv) { config_load(argc, (char **)argv); }

/* -- tests ---------------------------------------------------------------------------------------------- */

static void defaults(void) {
    check(shows("flag", "no") && shows("number", "10") && shows("mode", "0") && shows("size", "1048576"));
    check(shows("share", "0") && shows("text", "") && shows("word", "soft") && shows("bits", "none"));
    check(shows("pairs", "1 2") && shows("missing", "5"));
    for (int i = 0; i < config_count(); i++) {
        check(config_row_at(i)->setting->flags & SETTING_DIRECTIVE || config_is_default(config_row_at(i)));
    }
    bytes *none = NULL;
    check(!config_get_text(SLICE("person"), &none) && !config_get_text(SLICE("nosuch"), &none));
    check(config_find(SLICE("COUNT")) == config_find(SLICE("number")));
}

static void kinds(void) {
    check(accepts("flag", "YES", "yes") && refuses("flag", "1", "argument must be 'yes' or 'no'"));
    check(accepts("number", "0", "0") && accepts("number", "1000", "1000"));
    check(refuses("number", "1001", "argument must be between 0 and 1000 inclusive"));
    check(refuses("number", "-1", "argument must be between 0 and 1000 inclusive"));
    check(refuses("number", "1k", "argument couldn't be parsed into an integer") && shows("number", "1000"));
    check(accepts("mode", "0750", "750") && refuses("mode", "8", "argument couldn't be parsed as an octal number"));
    check(refuses("mode", "1000", "argument must be between 0 and 777 inclusive"));
    check(accepts("size", "1k", "1000") && accepts("size", "1KB", "1024") && accepts("size", "", "0"));
    check(accepts("size", "99999999999999999999", "18446744073709551615"));
    check(refuses("size", "-1", "argument must be a memory value"));
    check(refuses("size", "1.5gb", "argument must be a memory value"));
    check(accepts("share", "5%", "5%") && (int64_t)now.share == -5 && accepts("share", "5mb", "5242880"));
    check(refuses("share", "101%", "percentage argument must be less or equal to 100"));
    check(refuses("share", "-5%", "argument must be a memory or percent value"));
    check(accepts("text", "a b", "a b") && accepts("text", "", "") && !now.text);
    check(accepts("word", "HARD", "hard") && now.word == 2);
    check(refuses("word", "x", "argument(s) must be one of the following: soft, firm, hard"));
    check(accepts("bits", "blue red", "red blue") && now.bits == 5 && accepts("bits", "none green", "green"));
    check(refuses("bits", "red x", "argument(s) must be one of the following: none, red, green, blue"));
    check(accepts("pairs", "3 4 5 6", "3 4 5 6"));
    check(refuses("pairs", "3 4 5", "not in pairs") && shows("pairs", "3 4 5 6"));
    check(accepts("missing", "7", "7") && refuses("missing", "10", "argument must be between 1 and 9 inclusive"));
    slice two[] = { SLICE("1"), SLICE("2") };
    check(!strcmp(config_take(config_find(SLICE("number")), 2, two), "wrong number of arguments"));
}

/* Whatever text a setting takes, what it then shows it takes as well, and means the same by it. */
static void shown_is_taken(void) {
    static const char pieces[] = "0123456789abcdefghklmnorswxy%. -kgmb\\\"\t";
    int before = unit_failed;
    for (int round = 0; round < 20000; round++) {
        config_row *row = config_row_at((int)(unit_random() % (uint64_t)config_count()));
        if (row->setting->flags & SETTING_DIRECTIVE) continue;
        bytes *text = bytes_new(32), *shown = NULL, *again = NULL;
        for (uint64_t n = unit_random() % 12; n; n--) {
            bytes_append_char(&text, pieces[unit_random() % (sizeof pieces - 1)]);
        }
        slice value = bytes_slice(text);
        const char *why = config_take(row, 1, &value);
        config_print(row, &shown);
        value = bytes_slice(shown);
        if (config_take(row, 1, &value)) unit_fail(__FILE__, __LINE__, row->setting->name);
        config_print(row, &again);
        if (!slice_equal(bytes_slice(again), value)) unit_fail(__FILE__, __LINE__, why ? why : row->setting->name);
        bytes_free(text);
        bytes_free(shown);
        bytes_free(again);
    }
    check(unit_failed == before);
}

static void options(void) {
    const char *argv[] = { "server", "--number", "7", "--text", "it's \"x\"", "--FLAG", "yes",
                           "--bits", "red", "green" };
    load(10, argv);
    check(shows("number", "7") && shows("text", "it's \"x\"") && shows("flag", "yes") && shows("bits", "red green"));
    const char *values[] = { "server", "--text", "--flag", "--flag", "no" };
    load(5, values);
    check(shows("text", "--flag") && shows("flag", "no"));
    const char *blanks[] = { "server", "--bits", "blue green", "--text", "" };
    load(5, blanks);
    check(shows("bits", "green blue") && shows("text", ""));
}

static void argument_lines(void) {
    char *argv[] = { "server", "--save", "--hz", "5", "--save", "1", "2", "--port 7 --x", "--save" };
    bytes *text = config_text_of_arguments(9, argv, 1);
    check(slice_equal(bytes_slice(text), SLICE("\nsave \"\"\nhz \"5\"\nsave \"1\" \"2\"\nport 7 --x\nsave \"\"\n")));
    bytes_free(text);
}

static void files(void) {
    char text[1024];
    const char *main_path = path_of("main"), *other = path_of("other");
    write_file(other, "number 42\r\n# the end\n");
    snprintf(text, sizeof text,
             "# A comment, 'with quotes\n\n \t word \t firm  \ninclude %s\nperson a b\nPERSON c\n"
             "pairs 1 1\npairs 2 2\ntext \"a\\x41\\n\" \nmode 0700", other);
    write_file(main_path, text);
    now.applied = now.lines = 0;
    const char *argv[] = { "server", main_path, "--flag", "yes" };
    load(4, argv);
    check(shows("word", "firm") && shows("number", "42") && shows("pairs", "1 1 2 2") && shows("text", "aA\n"));
    check(shows("mode", "700") && shows("flag", "yes") && now.lines == 2 && now.applied == 1);
    check(!strcmp(config_file_path(), main_path));
    os_remove(other);
}

/* What a server that is given these arguments says on standard error before it ends with 1. */
static bool ends_saying(int argc, const char **argv, const char *expected) {
    int ends[2], status = 0;
    char said[1024];
    size_t len = 0;
    if (pipe(ends)) return false;
    int child = fork();
    if (!child) {
        dup2(ends[1], 2);
        config_load(argc, (char **)argv);
        _exit(0);
    }
    close(ends[1]);
    for (ssize_t got; (got = read(ends[0], said + len, sizeof said - 1 - len)) > 0;) len += (size_t)got;
    close(ends[0]);
    said[len] = 0;
    bool same = waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 1 && !strcmp(said, expected);
    if (!same) fprintf(stderr, "status %d, said: %s\n", status, said);
    return same;
}

static bool mistake(const char *text, int line, const char *quoted, const char *why) {
    const char *path = path_of("wrong"), *argv[] = { "server", path };
    char expected[1024];
    write_file(path, text);
    snprintf(expected, sizeof expected, "\n*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***\n"
             "Reading the configuration file, at line %d\n>>> '%s'\n%s\n", line, quoted, why);
    bool said = ends_saying(2, argv, expected);
    os_remove(path);
    return said;
}

static void mistakes(void) {
    const char *unknown = "Bad directive or wrong number of arguments";
    check(mistake("flag yes\n\n  foo bar \n", 3, "foo bar", unknown));
    check(mistake("flag", 1, "flag", "wrong number of arguments"));
    check(mistake("number 1 2", 1, "number 1 2", "wrong number of arguments"));
    check(mistake("text \"x", 1, "text \"x", "Unbalanced quotes in configuration line"));
    check(mistake("text 'x'y", 1, "text 'x'y", "Unbalanced quotes in configuration line"));
    check(mistake("pairs 1 2\npairs 3\n", 2, "pairs 3", "not in pairs"));
    check(mistake("person", 1, "person", unknown) && mistake("person a b c d", 1, "person a b c d", "too many words"));
    check(mistake("include", 1, "include", unknown) && mistake("rename-command get", 1, "rename-command get", unknown));
    const char *option[] = { "server", "--flag", "yes", "--size", "x" };
    check(ends_saying(5, option, "\n*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***\nReading the configuration file, at line 3\n"
                                 ">>> 'size \"x\"'\nargument must be a memory value\n"));
    const char *refused[] = { "server", "--number", "13" };
    check(ends_saying(3, refused, "\n*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***\nnot thirteen\n"));
}

static void include_mistakes(void) {
    const char *path = path_of("included");
    char text[300];
    write_file(path, "# fine\nnumber x\n");
    snprintf(text, sizeof text, "flag yes\ninclude %s\n", path);
    const char *outer = path_of("wrong"), *argv[] = { "server", outer };
    char expected[600];
    write_file(outer, text);
    snprintf(expected, sizeof expected, "\n*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***\nReading the configuration file, at line 2 "
             "of %s\n>>> 'number x'\nargument couldn't be parsed into an integer\n", path);
    check(ends_saying(2, argv, expected));
    write_file(outer, "include /tmp/test_config_of_nothing_*.conf\nflag no\n");
    load(2, argv);
    check(shows("flag", "no"));
    os_remove(outer);
    os_remove(path);
}

static void rewriting(void) {
    const char *path = path_of("main");
    check(!strcmp(path, config_file_path()));
    write_file(path, "# first\nnumber 1\n\ncount 2\n# between\npairs 7 7\nperson bob off\nflag no\n");
    check(!take("number", "77") && !take("pairs", "1 2 3 4 5 6") && !take("text", "q\"") && !take("size", "2gb"));
    check(!take("word", "soft") && !take("bits", "none") && !take("mode", "0") && !take("share", "0"));
    check(!config_rewrite(false));
    bytes *text = config_read_file(path);
    check(slice_equal(bytes_slice(text),
                      SLICE("# first\nnumber 77\n\n# between\npairs 1 2\nperson alice on\nflag yes\n\n"
                            "# Generated by CONFIG REWRITE\nsize 2gb\ntext \"q\\\"\"\npairs 3 4\npairs 5 6\n"
                            "missing 7\n")));
    bytes_free(text);
    check(!take("pairs", "") && !config_rewrite(false) && !config_rewrite(false));
    text = config_read_file(path);
    check(slice_equal(bytes_slice(text),
                      SLICE("# first\nnumber 77\n\n# between\npairs \"\"\nperson alice on\nflag yes\n\n"
                            "# Generated by CONFIG REWRITE\nsize 2gb\ntext \"q\\\"\"\n\nmissing 7\n")));
    bytes_free(text);
    const char *argv[] = { "server", path };
    load(2, argv);
    check(shows("number", "77") && shows("pairs", "") && shows("text", "q\"") && shows("size", "2147483648"));
    os_remove(path);
}

int main(void) {
    config_register(list);
    defaults();
    kinds();
    shown_is_taken();
    options();
    argument_lines();
    mistakes();
    include_mistakes();
    files();
    rewriting();
    return unit_result();
}
