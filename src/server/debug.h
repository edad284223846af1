/* debug.h -- DEBUG is one command whose subcommands are a list that features add to. */
#ifndef SERVER_DEBUG_H
#define SERVER_DEBUG_H
#include "server/call.h"

/* DEBUG <name> with least to most words in all (DEBUG itself counts; most 0: any number). Called in a feature's start. */
void debug_add(const char *name, int least, int most, void (*run)(call *c));
#endif
