/* fuzz_log.c -- bytes for whoever reads the append-only file: the commands of an increment, and the manifest.
 *
 * The first byte says which of the two: 'm' is a manifest, anything else the commands behind it. What was read of a
 * manifest, printed and read again, must be the same (one of nothing but remarks names no file, and prints as nothing). */
#include "fuzz/mutate.h"
#include "persist/manifest.h"
#include "persist/resp_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool fact, const char *what) {
    if (fact) return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static void manifest_try(slice text) {
    const char *why = NULL;
    int line = 0;
    slice at;
    manifest m = {0}, again = {0};
    if (manifest_parse(&m, text, &why, &line, &at)) {
        bytes *printed = manifest_print(&m);
        bool reads = !m.count || manifest_parse(&again, bytes_slice(printed), &why, &line, &at);
        must(reads, "what was printed cannot be read");
        must(again.count == m.count, "printed and read: another number of files");
        bytes_free(printed);
        manifest_free(&again);
    }
    manifest_free(&m);
}

static void commands_try(const uint8_t *data, size_t size) {
    static char path[] = "/tmp/fuzz-log-XXXXXX";
    static int file = -1;
    resp_file f;
    enum resp_outcome o;
    int64_t before = 0;
    if (file < 0) file = mkstemp(path);
    must(file >= 0 && !ftruncate(file, 0) && pwrite(file, data, size, 0) == (ssize_t)size, "cannot write");
    must(resp_file_open(&f, path, 0), "cannot open");
    while ((o = resp_file_next(&f)) == RESP_COMMAND || o == RESP_NOTE) {
        must(resp_file_offset(&f) > before && resp_file_offset(&f) <= (int64_t)size, "no way forward");
        before = resp_file_offset(&f);
        size_t sum = 0;
        for (int i = 0; o == RESP_COMMAND && i < f.argc; i++)
            for (size_t k = 0; k < f.argv[i].len; k++) sum += (unsigned char)f.argv[i].at[k];
        must(sum <= 255 * size, "more than there is");
    }
    must(o != RESP_UNREADABLE, "cannot read");
    resp_file_close(&f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    if (data[0] == 'm')
        manifest_try(slice_make((const char *)data + 1, size - 1));
    else
        commands_try(data + 1, size - 1);
    return 0;
}

#ifndef LIBFUZZER
int main(int argc, char **argv) {
    return mutate_main(argc, argv, "tests/fuzz/corpus/log", LLVMFuzzerTestOneInput);
}
#endif
