/* fuzz_http.c -- bytes for whoever reads the requests of the endpoint for metrics.
 *
 * Each beginning of the input is judged as if no more had arrived yet, from a buffer of exactly its size. Once it is known
 * what is wanted, nothing that follows may change it; and by the end of the room it must be known. */
#include "fuzz/mutate.h"
#include "server/metrics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static enum metrics_wish judge(const uint8_t *data, size_t size, size_t most) {
    char *exact = malloc(size ? size : 1);
    if (!exact) abort();
    memcpy(exact, data, size);
    enum metrics_wish wish = metrics_request(slice_make(exact, size), most);
    free(exact);
    return wish;
}

static void must(bool fact, const char *what) {
    if (fact) return;
    fprintf(stderr, "%s\n", what);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    enum metrics_wish known = METRICS_UNKNOWN;
    size_t step = size > 512 ? size / 256 : 1;
    for (size_t length = 1; length <= size; length += step) {
        enum metrics_wish now = judge(data, length, size + 1);
        must(known == METRICS_UNKNOWN || now == known, "what was known has changed");
        known = now;
    }
    enum metrics_wish last = size ? judge(data, size, size) : METRICS_MALFORMED;
    must(last != METRICS_UNKNOWN, "full, and still unknown");
    bool served = last == METRICS_GET || last == METRICS_HEAD;
    must(!served || (memchr(data, '/', size) && memchr(data, '\n', size)), "served for nothing");
    return 0;
}

#ifndef LIBFUZZER
int main(int argc, char **argv) {
    return mutate_main(argc, argv, "tests/fuzz/corpus/http", LLVMFuzzerTestOneInput);
}
#endif
