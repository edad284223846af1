/* oom_score.c -- oom-score-adj and oom-score-adj-values: written where Linux looks for it; other systems refuse it. */
#include "server/oom_score.h"
#include "base/memory.h"
#include "base/number.h"
#include "os/os.h"
#include "server/config.h"
#include "server/feature.h"
#include "server/log.h"
#include <stdio.h>

enum { ROLES = 3, VALUE_MOST = 2000, SCORE_MOST = 1000 };
enum { ADJUST_NO, ADJUST_YES, ADJUST_RELATIVE, ADJUST_ABSOLUTE };

static const char path[] = "/proc/self/oom_score_adj";

static struct {
    int how;
    int64_t values[ROLES];
    int64_t before;                         /* the score it had when this began to set it, restored when it ends */
    bool started, touched;
    enum oom_role role;
} state;

static bool write_score(int64_t score) {
    char text[24];
    if (score > SCORE_MOST) score = SCORE_MOST;
    if (score < -SCORE_MOST) score = -SCORE_MOST;
    os_piece piece = { text, (size_t)snprintf(text, sizeof text, "%lld", (long long)score) };
    int file = os_open(path, OS_APPEND);
    bool good = file >= 0 && os_append(file, &piece, 1, NULL) == OS_OK;
    if (!good) log_warning("Unable to write %s: %s", path, os_error_text());
    if (file >= 0) os_close(file);
    return good;
}

static int64_t read_score(void) {
    int64_t found;
    bytes *text = config_read_file(path);
    slice score = bytes_slice(text);
    if (score.len && score.at[score.len - 1] == '\n') score.len--;
    if (!number_parse_int(score, &found)) found = 0;
    bytes_free(text);
    return found;
}

static const char *apply(void) {
    if (state.how == ADJUST_RELATIVE) state.how = ADJUST_YES;   /* two words for one thing; the shorter is shown */
    if (!state.started || (state.how == ADJUST_NO && !state.touched)) return NULL;
    if (!state.touched) state.before = read_score();
    int64_t score = state.values[state.role];
    if (state.how != ADJUST_ABSOLUTE) score += state.before;
    if (state.how == ADJUST_NO) score = state.before;
    if (!write_score(score)) return "Failed to set current oom_score_adj. Check server logs.";
    state.touched = state.how != ADJUST_NO;
    return NULL;
}

void oom_score_role(enum oom_role role) {
    state.role = role;
    apply();
}

static void start(void) {
    state.started = true;
    apply();
}

static void get(bytes **out) {
    for (int i = 0; i < ROLES; i++) bytes_printf(out, "%s%lld", i ? " " : "", (long long)state.values[i]);
}

static const char *set(int argc, const slice *argv) {
    int64_t fresh[ROLES];
    if (argc != ROLES) return "wrong number of arguments";
    for (int i = 0; i < ROLES; i++) {
        bool good = number_parse_int(argv[i], &fresh[i]) && fresh[i] >= -VALUE_MOST && fresh[i] <= VALUE_MOST;
        if (!good) return "Invalid oom-score-adj-values, elements must be between -2000 and 2000.";
    }
    if (fresh[OOM_REPLICA] < fresh[OOM_PRIMARY] || fresh[OOM_CHILD] < fresh[OOM_REPLICA]) {
        log_warning("The oom-score-adj-values look the wrong way round: a child should rather be killed than a replica, "
                    "and a replica rather than a primary.");
    }
    memcpy(state.values, fresh, sizeof fresh);
    return NULL;
}

static const setting settings[] = {
    { "oom-score-adj-values", SETTING_SPECIAL, NULL, "0 200 800", .flags = SETTING_WORDS, .get = get, .set = set,
      .apply = apply },
    { "oom-score-adj", SETTING_ENUM, &state.how, "no", .words = "no|yes|relative|absolute", .apply = apply },
    { 0 }
};

const feature oom_score = { .name = "server", .settings = settings, .start = start };
