/* fuzz_config.c -- bytes for whoever reads redis.conf: quoting, directives, every kind of value.
 *
 * A mistake ends the process that reads, so a child reads each input, in a directory of its own: it must take the file, or
 * refuse it with status 1. What it took, it writes back with every setting, and another child that reads this must come
 * to have the same settings. */
#include "base/text.h"
#include "fuzz/features.h"
#include "fuzz/mutate.h"
#include "server/config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE_S = 10, FILE_MOST = 4 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[] = "/tmp/fuzz-config-XXXXXX";

static void path_of(char *out, size_t cap, const char *name) { snprintf(out, cap, "%s/%s", folder, name); }

static void settings_write(const char *path) {
    FILE *f = fopen(path, "wb");
    for (int i = 0; f && i < config_count(); i++) {
        bytes *value = bytes_new(0);
        config_print(config_row_at(i), &value);
        fprintf(f, "%s ", config_row_at(i)->setting->name);
        fwrite(value->at, 1, value->len, f);
        fputc('\n', f);
        bytes_free(value);
    }
    if (!f || fclose(f)) abort();
}

/* In the child. */
static _Noreturn void read_here(const char *result, bool rewrite) {
    char config[64];
    char *argv[] = {"redis-server", config, NULL};
    int nowhere = open("/dev/null", O_RDWR);
    path_of(config, sizeof config, "redis.conf");
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){FILE_MOST, FILE_MOST});
    alarm(PATIENCE_S);
    if (chdir(folder)) abort();
    dup2(nowhere, 1);
    if (!getenv("FUZZ_SHOW")) dup2(nowhere, 2);
    config_load(2, argv);
    settings_write(result);
    if (rewrite && config_rewrite(true)) abort();
    _exit(0);
}

static int read_config(const char *result, bool rewrite) {
    char path[64];
    int status;
    path_of(path, sizeof path, result);
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) abort();
    if (!child) read_here(path, rewrite);
    if (waitpid(child, &status, 0) != child) abort();
    if (WIFEXITED(status) && WEXITSTATUS(status) < 2) return WEXITSTATUS(status);
    fprintf(stderr, "reading ended with status %d\n", status);
    abort();
}

static bytes *file_text(const char *name) {
    char path[64];
    path_of(path, sizeof path, name);
    bytes *text = config_read_file(path);
    if (!text) abort();
    return text;
}

static void compare(void) {
    bytes *first = file_text("first"), *second = file_text("second");
    if (!slice_equal(bytes_slice(first), bytes_slice(second))) {
        fprintf(stderr, "rewritten and read again it is not the same: see first and second in %s\n", folder);
        abort();
    }
    bytes_free(first);
    bytes_free(second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool ready;
    char path[64];
    if (!ready) {
        if (!mkdtemp(folder)) abort();
        features_register();
        ready = true;
    }
    path_of(path, sizeof path, "redis.conf");
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(data, 1, size, f) != size || fclose(f)) abort();
    if (read_config("first", true)) return 0;
    if (read_config("second", false)) {
        fprintf(stderr, "what was rewritten is refused: see %s\n", path);
        abort();
    }
    compare();
    return 0;
}

#ifndef LIBFUZZER
int main(int argc, char **argv) {
    char line[64];
    int code = mutate_main(argc, argv, "tests/fuzz/corpus/config", LLVMFuzzerTestOneInput);
    snprintf(line, sizeof line, "rm -rf '%s'", folder);
    return system(line) ? 1 : code;
}
#endif
