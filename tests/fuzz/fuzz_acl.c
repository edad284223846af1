/* fuzz_acl.c -- bytes for whoever reads a file of users: its lines, the rules in them, patterns, selectors.
 *
 * A refused file changes nothing. One that was taken is written back and read again, which must give users who are written back
 * the same: their descriptions say all there is. (The first time may say something shorter: "%RW~*" becomes "~*".) */
#include "fuzz/features.h"
#include "fuzz/mutate.h"
#include "server/acl.h"
#include "server/config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool fact, const char *what, slice about) {
    if (fact) return;
    fprintf(stderr, "%s: %.*s\n", what, SLICE_ARGS(about));
    abort();
}

static void describe(const acl_user *u, void *context) {
    bytes **out = context;
    acl_describe_user(u, out);
    bytes_append_char(out, '\n');
}

static bytes *describe_all(void) {
    bytes *out = bytes_new(0);
    acl_each_user(describe, &out);
    return out;
}

static const char *file_of_users(void) {
    static char path[] = "/tmp/fuzz-acl-XXXXXX";
    static bool made;
    if (made) return path;
    made = true;
    int file = mkstemp(path);
    slice value = slice_of(path);
    if (file < 0) abort();
    close(file);
    features_register();
    must(!config_take(config_find(slice_of("aclfile")), 1, &value), "no setting", value);
    return path;
}

static bytes *written_and_read(void) {
    must(acl_file_save(), "cannot be saved", slice_of("the users"));
    const char *why = acl_file_load();
    must(!why, "what was written cannot be read", slice_of(why ? why : ""));
    return describe_all();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *path = file_of_users();
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(data, 1, size, f) != size || fclose(f)) abort();
    bytes *before = describe_all();
    const char *why = acl_file_load();
    bytes *taken = describe_all();
    if (why) must(slice_equal(bytes_slice(before), bytes_slice(taken)), "refused, and yet it did something", slice_of(why));
    if (!why) {
        bytes *once = written_and_read(), *twice = written_and_read();
        must(slice_equal(bytes_slice(once), bytes_slice(twice)), "written and read it is not the same", bytes_slice(once));
        bytes_free(once);
        bytes_free(twice);
    }
    bytes_free(before);
    bytes_free(taken);
    return 0;
}

#ifndef LIBFUZZER
int main(int argc, char **argv) {
    int code = mutate_main(argc, argv, "tests/fuzz/corpus/acl", LLVMFuzzerTestOneInput);
    unlink(file_of_users());
    return code;
}
#endif
