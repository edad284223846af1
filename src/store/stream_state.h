/* stream_state.h -- what a stream knows that the RDB format of Redis 8.0 has no place for: the messages of idempotent
 * producers, and which pending entries were released by XNACK, in which order. It travels beside the value (type.h:
 * save_extra), where readers that know nothing of it pass it over:
 *
 *     1  { 0 | 1 duration most added duplicates producers * { name messages * { name id time } } }
 *     groups * { name, is there a consumer without a name?, released * id }
 *
 * Numbers are RDB lengths, names RDB strings, times 8 bytes. For those other readers the released entries stand in the
 * body as pending for a consumer without a name, who may be of that very name or made up. */
#ifndef STORE_STREAM_STATE_H
#define STORE_STREAM_STATE_H
#include "store/stream.h"

#define STREAM_NOBODY SLICE("")

bytes *stream_state_save(const void *value);            /* NULL when there is nothing to tell */
/* False when the text is not sound; the stream is then half changed and good for nothing but being freed. */
bool   stream_state_load(void *value, slice text);
#endif
