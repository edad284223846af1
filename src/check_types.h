/* check_types.h -- the features that bring a value type, for the check tools: they read values but run no server. */
#ifndef CHECK_TYPES_H
#define CHECK_TYPES_H
#include "server/feature.h"

#define TYPES(X) X(strings) X(lists) X(sets) X(hashes) X(streams)

#define DECLARE_TYPE(name) extern const feature name;
TYPES(DECLARE_TYPE)

static inline void check_types_register(void) {
#define REGISTER_TYPE(name) name.start();
    TYPES(REGISTER_TYPE)
}
#endif
