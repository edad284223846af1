/* transcript_files.h -- files that a transcript writes byte by byte, and files of commands that it reads: no sockets and
 * no disk in here. */
#ifndef TESTS_TRANSCRIPT_FILES_H
#define TESTS_TRANSCRIPT_FILES_H
#include "transcript_text.h"

/* The bytes that lines spell: hex pairs, "quoted text" (also with ` * 100` behind it), `crc64` for the sum of all before
 * it, and comments behind ` #`. False when a word is none of these. */
bool bytes_spell(arena *a, const char *const *lines, size_t count, span *out);

/* The file tests/fixtures/NAME, found from the transcript's own path; at is NULL when there is no such file. */
span fixture_read(arena *a, const char *transcript, const char *name);

/* The commands of a log from `from` on, one a line, quoted as redis-cli wants them where they need it; annotations as
 * they are. Stops before what is incomplete and says how far it came. */
const char *commands_show(arena *a, span log, size_t from, size_t *end);
#endif
