/* persist.h -- what the server knows when it starts, and how to make it forget and remember again. */
#ifndef PERSIST_PERSIST_H
#define PERSIST_PERSIST_H
#include <stdbool.h>

/* DEBUG RELOAD: saves (unless told not to), empties (likewise) and loads dump.rdb; false when that fails. */
bool persist_reload(bool save, bool flush, bool merge);
/* DEBUG LOADAOF: what the log holds replaces the dataset. */
bool persist_reload_log(void);
#endif
