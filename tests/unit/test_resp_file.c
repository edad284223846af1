/* test_resp_file.c -- files of commands, whole, cut at every byte and damaged; and manifests. */
#include "os/os.h"
#include "persist/aof.h"
#include "persist/resp_file.h"
#include "unit.h"

enum { COMMANDS = 40 };

static char path[64];

static void put_file(slice text) {
    int file = os_open(path, OS_CREATE);
    os_piece piece = { text.at, text.len };
    check(file >= 0 && os_append(file, &piece, 1, NULL) == OS_OK);
    os_close(file);
}

/* Random commands, now and then a note between them; ends[i] is where the ith record ends. */
static bytes *make(int64_t *ends) {
    bytes *text = NULL;
    static char room[5000];
    for (int i = 0; i < COMMANDS; i++) {
        slice argv[5];
        int argc = 1 + (int)(unit_random() % 5);
        if (i % 7 == 3) {
            bytes_printf(&text, "#TS:%d\r\n", i);
        } else {
            for (int j = 0; j < argc; j++) argv[j] = slice_make(room, unit_random() % (i == 9 ? sizeof room : 30));
            for (size_t j = 0; j < sizeof room; j++) room[j] = (char)unit_random();
            aof_encode(&text, argc, argv);
        }
        ends[i] = (int64_t)text->len;
    }
    return text;
}

static void test_cuts(void) {
    int64_t ends[COMMANDS];
    bytes *text = make(ends);
    for (size_t len = 0; len <= text->len; len += 1 + (len > 300) * 13) {
        resp_file f;
        int count = 0, expected = 0;
        enum resp_outcome outcome;
        put_file(slice_make(text->at, len));
        check(resp_file_open(&f, path, 0));
        while ((outcome = resp_file_next(&f)) == RESP_COMMAND || outcome == RESP_NOTE) {
            if (resp_file_offset(&f) != ends[count]) break;
            count++;
        }
        while (expected < COMMANDS && ends[expected] <= (int64_t)len) expected++;
        check(count == expected);
        bool whole = expected ? ends[expected - 1] == (int64_t)len : !len;
        check(outcome == (whole ? RESP_FINISHED : RESP_CUT));
        resp_file_close(&f);
    }
    bytes_free(text);
}

static void test_large(void) {
    bytes *big = NULL, *text = NULL;
    bytes_resize(&big, 5 << 20);
    aof_encode(&text, 3, (slice[]){ SLICE("SET"), SLICE("k"), bytes_slice(big) });
    aof_encode(&text, 1, (slice[]){ SLICE("PING") });
    put_file(bytes_slice(text));
    resp_file f;
    check(resp_file_open(&f, path, 0));
    check(resp_file_next(&f) == RESP_COMMAND && f.argc == 3 && f.argv[2].len == big->len);
    check(resp_file_next(&f) == RESP_COMMAND && f.argc == 1 && slice_is(f.argv[0], "ping"));
    check(resp_file_next(&f) == RESP_FINISHED);
    resp_file_close(&f);
    bytes_free(big);
    bytes_free(text);
}

static void test_broken(void) {
    static const char *const texts[] = {
        "x", "*0\r\n", "*-1\r\n", "*1\r\n:3\r\n", "*1\r\n$x\r\n", "*1\r\n$-1\r\n", "*1\r\n$1\r\nabc", "*1\n$1\r\na\r\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        resp_file f;
        put_file(slice_of(texts[i]));
        check(resp_file_open(&f, path, 0));
        check(resp_file_next(&f) == RESP_BROKEN && f.why[0]);
        resp_file_close(&f);
    }
}

/* -- manifests ------------------------------------------------------------------------------------------------- */

static void test_manifest(void) {
    static const char text[] = "# a comment\nfile a.1.base.rdb seq 1 type b\nseq 3 future x type history file a.3.incr.aof\n"
                               "FILE \"b \\\"\\xc3\\xa9\" seq 4 type i\nfile c seq 7 type i\n";
    manifest m, again;
    const char *why;
    int line;
    slice at;
    check(manifest_parse(&m, slice_of(text), &why, &line, &at));
    check(m.count == 4 && manifest_base(&m)->seq == 1 && manifest_last(&m)->seq == 7 && m.increment_seq == 7);
    bytes *printed = manifest_print(&m);
    check(manifest_parse(&again, bytes_slice(printed), &why, &line, &at));
    check(again.count == 4 && slice_equal(bytes_slice(again.files[2].name), slice_make("b \"\xc3\xa9", 5)));
    manifest_retire(&m, 1);
    check(!manifest_base(&m) && manifest_last(&m)->seq == 7);
    manifest_drop(&m, 'h');
    check(m.count == 1);
    bytes_free(printed);
    manifest_free(&m);
    manifest_free(&again);
}

/* Offsets are read in any order, and printed from the beginning on; a file without one has no end either. */
static void test_offsets(void) {
    static const char text[] = "file b seq 1 type b\nendoffset 20 startoffset 9 file i seq 1 type i\nfile k seq 2 type i startoffset 20\n"
                               "file l seq 3 type i endoffset 7\nfile m seq 4 type i startoffset many\n";
    static const char printed[] = "file b seq 1 type b\nfile i seq 1 type i startoffset 9 endoffset 20\n"
                                  "file k seq 2 type i startoffset 20\nfile l seq 3 type i\nfile m seq 4 type i startoffset 0\n";
    manifest m;
    const char *why;
    int line;
    slice at;
    check(manifest_parse(&m, slice_of(text), &why, &line, &at));
    check(m.files[1].from == 9 && m.files[1].to == 20 && m.files[2].to == NO_OFFSET && m.files[3].to == 7);
    manifest copy = manifest_copy(&m);
    bytes *again = manifest_print(&copy);
    check(slice_equal(bytes_slice(again), slice_of(printed)));
    bytes_free(again);
    manifest_free(&copy);
    manifest_free(&m);
}

static void test_wrong_manifests(void) {
    static const struct { const char *text, *why; } wrong[] = {
        { "", "Found an empty AOF manifest" },
        { "file a seq 1 type b", "The AOF manifest file contains too long line" },
        { "\n", "Invalid AOF manifest file format" },
        { "file a seq 1\n", "Invalid AOF manifest file format" },
        { "file a seq 0 type b\n", "Invalid AOF manifest file format" },
        { "file \"a seq 1 type b\n", "Invalid AOF manifest file format" },
        { "file a/b seq 1 type b\n", "File can't be a path, just a filename" },
        { "file a seq 1 type b\nfile c seq 2 type b\n", "Found duplicate base file information" },
        { "file a seq 2 type i\nfile c seq 2 type i\n", "Found a non-monotonic sequence number" },
        { "file a seq 2 type x\n", "Unknown AOF file type" },
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        manifest m;
        const char *why;
        int line;
        slice at;
        check(!manifest_parse(&m, slice_of(wrong[i].text), &why, &line, &at));
        check(!strcmp(why, wrong[i].why));
        check(m.count == 0 && !m.files);
    }
}

int main(void) {
    snprintf(path, sizeof path, "/tmp/test_resp_file.%d", os_process_id());
    test_cuts();
    test_large();
    test_broken();
    test_manifest();
    test_offsets();
    test_wrong_manifests();
    os_remove(path);
    return unit_result();
}
