/* rdb_settings.h -- how snapshots are written and read; the rows are in snapshot.c. */
#ifndef PERSIST_RDB_SETTINGS_H
#define PERSIST_RDB_SETTINGS_H
#include <stdbool.h>
#include <stdint.h>

typedef struct rdb_options {
    bool checksum, compress, sync_often;
    int64_t key_save_delay_us;              /* negative -n: one microsecond every n keys */
    int64_t key_load_delay_us;
} rdb_options;
const rdb_options *rdb_settings(void);
#endif
