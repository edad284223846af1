/* ziplist.h -- reading what listpacks replaced: ziplists and zipmaps in old RDB files (persistence.md 4.2, 4.3). */
#ifndef DATA_ZIPLIST_H
#define DATA_ZIPLIST_H
#include "data/listpack.h"

/* The same elements as a listpack (owned), NULL when the blob is not a well-formed ziplist. */
listpack *ziplist_to_listpack(slice blob);
/* Field, value, field, value ... of a zipmap; NULL when it is malformed. */
listpack *zipmap_to_listpack(slice blob);
#endif
