/* net.c -- handles, and bytes on their way between them. */
#include "sim/disk.h"
#include "sim/world.h"

#include <stdio.h>
#include <string.h>

enum { WIRE_LIMIT = 1 << 20 };

/* -- flows ------------------------------------------------------------------------ */
ptrdiff_t net_write(flow *s, const void *data, size_t len) {
    if (s->read_off) return OS_CLOSED;
    if (s->len >= s->limit) return OS_LATER;
    if (len > s->limit - s->len) len = s->limit - s->len;
    if (the_world->faults.jitter && len > 1 && !world_random(4)) len = 1 + world_random(len);
    if (s->len + len > s->room) s->at = world_resize(s->at, s->room = 2 * (s->len + len));
    memcpy(s->at + s->len, data, len);
    s->len += len;
    return (ptrdiff_t)len;
}

ptrdiff_t net_read(flow *s, void *to, size_t cap) {
    if (!s->len) return s->written_off ? OS_CLOSED : OS_LATER;
    if (cap > s->len) cap = s->len;
    if (the_world->faults.jitter && cap > 1 && !world_random(4)) cap = 1 + world_random(cap);
    memcpy(to, s->at, cap);
    memmove(s->at, s->at + cap, s->len - cap);
    s->len -= cap;
    return (ptrdiff_t)cap;
}

static int flow_ready(const flow *in, const flow *out) {
    int what = 0;
    if (in && (in->len || in->written_off)) what |= OS_READ;
    if (out && (out->len < out->limit || out->read_off)) what |= OS_WRITE;
    return what;
}

/* -- connections ---------------------------------------------------------------------- */
static bool same_place(const os_address *here, const os_address *there) {
    if (here->local != there->local) return false;
    return here->local ? !strcmp(here->text, there->text) : here->port == there->port;
}

cable *net_connect(const os_address *to) {
    listener *l = the_world->listeners;
    while (l && !same_place(&l->at, to)) l = l->next;
    if (!l) return NULL;
    cable *made = world_alloc(sizeof *made), **last = &l->first;
    made->flows[0].limit = made->flows[1].limit = WIRE_LIMIT;
    made->port = to->port;
    made->from = the_world->next_port++;
    if (to->local) snprintf(made->path, sizeof made->path, "%s", to->text);
    while (*last) last = &(*last)->next;
    *last = made;
    return made;
}

void net_close(cable *l, int end) {
    l->closed[end] = true;
    l->flows[end].read_off = true;
    l->flows[1 - end].written_off = true;
    if (!l->closed[1 - end]) return;
    world_free(l->flows[0].at);
    world_free(l->flows[1].at);
    world_free(l);
}

static void listener_close(listener *gone) {
    listener **l = &the_world->listeners;
    while (*l != gone) l = &(*l)->next;
    *l = gone->next;
    while (gone->first) {
        cable *refused = gone->first;
        gone->first = refused->next;
        net_close(refused, 1);
    }
    world_free(gone);
}

static void pipe_close(flow *s) {
    if (!s->read_off || !s->written_off) return;
    world_free(s->at);
    world_free(s);
}

/* -- handles ----------------------------------------------------------------------------- */
handle *handle_of(int id, handle_kind kind) {
    process *p = process_here();
    if (id < 0 || id >= p->handles_end) return NULL;
    handle *h = &p->handles[id];
    return h->kind != HANDLE_NONE && (kind == HANDLE_NONE || h->kind == kind) ? h : NULL;
}

/* The lowest id that is free, as a kernel gives it. */
int handle_new(handle_kind kind, handle **out) {
    process *p = process_here();
    int id = 3;
    while (id < p->handles_end && p->handles[id].kind != HANDLE_NONE) id++;
    if (id == HANDLES_MAX) return OS_FULL;
    if (id == p->handles_end) p->handles_end++;
    p->handles[id] = (handle){.kind = kind};
    *out = &p->handles[id];
    return id;
}

void handle_close(process *p, int id) {
    handle h = p->handles[id];
    p->handles[id] = (handle){0};
    switch (h.kind) {
    case HANDLE_NONE: break;
    case HANDLE_LISTENER: listener_close(h.listener); break;
    case HANDLE_CABLE: net_close(h.cable, h.end); break;
    case HANDLE_FILE:
        if (h.file->lock == p - the_world->processes + 1) h.file->lock = 0;
        inode_opened(h.file, -1);
        break;
    case HANDLE_PIPE_READ:
        h.pipe->read_off = true;
        pipe_close(h.pipe);
        break;
    case HANDLE_PIPE_WRITE:
        h.pipe->written_off = true;
        pipe_close(h.pipe);
        break;
    }
}

int handle_ready(const handle *h) {
    switch (h->kind) {
    case HANDLE_LISTENER: return h->listener->first ? OS_READ : 0;
    case HANDLE_CABLE: return flow_ready(&h->cable->flows[h->end], &h->cable->flows[1 - h->end]);
    case HANDLE_PIPE_READ: return flow_ready(h->pipe, NULL);
    case HANDLE_PIPE_WRITE: return flow_ready(NULL, h->pipe);
    default: return 0;
    }
}

static bool has_news_of_child(const process *p) {
    for (int i = 0; i < PROCESSES_MAX; i++) {
        const process *child = &the_world->processes[i];
        if (child->state == PROCESS_DEAD && child->parent == p - the_world->processes && !child->reported) return true;
    }
    return false;
}

bool process_has_news(const process *p) {
    if (*p->signals || has_news_of_child(p)) return true;
    for (int i = 0; i < p->sync_count; i++)
        if (p->syncs[i].due_us <= the_world->now_us) return true;
    for (int id = 3; id < p->handles_end; id++)
        if (p->handles[id].watched && p->handles[id].watched & handle_ready(&p->handles[id])) return true;
    return false;
}
