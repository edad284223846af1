/* config_args.c -- the command line: options are lines of the configuration file; a few ask for something else. */
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "os/os.h"
#include "server/config.h"
#include "server/version.h"
#include <stdio.h>

enum { MEGABYTE = 1 << 20 };

static const char usage[] =
    "Usage: redis-server [/path/to/redis.conf] [options] [-]\n"
    "       redis-server - (read config from stdin)\n"
    "       redis-server -v or --version\n"
    "       redis-server -h or --help\n"
    "       redis-server --test-config [/path/to/redis.conf] [options]\n"
    "       redis-server --test-memory <megabytes>\n"
    "       redis-server --check-system\n"
    "\n"
    "Every directive of redis.conf is also an option: --port 7777, --appendonly yes.\n"
    "\n"
    "Examples:\n"
    "       redis-server (run the server with default conf)\n"
    "       echo 'maxmemory 128mb' | redis-server -\n"
    "       redis-server /etc/redis/6379.conf\n"
    "       redis-server --port 7777\n"
    "       redis-server /etc/myredis.conf --loglevel verbose -\n";

static void say(int stream, const char *text) { os_print(stream, text, strlen(text)); }

/* -- questions ------------------------------------------------------------------------------------ */

/* Writes a pattern that differs at each address and its complement over so much memory, and reads them back. */
static int test_memory(const char *megabytes) {
    int64_t count = 0;
    if (!megabytes || !number_parse_int(slice_of(megabytes), &count) || count < 1 || count > 1 << 20) {
        say(2, "Please specify the amount of memory to test in megabytes.\n"
               "Example: redis-server --test-memory 4096\n\n");
        return 1;
    }
    size_t words = (size_t)count * (MEGABYTE / sizeof(uint64_t)), bad = 0;
    volatile uint64_t *at = memory_try(words * sizeof *at);
    if (!at) {
        say(2, "Unable to allocate that much memory.\n");
        return 1;
    }
    for (int pass = 0; pass < 2; pass++) {
        uint64_t mask = pass ? UINT64_MAX : 0;
        for (size_t i = 0; i < words; i++) at[i] = (i * 0x9E3779B97F4A7C15u) ^ mask;
        for (size_t i = 0; i < words; i++) bad += at[i] != ((i * 0x9E3779B97F4A7C15u) ^ mask);
    }
    memory_free((void *)(uintptr_t)at, words * sizeof *at);
    char text[96];
    snprintf(text, sizeof text, "%zu words differ: memory %s.\n", bad, bad ? "FAILED this test" : "passed this test");
    say(1, text);
    return bad != 0;
}

static void check_line(const char *what, const char *path, const char *bad, int *failures) {
    bytes *text = config_read_file(path);
    bool wrong = text && strstr(text->at, bad);
    char line[160];
    snprintf(line, sizeof line, "[%s]...%s\n", what, !text ? "skipped" : wrong ? "WARNING" : "OK");
    say(1, line);
    *failures += wrong;
    bytes_free(text);
}

static int check_system(void) {
    int failures = 0;
    static const char clock[] = "/sys/devices/system/clocksource/clocksource0/current_clocksource";
    check_line("slow-clocksource", clock, "xen", &failures);
    check_line("overcommit", "/proc/sys/vm/overcommit_memory", "2", &failures);
    check_line("THP", "/sys/kernel/mm/transparent_hugepage/enabled", "[always]", &failures);
    return failures != 0;
}

int config_answer(int argc, char **argv) {
    const char *first = argc > 1 ? argv[1] : "";
    if (!strcmp(first, "-v") || !strcmp(first, "--version")) {
        say(1, "Redis server v=" VERSION_COMPATIBLE " sha=00000000:0 malloc=" VERSION_ALLOCATOR " bits=64 build="
               VERSION_OWN "\n");
        return 0;
    }
    if (!strcmp(first, "-h") || !strcmp(first, "--help")) {
        say(2, usage);
        return 1;
    }
    if (!strcmp(first, "--test-memory")) return test_memory(argc == 3 ? argv[2] : NULL);
    if (!strcmp(first, "--check-system")) return check_system();
    return -1;
}

/* -- options --------------------------------------------------------------------------------------- */

static void append_standard_input(bytes **out) {
    char room[4096];
    int got;
    while ((got = os_read_standard_input(room, sizeof room)) > 0) bytes_append(out, slice_make(room, (size_t)got));
}

static bool is_standard_input(int argc, char **argv, int i) { return (i == 1 || i == argc - 1) && !strcmp(argv[i], "-"); }

/* "--maxmemory 1gb" as one word brings its value along. */
static bool has_value(const char *option) {
    bytes **words;
    int count = text_split(slice_of(option), &words);
    if (count > 0) text_free_words(words, count);
    return count != 1;
}

/* An option goes on until the next word that begins with "--"; but the word right behind a mere name is always its value,
 * so that --timeout --hz is a mistake and not two options. Only --save may stand without one: it saves nothing then. */
static void append_options(bytes **out, int argc, char **argv, int from) {
    bool begun = false, bare = false, save = false;
    bytes_append_char(out, '\n');
    for (int i = from; i < argc; i++) {
        if (is_standard_input(argc, argv, i)) continue;
        if (!strncmp(argv[i], "--", 2) && (!bare || save)) {
            if (bare) bytes_append_text(out, " \"\"");
            if (begun) bytes_append_char(out, '\n');
            bytes_append_text(out, argv[i] + 2);
            bare = !has_value(argv[i] + 2);
            save = !strcmp(argv[i], "--save");
        } else {
            bytes_append_char(out, ' ');
            text_quote(out, slice_of(argv[i]));
            bare = false;
        }
        begun = true;
    }
    if (bare && save) bytes_append_text(out, " \"\"");
    bytes_append_char(out, '\n');
}

/* What comes from standard input ("-" as the first word or the last) stands before the options, which have the last word. */
bytes *config_text_of_arguments(int argc, char **argv, int from) {
    bytes *out = bytes_new(64);
    bool options = false, input = false;
    for (int i = from; i < argc; i++) is_standard_input(argc, argv, i) ? (input = true) : (options = true);
    if (input) append_standard_input(&out);
    if (options) append_options(&out, argc, argv, from);
    return out;
}
