/* value_types.h -- the features that bring a value type, for programs that read values but run no server: the check tools. */
#ifndef COMMANDS_VALUE_TYPES_H
#define COMMANDS_VALUE_TYPES_H
#include "server/feature.h"

#define TYPES(X) X(strings) X(lists) X(sets) X(hashes) X(zsets) X(streams)

#define DECLARE_TYPE(name) extern const feature name;
TYPES(DECLARE_TYPE)

static inline void value_types_register(void) {
#define REGISTER_TYPE(name) name.start();
    TYPES(REGISTER_TYPE)
}
#endif
