/* dump.h -- a value as bytes that another server takes: what DUMP answers and MIGRATE sends. */
#ifndef COMMANDS_DUMP_H
#define COMMANDS_DUMP_H
#include "store/db.h"

bytes *dump_payload(const entry *e);        /* owned by the caller */
#endif
