/* features.h -- the server's own list of features, for targets that want its commands and settings. */
#ifndef TESTS_FUZZ_FEATURES_H
#define TESTS_FUZZ_FEATURES_H
#include "server/feature.h"

/* Registers all commands, and all settings with their defaults. */
void features_register(void);
#endif
