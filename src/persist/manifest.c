/* manifest.c -- reads, changes and prints manifests; knows no files. */
#include "persist/manifest.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"

enum { LINE_LIMIT = 1024 };
static const char too_long[] = "The AOF manifest file contains too long line";

log_file *manifest_add(manifest *m, slice name, int64_t seq, char kind) {
    if (m->count == m->cap) {
        int cap = m->cap ? m->cap * 2 : 4;
        m->files = memory_resize(m->files, (size_t)m->cap * sizeof *m->files, (size_t)cap * sizeof *m->files);
        m->cap = cap;
    }
    log_file *f = &m->files[m->count++];
    *f = (log_file){ bytes_copy(name), seq, kind, NO_OFFSET, NO_OFFSET };
    /* History was one or the other; a new file must not take the name of one that is about to be deleted. */
    if (kind != 'i' && seq > m->base_seq) m->base_seq = seq;
    if (kind != 'b' && seq > m->increment_seq) m->increment_seq = seq;
    return f;
}

const log_file *manifest_base(const manifest *m) {
    for (int i = 0; i < m->count; i++) if (m->files[i].kind == 'b') return &m->files[i];
    return NULL;
}

log_file *manifest_last(const manifest *m) {
    for (int i = m->count - 1; i >= 0; i--) if (m->files[i].kind == 'i') return &m->files[i];
    return NULL;
}

/* The latest of history comes first. */
static void retire_one(manifest *m, int i) {
    log_file f = m->files[i];
    f.kind = 'h';
    memmove(m->files + 1, m->files, (size_t)i * sizeof f);
    m->files[0] = f;
}

void manifest_retire(manifest *m, int keep) {
    int increments = 0;
    for (int i = 0; i < m->count; i++) {
        increments += m->files[i].kind == 'i';
        if (m->files[i].kind == 'b') retire_one(m, i);
    }
    for (int i = 0; i < m->count && increments > keep; i++) {
        if (m->files[i].kind != 'i') continue;
        retire_one(m, i);
        increments--;
    }
}

void manifest_drop(manifest *m, char kind) {
    int kept = 0;
    for (int i = 0; i < m->count; i++) {
        if (m->files[i].kind == kind) bytes_free(m->files[i].name);
        else m->files[kept++] = m->files[i];
    }
    m->count = kept;
}

void manifest_drop_last(manifest *m) { bytes_free(m->files[--m->count].name); }

manifest manifest_copy(const manifest *m) {
    manifest to = { 0 };
    for (int i = 0; i < m->count; i++) {
        const log_file *f = &m->files[i];
        log_file *copy = manifest_add(&to, bytes_slice(f->name), f->seq, f->kind);
        copy->from = f->from;
        copy->to = f->to;
    }
    to.base_seq = m->base_seq;
    to.increment_seq = m->increment_seq;
    return to;
}

void manifest_free(manifest *m) {
    for (int i = 0; i < m->count; i++) bytes_free(m->files[i].name);
    memory_free(m->files, (size_t)m->cap * sizeof *m->files);
    *m = (manifest){ 0 };
}

/* -- text ---------------------------------------------------------------------------------------- */

static bool needs_quotes(slice name) {
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.at[i];
        if (c <= ' ' || c >= 127 || c == '"' || c == '\'' || c == '\\') return true;
    }
    return !name.len;
}

static void print_file(const log_file *f, bytes **out) {
    slice name = bytes_slice(f->name);
    bytes_append_text(out, "file ");
    if (needs_quotes(name)) text_quote(out, name);
    else bytes_append(out, name);
    bytes_printf(out, " seq %lld type %c", (long long)f->seq, f->kind);
    if (f->from != NO_OFFSET) bytes_printf(out, " startoffset %lld", (long long)f->from);
    if (f->from != NO_OFFSET && f->to != NO_OFFSET) bytes_printf(out, " endoffset %lld", (long long)f->to);
    bytes_append_text(out, "\n");
}

static void print_kind(const manifest *m, char kind, bytes **out) {
    for (int i = 0; i < m->count; i++) if (m->files[i].kind == kind) print_file(&m->files[i], out);
}

/* A name full of odd bytes is four times as long in quotes: what could be written but not read again is not taken. */
static bool can_print(const log_file *f) {
    bytes *line = NULL;
    print_file(f, &line);
    bool fits = line->len <= LINE_LIMIT;
    bytes_free(line);
    return fits;
}

bytes *manifest_print(const manifest *m) {
    bytes *out = bytes_new(256);
    print_kind(m, 'b', &out);
    print_kind(m, 'h', &out);
    print_kind(m, 'i', &out);
    return out;
}

/* One that cannot be read counts as 0 (R8): no file is refused for it. */
static int64_t offset_of(slice text) {
    int64_t offset;
    return number_parse_int(text, &offset) && offset >= 0 ? offset : 0;
}

/* Words come in pairs of key and value, in any order; keys that nobody knows are for others. */
static const char *take_words(manifest *m, bytes **words, int count) {
    static const char wrong[] = "Invalid AOF manifest file format";
    slice name = { NULL, 0 };
    int64_t seq = 0, from = NO_OFFSET, to = NO_OFFSET;
    char kind = 0;
    if (count < 6 || count % 2) return wrong;
    for (int i = 0; i < count; i += 2) {
        slice key = bytes_slice(words[i]), value = bytes_slice(words[i + 1]);
        if (slice_is(key, "file")) name = value;
        else if (slice_is(key, "seq") && !number_parse_int(value, &seq)) return wrong;
        else if (slice_is(key, "type") && value.len) kind = value.at[0];
        else if (slice_is(key, "startoffset")) from = offset_of(value);
        else if (slice_is(key, "endoffset")) to = offset_of(value);
    }
    if (!name.len || !seq || !kind) return wrong;
    if (memchr(name.at, '/', name.len)) return "File can't be a path, just a filename";
    if (kind != 'b' && kind != 'h' && kind != 'i') return "Unknown AOF file type";
    if (kind == 'b' && manifest_base(m)) return "Found duplicate base file information";
    if (kind == 'i' && manifest_last(m) && seq <= manifest_last(m)->seq) return "Found a non-monotonic sequence number";
    log_file *f = manifest_add(m, name, seq, kind);
    f->from = from;
    f->to = to;
    return can_print(f) ? NULL : too_long;
}

static const char *take_line(manifest *m, slice line) {
    bytes **words;
    int count = text_split(line, &words);
    if (count < 0) return "Invalid AOF manifest file format";
    const char *why = take_words(m, words, count);
    text_free_words(words, count);
    return why;
}

bool manifest_parse(manifest *m, slice text, const char **why, int *line, slice *at) {
    *m = (manifest){ 0 };
    *line = 0;
    *why = text.len ? NULL : "Found an empty AOF manifest";
    while (text.len && !*why) {
        const char *end = memchr(text.at, '\n', text.len);
        size_t len = end ? (size_t)(end - text.at) : text.len;
        ++*line;
        *at = slice_make(text.at, len);
        if (!end || len + 1 > LINE_LIMIT) *why = too_long;
        else if (text.at[0] != '#') *why = take_line(m, *at);
        text.at += len + 1;
        text.len -= end ? len + 1 : text.len;
    }
    if (*why) manifest_free(m);
    return !*why;
}
