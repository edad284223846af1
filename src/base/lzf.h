/* lzf.h -- the small fast compression of RDB strings and quicklist nodes (persistence.md 2.3). */
#ifndef BASE_LZF_H
#define BASE_LZF_H
#include "base/slice.h"

/* Compresses into out; 0 when the result would not fit in cap bytes (then it is stored plain). */
size_t lzf_compress(slice in, char *out, size_t cap);
/* True when `in` unpacks to exactly out_len bytes; anything else, however malformed, is false; writes stay in out. */
bool   lzf_decompress(slice in, char *out, size_t out_len);
#endif
