/* backups.c -- BACKUP: what operators say to persist/backup.c. */
#include "persist/backup.h"
#include "server/feature.h"
#include "server/reply.h"

static void answer(call *c, const char *why) {
    if (why) reply_error(c, why);
    else reply_ok(c);
}

static void backup_start_command(call *c) { answer(c, backup_start()); }
static void backup_seal_command(call *c) { answer(c, backup_seal()); }
static void backup_abort_command(call *c) { answer(c, backup_abort()); }
static void backup_cleanup_command(call *c) { answer(c, backup_cleanup()); }

static void backup_list(call *c) {
    reply_array(c, backup_count());
    for (int i = 0; i < backup_count(); i++) reply_bulk_text(c, backup_file(i));
}

static void backup_status(call *c) {
    reply_map(c, 4);
    reply_bulk_text(c, "state");
    reply_bulk_text(c, backup_state_name());
    reply_bulk_text(c, "error");
    reply_bulk_text(c, backup_error());
    reply_bulk_text(c, "start_time");
    reply_bulk_int(c, backup_started());
    reply_bulk_text(c, "end_time");
    reply_bulk_int(c, backup_ended());
}

static void backup_help(call *c) {
    static const char *const lines[] = {
        "START", "    Begin a backup: a base is written and pinned, then an increment grows.",
        "SEAL", "    End the increment: the files of LIST form a complete set from now on.",
        "LIST", "    The absolute paths of the files pinned so far.",
        "STATUS", "    State, error and times.",
        "ABORT", "    Give up a backup that is not sealed.",
        "CLEANUP", "    Forget a sealed or failed backup and its files.", NULL
    };
    reply_help(c, lines);
}

static const command commands[] = {
    { "backup", NULL, CONTAINER, 0, "", "8.10.0", "Depends on subcommand.", "Makes backups of a running server." },
    { "backup|start", backup_start_command, ADMIN | NOSCRIPT, 0, "", "8.10.0", "O(N) in the background", "Begins a backup." },
    { "backup|seal", backup_seal_command, ADMIN | NOSCRIPT, 0, "", "8.10.0", "O(1)", "Completes the set of files." },
    { "backup|list", backup_list, ADMIN | STALE, 0, "", "8.10.0", "O(1)", "Names the files pinned so far." },
    { "backup|status", backup_status, ADMIN | STALE, 0, "", "8.10.0", "O(1)", "Tells how the backup stands." },
    { "backup|abort", backup_abort_command, ADMIN | NOSCRIPT, 0, "", "8.10.0", "O(1)", "Gives a backup up." },
    { "backup|cleanup", backup_cleanup_command, ADMIN | NOSCRIPT, 0, "", "8.10.0", "O(1)", "Removes the files of a backup." },
    { "backup|help", backup_help, LOADING | STALE, 0, "", "8.10.0", "O(1)", "Tells what BACKUP can do." },
    { 0 }
};

static void print_running(bytes **out) {
    enum backup_state s = backup_state();
    bytes_append_int(out, s == BACKUP_PENDING || s == BACKUP_SNAPSHOTTING || s == BACKUP_INCREMENTING);
}

static const info_field info[] = {
    { "persistence", "backup_in_progress", print_running, NULL },
    { 0 }
};

const feature backups = { .name = "server", .commands = commands, .info = info };
