/* check_aof.c -- redis-check-aof: is this log sound, and where does it stop being so? (persistence.md section 8) */
#include "base/number.h"
#include "commands/value_types.h"
#include "os/os.h"
#include "persist/check.h"
#include "persist/manifest.h"
#include "persist/rdb.h"
#include "persist/resp_file.h"
#include "server/version.h"
#include <stdio.h>

enum { COMMANDS_A_LOOK = 4096 };

typedef struct options {
    bool fix;
    bool until;                             /* --truncate-to-timestamp */
    int64_t until_s;
} options;

/* Where a file is, and what it is called in what we say. */
typedef struct file_name { const char *path, *name; } file_name;

enum verdict { SOUND, EMPTY, REPAIRED, CUT_SHORT, UNSOUND };

/* -- a file of commands ----------------------------------------------------------------------------------- */

typedef struct walk {
    resp_file from;
    int64_t good;                           /* behind the last complete command or transaction */
    bool multi;
    uint64_t read;                          /* commands and annotations */
    int64_t cut_at;                         /* where the first later timestamp stands, -1 none */
} walk;

static void complain(int64_t offset, const char *what) { printf("0x%16llx: %s\n", (unsigned long long)offset, what); }

static bool stamped_after(const walk *w, const options *o) {
    int64_t stamp;
    slice note = w->from.note;
    if (!o->until || !slice_starts(note, SLICE("TS:"))) return false;
    return number_parse_int(slice_make(note.at + 3, note.len - 3), &stamp) && stamp > o->until_s;
}

static bool complain_of(const char *what, const walk *w, const char *path) {
    printf("0x%16llx: %s in AOF %s\n", (unsigned long long)w->from.argument_at, what, path);
    return false;
}

static bool take_command(walk *w, const char *path) {
    slice name = w->from.argv[0];
    if (slice_is(name, "multi")) {
        if (w->multi) return complain_of("Unexpected MULTI", w, path);
        w->multi = true;
    } else if (slice_is(name, "exec")) {
        if (!w->multi) return complain_of("Unexpected EXEC", w, path);
        w->multi = false;
    }
    return true;
}

/* A fault at the first byte of a command is said in words of its own. */
static bool complain_of_bytes(const walk *w, const file_name *n) {
    if (w->from.broken_at == resp_file_offset(&w->from)) printf("AOF %s format error\n", n->name);
    else complain(w->from.broken_at, w->from.why);
    return false;
}

/* Walks to the end or to the first fault: true when all of it is sound (or was cut at a timestamp). */
static bool walk_all(walk *w, const file_name *n, const options *o) {
    for (;;) {
        int64_t before = resp_file_offset(&w->from);
        if (++w->read % COMMANDS_A_LOOK == 0) check_progress(before, w->from.size);
        switch (resp_file_next(&w->from)) {
        case RESP_COMMAND:
            if (!take_command(w, n->path)) return false;
            break;
        case RESP_NOTE:
            if (!stamped_after(w, o)) break;
            w->cut_at = before;
            return true;
        case RESP_FINISHED:
            if (w->multi) complain(w->from.argument_at, "Reached EOF before reading EXEC for MULTI");
            return !w->multi;
        case RESP_CUT:
        case RESP_BROKEN: return complain_of_bytes(w, n);
        case RESP_UNREADABLE: printf("Cannot read the file: %s\n", os_error_text()); return false;
        }
        if (!w->multi) w->good = resp_file_offset(&w->from);
    }
}

static bool confirmed(void) {
    char answer[2];
    printf("Continue? [y/N]: ");
    fflush(stdout);
    return os_read_standard_input(answer, sizeof answer) > 0 && (answer[0] == 'y' || answer[0] == 'Y');
}

static bool cut(const char *path, int64_t size) {
    int file = os_open(path, OS_APPEND);
    bool good = file >= 0 && os_truncate(file, size) == OS_OK && os_sync(file) == OS_OK;
    if (!good) printf("Failed to truncate AOF %s: %s\n", path, os_error_text());
    if (file >= 0) os_close(file);
    return good;
}

static enum verdict cut_at_stamp(const file_name *n, const walk *w, const options *o, bool last) {
    long long until = (long long)o->until_s;
    if (w->cut_at < 0) {
        printf("Truncate nothing in AOF %s to timestamp %lld\n", n->name, until);
        return SOUND;
    }
    if (!last) {
        printf("Failed to truncate AOF %s to timestamp %lld to offset %lld because it is not the last file.\n", n->path, until,
               (long long)w->cut_at);
        printf("If you insist, please delete all files after this file according to the manifest file and delete the corresponding "
               "records in manifest file manually. Then re-run redis-check-aof.\n");
        return UNSOUND;
    }
    if (!w->cut_at) {
        printf("AOF %s has nothing before timestamp %lld, aborting...\n", n->path, until);
        return UNSOUND;
    }
    if (!cut(n->path, w->cut_at)) return UNSOUND;
    printf("Successfully truncated AOF %s to timestamp %lld\n", n->name, until);
    return CUT_SHORT;
}

static enum verdict repair(const file_name *n, const walk *w, const options *o, bool last) {
    int64_t left = w->from.size - w->good;
    if (!o->fix) {
        printf("AOF %s is not valid. Use the --fix option to try fixing it.\n", n->name);
        return UNSOUND;
    }
    if (!last) {
        printf("Failed to truncate AOF %s because it is not the last file\n", n->name);
        return UNSOUND;
    }
    printf("This will shrink the AOF %s from %lld bytes, with %lld bytes, to %lld bytes\n", n->name, (long long)w->from.size,
           (long long)left, (long long)w->good);
    if (!confirmed()) {
        printf("Aborting...\n");
        return UNSOUND;
    }
    if (!cut(n->path, w->good)) return UNSOUND;
    printf("Successfully truncated AOF %s\n", n->name);
    return REPAIRED;
}

static enum verdict check_commands(const file_name *n, int64_t from, const options *o, bool last) {
    walk w = { .good = from, .cut_at = -1 };
    if (!resp_file_open(&w.from, n->path, from)) {
        printf("Cannot open file %s: %s\n", n->path, os_error_text());
        return UNSOUND;
    }
    enum verdict result = EMPTY;
    if (w.from.size) {
        bool sound = walk_all(&w, n, o);
        if (sound && o->until) {
            result = cut_at_stamp(n, &w, o, last);
        } else {
            printf("AOF analyzed: filename=%s, size=%lld, ok_up_to=%lld, ok_up_to_line=%lld, diff=%lld\n", n->name,
                   (long long)w.from.size, (long long)w.good, (long long)w.from.line, (long long)(w.from.size - w.good));
            result = sound ? SOUND : repair(n, &w, o, last);
        }
    }
    resp_file_close(&w.from);
    return result;
}

/* -- files ------------------------------------------------------------------------------------------------- */

static enum verdict check_file(const file_name *n, const options *o, bool last) {
    int64_t from = 0;
    if (rdb_begins(n->path)) {
        if (!check_rdb(n->path, &from)) {
            printf("RDB preamble of AOF file is not sane, aborting.\n");
            return UNSOUND;
        }
        printf("RDB preamble is OK, proceeding with AOF tail...\n");
    }
    return check_commands(n, from, o, last);
}

static int check_old_style(const char *path, const options *o) {
    printf("Start checking Old-Style AOF\n");
    file_name n = { path, path };
    enum verdict v = check_file(&n, o, true);
    if (v == SOUND) printf("AOF %s is valid\n", path);
    if (v == EMPTY) printf("AOF %s is empty\n", path);
    return v == UNSOUND;
}

static bytes *beside(const char *manifest_path, const char *name) {
    const char *slash = strrchr(manifest_path, '/');
    bytes *path = bytes_copy(slice_make(manifest_path, slash ? (size_t)(slash + 1 - manifest_path) : 0));
    bytes_append_text(&path, name);
    return path;
}

static bool check_listed(const char *manifest_path, const log_file *f, const options *o, bool last) {
    bytes *path = beside(manifest_path, f->name->at);
    const char *kind = f->kind == 'b' ? "BASE" : "INCR";
    bool there = os_file_size(path->at) >= 0;
    if (!there) printf("Cannot open file %s: %s\n", path->at, os_error_text());
    if (there && f->kind == 'b') printf("Start to check BASE AOF (%s format).\n", rdb_begins(path->at) ? "RDB" : "RESP");
    file_name n = { path->at, f->name->at };
    enum verdict v = there ? check_file(&n, o, last) : UNSOUND;
    if (v == SOUND) printf("%s AOF %s is valid\n", kind, f->name->at);
    if (v == EMPTY) printf("%s AOF %s is empty\n", kind, f->name->at);
    bytes_free(path);
    return v != UNSOUND;
}

static int check_manifest(const char *path, slice text, const options *o) {
    manifest m;
    const char *why;
    int line;
    slice at = { "", 0 };
    printf("Start checking Multi Part AOF\n");
    if (!manifest_parse(&m, text, &why, &line, &at)) {
        printf("*** FATAL AOF MANIFEST FILE ERROR ***\nReading the manifest file, at line %d\n>>> '%.*s'\n%s\n", line, SLICE_ARGS(at),
               why);
        return 1;
    }
    const log_file *base = manifest_base(&m), *last = manifest_last(&m);
    bool good = !base || check_listed(path, base, o, !last);
    if (good && last) printf("Start to check INCR files.\n");
    for (int i = 0; good && i < m.count; i++) {
        if (m.files[i].kind == 'i') good = check_listed(path, &m.files[i], o, &m.files[i] == last);
    }
    if (good) printf("All AOF files and manifest are valid\n");
    manifest_free(&m);
    return !good;
}

static bytes *read_head(const char *path) {
    enum { MANIFEST_MAX = 1 << 20 };
    int file = os_open(path, OS_LOOK);
    if (file < 0) return NULL;
    bytes *text = bytes_new(MANIFEST_MAX);
    ptrdiff_t got = os_read_at(file, text->at, MANIFEST_MAX, 0);
    os_close(file);
    text->len = got > 0 ? (size_t)got : 0;
    return text;
}

static bool is_manifest(slice text) {
    while (text.len && text.at[0] == '#') {
        const char *end = memchr(text.at, '\n', text.len);
        if (!end) return false;
        text = slice_make(end + 1, text.len - (size_t)(end + 1 - text.at));
    }
    return slice_starts(text, SLICE("file"));
}

static int usage(const char *name) {
    printf("Usage: %s [--fix|--truncate-to-timestamp $timestamp] <file.manifest|file.aof>\n", name);
    return 1;
}

static bool read_options(int argc, char **argv, options *o) {
    if (argc == 2) return true;
    if (argc == 3 && !strcmp(argv[1], "--fix")) return o->fix = true;
    return argc == 4 && !strcmp(argv[1], "--truncate-to-timestamp");
}

int main(int argc, char **argv) {
    options o = { 0 };
    if (argc == 2 && (!strcmp(argv[1], "-v") || !strcmp(argv[1], "--version"))) {
        printf("redis-check-aof v=" VERSION_COMPATIBLE " sha=00000000:0 malloc=" VERSION_ALLOCATOR " bits=64 build=" VERSION_OWN "\n");
        return 0;
    }
    if (!read_options(argc, argv, &o)) return usage(argv[0]);
    o.until = argc == 4;
    if (o.until && !number_parse_int(slice_of(argv[2]), &o.until_s)) {
        printf("Invalid timestamp, aborting...\n");
        return 1;
    }
    const char *path = argv[argc - 1];
    bytes *head = read_head(path);
    if (!head) {
        printf("Cannot open file %s: %s\n", path, os_error_text());
        return 1;
    }
    value_types_register();
    int code = is_manifest(bytes_slice(head)) ? check_manifest(path, bytes_slice(head), &o) : check_old_style(path, &o);
    bytes_free(head);
    return code;
}
