/* streams_add.h -- the options of XADD and XTRIM, and trimming by them. */
#ifndef COMMANDS_STREAMS_ADD_H
#define COMMANDS_STREAMS_ADD_H
#include "commands/streams.h"

typedef struct addition {
    enum { ID_GIVEN, ID_OF_NOW, ID_OF_MS } form;    /* written out, *, ms-* */
    stream_id id;
    bool no_make;
    stream_trim trim;
    enum stream_policy policy;
    int id_at, trim_at, limit_at, policy_at;        /* arguments: the ID, the threshold, LIMIT, the policy; 0 when absent */
    int idmp_at, idmp_words;
    slice producer, message;
    uint8_t digest[20];                             /* IDMPAUTO: what `message` is a part of */
} addition;

/* Reads "XADD key ..." (adds) or "XTRIM key ..."; false when the error has been replied. */
bool     parse_addition(call *c, addition *a, bool adds);
/* Trims by threshold and policy; returns how many entries went. */
uint64_t trim_stream(stream *s, const addition *a);
/* The threshold that gives, exactly, what a rough trimming has left. */
slice    trim_word(const addition *a, const stream *s, char *room);
#endif
