/* processors.c -- server-cpulist, bio-cpulist, aof-rewrite-cpulist, bgsave-cpulist; and disable-thp, the other thing asked of the
 * kernel about where the server lives. */
#include "server/processors.h"
#include "os/os.h"
#include "server/feature.h"
#include "server/log.h"

static struct {
    bytes *lists[PROCESSORS_PARTS];
    bool no_huge_pages;
} state;

static const char *const names[PROCESSORS_PARTS] = { "server-cpulist", "bio-cpulist", "aof-rewrite-cpulist", "bgsave-cpulist" };

static void bind(enum processors_part part, int (*use)(const char *list)) {
    const bytes *list = state.lists[part];
    if (!list || !list->len || use(list->at) == OS_OK) return;
    log_warning("%s %s: %s. It runs where the kernel likes; give a list such as 0-3,6 or 0-7:2 of processors of this machine.",
                names[part], list->at, os_error_text());
}

void processors_use(enum processors_part part) { bind(part, os_use_processors); }

static void start(void) {
    if (state.no_huge_pages) os_refuse_huge_pages();
    bind(PROCESSORS_WORKER, os_worker_processors);
    processors_use(PROCESSORS_LOOP);
}

static const setting settings[] = {
    { "server-cpulist", SETTING_TEXT, &state.lists[PROCESSORS_LOOP], "", .flags = SETTING_IMMUTABLE, .alias = "server_cpulist" },
    { "bio-cpulist", SETTING_TEXT, &state.lists[PROCESSORS_WORKER], "", .flags = SETTING_IMMUTABLE, .alias = "bio_cpulist" },
    { "aof-rewrite-cpulist", SETTING_TEXT, &state.lists[PROCESSORS_REWRITE], "", .flags = SETTING_IMMUTABLE,
      .alias = "aof_rewrite_cpulist" },
    { "bgsave-cpulist", SETTING_TEXT, &state.lists[PROCESSORS_SNAPSHOT], "", .flags = SETTING_IMMUTABLE, .alias = "bgsave_cpulist" },
    { "disable-thp", SETTING_BOOL, &state.no_huge_pages, "yes", .flags = SETTING_IMMUTABLE },
    { 0 }
};

const feature processors = { .name = "server", .settings = settings, .start = start };
