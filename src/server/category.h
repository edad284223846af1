/* category.h -- the ACL categories, in the order ACL CAT lists them; a command carries a bit for each of its own. */
#ifndef SERVER_CATEGORY_H
#define SERVER_CATEGORY_H
#include "base/slice.h"

enum category {
    CATEGORY_KEYSPACE, CATEGORY_READ, CATEGORY_WRITE, CATEGORY_SET, CATEGORY_SORTEDSET, CATEGORY_LIST, CATEGORY_HASH,
    CATEGORY_STRING, CATEGORY_BITMAP, CATEGORY_HYPERLOGLOG, CATEGORY_GEO, CATEGORY_STREAM, CATEGORY_PUBSUB, CATEGORY_ADMIN,
    CATEGORY_FAST, CATEGORY_SLOW, CATEGORY_BLOCKING, CATEGORY_DANGEROUS, CATEGORY_CONNECTION, CATEGORY_TRANSACTION,
    CATEGORY_SCRIPTING, CATEGORY_COUNT
};

const char *category_name(enum category k);
/* CATEGORY_COUNT when there is none of that name (any case). */
enum category category_find(slice name);
#endif
