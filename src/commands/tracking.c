/* tracking.c -- CLIENT TRACKING, CACHING, TRACKINGINFO and GETREDIR (behaviour.md section 7). */
#include "server/tracking.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/reply.h"

typedef struct wish { unsigned mode; bool redirects; int64_t redirect; int prefixes; } wish;

static bool read_redirect(call *c, slice text, wish *w) {
    if (w->redirects) {
        reply_error(c, "ERR A client can only redirect to a single other client");
        return false;
    }
    if (!arg_int(c, text, &w->redirect)) return false;
    if (!client_find((uint64_t)w->redirect)) {
        reply_error(c, "ERR The client ID you want redirect to does not exist");
        return false;
    }
    return w->redirects = true;
}

static bool is_prefix_option(const call *c, int i) { return slice_is(c->argv[i], "prefix") && i + 1 < c->argc; }

static bool read_wish(call *c, wish *w) {
    for (int i = 3; i < c->argc; i++) {
        slice word = c->argv[i];
        if (slice_is(word, "redirect") && i + 1 < c->argc) {
            if (!read_redirect(c, c->argv[++i], w)) return false;
        } else if (is_prefix_option(c, i)) {
            w->prefixes++, i++;
        } else if (slice_is(word, "bcast")) {
            w->mode |= TRACKING_BCAST;
        } else if (slice_is(word, "optin")) {
            w->mode |= TRACKING_OPTIN;
        } else if (slice_is(word, "optout")) {
            w->mode |= TRACKING_OPTOUT;
        } else if (slice_is(word, "noloop")) {
            w->mode |= TRACKING_NOLOOP;
        } else {
            reply_syntax_error(c);
            return false;
        }
    }
    return true;
}

static const char *mode_conflict(const client *k, const wish *w) {
    unsigned old = tracking_mode(k), opt = TRACKING_OPTIN | TRACKING_OPTOUT;
    if (w->prefixes && !(w->mode & TRACKING_BCAST)) return "ERR PREFIX option requires BCAST mode to be enabled";
    if (k->tracking && (old ^ w->mode) & TRACKING_BCAST) {
        return "ERR You can't switch BCAST mode on/off before disabling tracking for this client, and then re-enabling it with a "
               "different mode.";
    }
    if (w->mode & TRACKING_BCAST && w->mode & opt) return "ERR OPTIN and OPTOUT are not compatible with BCAST";
    if ((w->mode & opt) == opt) return "ERR You can't specify both OPTIN mode and OPTOUT mode";
    if ((old & opt) && (w->mode & opt) && (old ^ w->mode) & opt) {
        return "ERR You can't switch OPTIN/OPTOUT mode before disabling tracking for this client, and then re-enabling it with a "
               "different mode.";
    }
    return NULL;
}

static bool overlap(slice a, slice b) { return slice_starts(a, b) || slice_starts(b, a); }

static bool prefix_conflict(call *c, int at) {
    slice prefix = c->argv[at], other;
    for (int i = 0; (other = tracking_prefix(c->client, i)).at; i++) {
        if (!overlap(prefix, other)) continue;
        reply_errorf(c, "ERR Prefix '%.*s' overlaps with an existing prefix '%.*s'. Prefixes for a single client must not overlap.",
                     SLICE_ARGS(prefix), SLICE_ARGS(other));
        return true;
    }
    for (int i = at + 1; i < c->argc; i++) {
        if (!is_prefix_option(c, i) || !overlap(prefix, c->argv[++i])) continue;
        reply_errorf(c, "ERR Prefix '%.*s' overlaps with another provided prefix '%.*s'. Prefixes for a single client must not overlap.",
                     SLICE_ARGS(prefix), SLICE_ARGS(c->argv[i]));
        return true;
    }
    return false;
}

static void switch_on(call *c, const wish *w) {
    client *k = c->client;
    const char *why = mode_conflict(k, w);
    if (why) {
        reply_error(c, why);
        return;
    }
    for (int i = 3; i < c->argc; i++) if (is_prefix_option(c, i) && prefix_conflict(c, ++i)) return;
    tracking_start(k, w->mode, (uint64_t)w->redirect);
    for (int i = 3; i < c->argc; i++) if (is_prefix_option(c, i)) tracking_add_prefix(k, c->argv[++i]);
    if (w->mode & TRACKING_BCAST && !w->prefixes) tracking_add_prefix(k, SLICE(""));
    reply_ok(c);
}

static void client_tracking(call *c) {
    wish w = { 0 };
    if (!read_wish(c, &w)) return;
    if (slice_is(c->argv[2], "on")) {
        switch_on(c, &w);
    } else if (slice_is(c->argv[2], "off")) {
        tracking_stop(c->client);
        reply_ok(c);
    } else {
        reply_syntax_error(c);
    }
}

static void client_caching(call *c) {
    client *k = c->client;
    bool yes = slice_is(c->argv[2], "yes"), no = slice_is(c->argv[2], "no");
    if (!k->tracking) {
        reply_error(c, "ERR CLIENT CACHING can be called only when the client is in tracking mode with OPTIN or OPTOUT mode enabled");
    } else if (yes && !(tracking_mode(k) & TRACKING_OPTIN)) {
        reply_error(c, "ERR CLIENT CACHING YES is only valid when tracking is enabled in OPTIN mode.");
    } else if (no && !(tracking_mode(k) & TRACKING_OPTOUT)) {
        reply_error(c, "ERR CLIENT CACHING NO is only valid when tracking is enabled in OPTOUT mode.");
    } else if (!yes && !no) {
        reply_syntax_error(c);
    } else {
        tracking_set_caching(k);
        reply_ok(c);
    }
}

static void client_getredir(call *c) { reply_int(c, tracking_redirect(c->client)); }

static void reply_flags(call *c) {
    const client *k = c->client;
    const char *words[8];
    long n = 0;
    unsigned mode = tracking_mode(k);
    words[n++] = k->tracking ? "on" : "off";
    if (mode & TRACKING_BCAST) words[n++] = "bcast";
    if (mode & TRACKING_OPTIN) words[n++] = "optin";
    if (mode & TRACKING_OPTIN && tracking_caching(k)) words[n++] = "caching-yes";
    if (mode & TRACKING_OPTOUT) words[n++] = "optout";
    if (mode & TRACKING_OPTOUT && tracking_caching(k)) words[n++] = "caching-no";
    if (mode & TRACKING_NOLOOP) words[n++] = "noloop";
    if (k->flags & CLIENT_TRACKING_BROKEN) words[n++] = "broken_redirect";
    reply_set(c, n);
    for (long i = 0; i < n; i++) reply_bulk_text(c, words[i]);
}

static void client_trackinginfo(call *c) {
    int count = 0;
    while (tracking_prefix(c->client, count).at) count++;
    reply_map(c, 3);
    reply_bulk_text(c, "flags");
    reply_flags(c);
    reply_bulk_text(c, "redirect");
    reply_int(c, tracking_redirect(c->client));
    reply_bulk_text(c, "prefixes");
    reply_array(c, count);
    for (int i = 0; i < count; i++) reply_bulk(c, tracking_prefix(c->client, i));
}

enum { ANYTIME = NOSCRIPT | LOADING | STALE };

static const command commands[] = {
    { "client|caching", client_caching, ANYTIME, 0, "{mode: YES | NO}", "6.0.0", "O(1)",
      "Tracks, or does not track, what the next command reads." },
    { "client|getredir", client_getredir, ANYTIME, 0, "", "6.0.0", "O(1)", "Tells which client gets the invalidations." },
    { "client|tracking", client_tracking, ANYTIME, 0,
      "{status: ON | OFF} [REDIRECT #client-id] [PREFIX prefix +...] [BCAST] [OPTIN] [OPTOUT] [NOLOOP]", "6.0.0",
      "O(1). Some options may introduce additional complexity.", "Lets the client hear when keys it has read change." },
    { "client|trackinginfo", client_trackinginfo, ANYTIME, 0, "", "6.2.0", "O(1)", "Tells how the client tracks." },
    { 0 }
};

const feature tracking_commands = { .name = "connection", .commands = commands };
