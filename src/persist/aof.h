/* aof.h -- the append-only file: every write, so that it survives (persistence.md section 6).
 *
 * Effects are encoded into a buffer as they happen and written once a turn, before the replies that wait for them leave
 * (settle). aof.c writes and syncs; aof_load.c reads back at start; aof_rewrite.c makes a new base in the background;
 * aof_files.c keeps the directory and its manifest. */
#ifndef PERSIST_AOF_H
#define PERSIST_AOF_H
#include "persist/manifest.h"
#include "server/call.h"

bool aof_on(void);                          /* also while the first base is still being written */

enum aof_rewrite_answer { AOF_REWRITE_STARTED, AOF_REWRITE_SCHEDULED, AOF_REWRITE_RUNNING, AOF_REWRITE_FAILED };
enum aof_rewrite_answer aof_rewrite_ask(void);
bool aof_rewriting(void);
/* done(false) when it failed or was killed. One waiter at a time: the backup. */
void aof_rewrite_on_done(void (*done)(bool good));

/* -- files: aof_files.c ----------------------------------------------------------------------------- */
manifest *aof_manifest(void);
const char *aof_name(void);
bytes *aof_path(const char *name);          /* inside the directory; owned by the caller */
/* Writes a manifest safely in the place of the old one. When the directory could not be synced whoever looks finds the new
 * one, but after a power cut it may be either: then the files of both must stay, and nothing may be written to one that
 * only the new one names. */
enum commit { COMMIT_REFUSED, COMMIT_UNSURE, COMMIT_DONE };
enum commit aof_files_commit(const manifest *m);
bool aof_files_rename(const char *from, const char *to);      /* how long it took is LATENCY's aof-rename */
bool  aof_files_directory(void);            /* makes it when it is missing */
/* Reads the manifest; false when it is there and wrong (which is in the log). Takes an old single file over. */
bool  aof_files_open(void);
void  aof_files_clean(void);                /* deletes history */
int64_t aof_files_size(bool base_only);
/* The replication offset at which the increment ends, as long as nobody writes to it; NO_OFFSET: no more. */
void  aof_files_note_end(int64_t offset);
/* A new increment, listed in the manifest: its file, or a negative os_error. */
int   aof_files_add_increment(void);

/* -- the writer: aof.c -------------------------------------------------------------------------------- */
enum aof_state { AOF_OFF, AOF_ON, AOF_WAITING };    /* WAITING: turned on, the first base is not there yet */
enum aof_state aof_state(void);
void aof_set_state(enum aof_state s);
/* Is the effect of this number (propagate_fed) on disk, synced? */
bool aof_safe(uint64_t number);
/* Writes and syncs all there is, whatever the policy. */
bool aof_flush_now(void);
/* From now on effects go to this file (-1: nowhere yet), which holds size bytes; the former one is synced and closed. */
void aof_write_to(int file, int64_t size);
int  aof_file(void);
/* After a load or a rewrite: what the whole log measures. */
void aof_measure(void);
int64_t aof_size(void);
int64_t aof_size_at_base(void);
void aof_mute(bool on);                     /* effects of loading the log are not written to it */
/* The replication offset of a server without replicas: one more for each effect that the log gets (R8). */
int64_t aof_offset(void);
void aof_set_offset(int64_t offset);
bool aof_wanted(void);                      /* the setting */
/* Makes the log be as the setting says; else why it cannot. */
const char *aof_heed_setting(void);

typedef struct aof_options {
    bool rdb_base, sync_often, timestamps, load_truncated, keep_history;
    uint64_t corrupt_tail_max;
} aof_options;
const aof_options *aof_settings(void);
/* RESP, as clients send it. */
void aof_encode(bytes **out, int argc, const slice *argv);

/* -- reading back: aof_load.c --------------------------------------------------------------------------- */
/* Everything the manifest names. False: the server must not go on (why is in the log). */
bool aof_load(void);
/* A directory and manifest other than ours. */
bool aof_load_from(const manifest *m, bytes *(*path)(const char *name));
/* The server's start: loads, then begins to write. */
bool aof_begin(void);

/* -- background: aof_rewrite.c ---------------------------------------------------------------------------- */
bool aof_rewrite_start(void);               /* no child may be running */
void aof_rewrite_schedule(bool on);
void aof_rewrite_kill(void);
#endif
