/* output.h -- the inside of reply.h: room in a client's queue of chunks. */
#ifndef SERVER_OUTPUT_H
#define SERVER_OUTPUT_H
#include "server/client.h"

/* A message that is no reply: it follows the reply of the call the client is in, and is heard in spite of CLIENT REPLY OFF. */
void   output_push(client *k, slice encoded);
/* Lifts CLIENT REPLY OFF and SKIP; returns the flags to set again afterwards. */
unsigned output_unmute(client *k);
bool   output_wanted(const client *k);              /* false: replies of this client go nowhere */
char  *output_room(client *k, size_t len);          /* len contiguous bytes to write into; queues the client for sending */
void   output_used(client *k, size_t len);          /* so many of them were */
/* A place for the header of an aggregate whose size is not known yet: room that is closed up to the header's real size when it
 * is filled, so marks are filled in the reverse of the order in which they were made. */
typedef struct output_place { chunk *chunk; uint32_t at; } output_place;
enum { OUTPUT_MARK_BYTES = 48 };            /* the longest stream ID as a bulk string */
output_place output_mark(client *k);
void   output_fill_mark(client *k, output_place mark, const char *text, size_t len);     /* at most OUTPUT_MARK_BYTES */
void   output_drop(client *k, size_t len);          /* so many bytes were sent */
void   output_release(client *k);                   /* output_free without keeping the chunks for others */
void   output_trim(void);                           /* at ticks: spare chunks that were not needed since the last one go */
size_t output_chunks(const client *k);
size_t output_memory(const client *k);
#endif
