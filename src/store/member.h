/* member.h -- a string in one small block, as sets keep their members: length (1 byte, or 0xFF and u32), then the bytes. */
#ifndef STORE_MEMBER_H
#define STORE_MEMBER_H
#include "base/memory.h"
#include "data/table.h"

typedef struct member { uint8_t len; char at[]; } member;

static inline slice member_text(const member *m) {
    if (m->len < 255) return (slice){ m->at, m->len };
    uint32_t len;
    memcpy(&len, m->at, sizeof len);
    return (slice){ m->at + sizeof len, len };
}
static inline size_t member_bytes(size_t len) { return 1 + (len < 255 ? 0 : sizeof(uint32_t)) + len; }

static inline member *member_new(slice text) {
    member *m = memory_alloc(member_bytes(text.len));
    uint32_t len = (uint32_t)text.len;
    m->len = text.len < 255 ? (uint8_t)text.len : 255;
    if (m->len == 255) memcpy(m->at, &len, sizeof len);
    memcpy((char *)member_text(m).at, text.at, text.len);
    return m;
}
static inline void member_free(member *m) { memory_free(m, member_bytes(member_text(m).len)); }
#endif
