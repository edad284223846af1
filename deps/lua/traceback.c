#include "call.h"
#include "debug.h"
#include "text.h"

#include <stdio.h>

/* Finds the frame at a level, where each lost tail call counts as one; *lost tells whether it is such a one. */
static lua_frame *frame_at(lua_state *L, int level, bool *lost)
{
    *lost = false;
    for (lua_frame *f = L->frame; f > L->frames; f--) {
        if (level-- == 0) return f;
        if (!frame_is_lua(f)) continue;
        level -= f->tail_calls;
        if (level >= 0) continue;
        *lost = true;
        return f;
    }
    return NULL;
}

bool lua_locate(lua_state *L, int level, lua_location *out)
{
    bool lost;
    lua_frame *f = level < 0 ? NULL : frame_at(L, level, &lost);
    if (!f) return false;
    out->name = NULL;
    out->kind = "";
    out->line = out->defined = -1;
    if (lost) {
        out->source = "=(tail call)";
    } else if (frame_is_lua(f)) {
        lua_prototype *p = closure_of(*f->function)->u.prototype;
        out->source = p->source->data;
        out->line = lua_debug_line(f);
        out->defined = p->defined;
    } else {
        out->source = "=[C]";
    }
    if (!lost) {
        const char *kind = lua_debug_call_name(L, f, &out->name);
        if (kind) out->kind = kind;
        else out->name = NULL;
    }
    lua_source_name(out->source, out->short_source);
    return true;
}

void lua_push_where(lua_state *L, int level)
{
    lua_location where;
    if (lua_locate(L, level, &where) && where.line > 0) {
        lua_push_format(L, "%s:%d: ", where.short_source, where.line);
    } else {
        lua_push_text(L, "");
    }
}

static void describe(lua_state *L, const lua_location *where)
{
    if (where->line > 0) lua_push_format(L, "\n\t%s:%d:", where->short_source, where->line);
    else lua_push_format(L, "\n\t%s:", where->short_source);
    if (where->name) lua_push_format(L, " in function '%s'", where->name);
    else if (where->defined == 0) lua_push_text(L, " in main chunk");
    else if (where->line < 0) lua_push_text(L, " ?");
    else lua_push_format(L, " in function <%s:%d>", where->short_source, where->defined);
    lua_concat(L, 2);
}

void lua_push_traceback(lua_state *L, lua_state *of, const char *message, int level)
{
    enum { FIRST = 12, LAST = 10 };
    int depth = 0, parts = 1;
    lua_location where;
    for (lua_frame *f = of->frame; f > of->frames; f--) depth += 1 + (frame_is_lua(f) ? f->tail_calls : 0);
    lua_push_text(L, message ? message : "");
    if (message) {
        lua_push_text(L, "\n");
        parts++;
    }
    lua_push_text(L, "stack traceback:");
    parts++;
    int cut = level > FIRST ? level : FIRST;
    for (int i = level; i < depth; i++) {
        if (i == cut && i + 1 + LAST < depth) {
            lua_push_text(L, "\n\t...");
            i = depth - LAST - 1;
        } else if (lua_locate(of, i, &where)) {
            describe(L, &where);
        } else {
            break;
        }
        lua_concat(L, parts + 1);
        parts = 1;
    }
    lua_concat(L, parts);
}

const char *lua_push_local(lua_state *L, int level, int n)
{
    bool lost;
    lua_frame *f = frame_at(L, level, &lost);
    if (!f || lost || n < 1 || !frame_is_lua(f)) return NULL;
    lua_prototype *p = closure_of(*f->function)->u.prototype;
    const char *name = lua_debug_local_name(p, n, (int)(f->pc - p->code) - 1);
    if (!name) return NULL;
    stack_need(L, 1);
    push_value(L, f->base[n - 1]);
    return name;
}
