/* transcript_voice.h -- the connections of one transcript: who speaks and what they have heard so far.
 *
 * A voice connects when it first speaks, and again when it speaks after its connection ended. Replies are read only
 * when somebody asks, so "has anything arrived?" is a question with an exact answer: voices_settle() goes to the server
 * and back on a line of its own, and a server that answers a request has already handled everything that reached it
 * earlier. */
#ifndef TESTS_TRANSCRIPT_VOICE_H
#define TESTS_TRANSCRIPT_VOICE_H
#include "transcript_line.h"
#include "transcript_reply.h"

typedef struct {
    const char *name;
    wire *line; /* NULL while not connected */
    builder in; /* bytes that arrived; those before `taken` were handed out */
    size_t taken;
    reply **aside; /* pushes that arrived while a reply was awaited */
    size_t aside_count, aside_first;
    bool ended; /* the server closed the connection */
} voice;

typedef struct {
    arena *owner;
    const char *host;
    int port;
    voice all[64];
    size_t count;
    voice control; /* asks the question of voices_settle */
    int owed;      /* its replies that did not come in time (CLIENT PAUSE does that) */
} voices;

typedef enum { HEARD, SILENCE, ENDED, NONSENSE } hearing;

/* The voice of that name, connected if `speak` is set; NULL when the server refuses the connection. */
voice *voice_find(voices *v, const char *name, bool speak);
bool voice_send(voice *w, const span *words, int count);
bool voice_send_raw(voice *w, const span *data, int count);

/* The next reply. With `reply_only`, pushes are put aside for voice_hear. Waits so long; 0 looks at what has arrived.
 */
hearing voice_next(voices *v, voice *w, bool reply_only, long timeout_ms, reply **out);
/* The next thing of any kind, first what was put aside. */
hearing voice_hear(voices *v, voice *w, long timeout_ms, reply **out);
/* Reads what has arrived, waiting up to the timeout for a first byte. */
hearing voice_read(voice *w, long timeout_ms);

void voices_settle(voices *v);
/* Drops every connection, as a crash of the server does. */
void voices_drop(voices *v);
#endif
