#include "lexer.h"

#include "call.h"
#include "memory.h"
#include "text.h"

#include <stdio.h>

static const char *const words[] = {
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in", "local", "nil", "not", "or",
    "repeat", "return", "then", "true", "until", "while", "..", "...", "==", ">=", "<=", "~=", "<number>", "<name>",
    "<string>", "<eof>",
};

enum { RESERVED = TOKEN_WHILE - TOKEN_AND + 1, BUFFER_MAXIMUM = INT32_MAX - 64 };

void lua_lexer_reserve(lua_state *L)
{
    for (int i = 0; i < RESERVED; i++) {
        lua_string *s = lua_string_text(L, words[i]);
        s->mark |= MARK_FIXED;
        s->word = (uint8_t)(i + 1);
    }
}

static bool is_digit(int c) { return c >= '0' && c <= '9'; }
static bool is_letter(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
static bool is_word(int c) { return is_letter(c) || is_digit(c); }
static bool is_newline(int c) { return c == '\n' || c == '\r'; }

const char *lua_token_text(int kind, char out[32])
{
    if (kind >= TOKEN_AND) return words[kind - TOKEN_AND];
    if (kind < 32 || kind == 127) snprintf(out, 32, "char(%d)", kind);
    else snprintf(out, 32, "%c", kind);
    return out;
}

static void save(lua_lexer *x, int c)
{
    x->buffer = lua_memory_grow(x->L, x->buffer, x->length, &x->capacity, 1, BUFFER_MAXIMUM,
        "lexical element too long");
    x->buffer[x->length++] = (char)c;
}

_Noreturn void lua_lexer_error_near(lua_lexer *x, const char *message, int token)
{
    char source[SOURCE_WIDTH], spelling[32];
    lua_source_name(x->source->data, source);
    bool raw = token == TOKEN_NAME || token == TOKEN_STRING || token == TOKEN_NUMBER;
    if (raw) save(x, 0);
    lua_state *L = x->L;
    stack_need(L, 8);
    if (token) {
        lua_push_format(L, "%s:%d: %s near '%s'", source, x->line, message,
                        raw ? x->buffer : lua_token_text(token, spelling));
    } else {
        lua_push_format(L, "%s:%d: %s", source, x->line, message);
    }
    lua_throw(L, LUA_ERROR_SYNTAX);
}

_Noreturn void lua_lexer_error(lua_lexer *x, const char *message)
{
    lua_lexer_error_near(x, message, x->token.kind);
}

static void advance(lua_lexer *x)
{
    x->c = x->next < x->end ? (unsigned char)*x->next++ : -1;
}

static void save_advance(lua_lexer *x)
{
    save(x, x->c);
    advance(x);
}

static void newline(lua_lexer *x)
{
    int first = x->c;
    advance(x);
    if (is_newline(x->c) && x->c != first) advance(x);
    x->line++;
}

void lua_lexer_open(lua_lexer *x, lua_state *L, const char *text, size_t length, lua_string *source)
{
    *x = (lua_lexer){.L = L, .next = text, .end = text + length, .line = 1, .last_line = 1, .source = source};
    x->token.kind = x->ahead.kind = TOKEN_EOF;
    advance(x);
}

static int read_number(lua_lexer *x, lua_token *token)
{
    while (is_digit(x->c) || x->c == '.') save_advance(x);
    if (x->c == 'e' || x->c == 'E') {
        save_advance(x);
        if (x->c == '+' || x->c == '-') save_advance(x);
    }
    while (is_word(x->c)) save_advance(x);
    save(x, 0);
    x->length--;
    if (!lua_text_number(x->buffer, (size_t)x->length, &token->number)) {
        lua_lexer_error_near(x, "malformed number", TOKEN_NUMBER);
    }
    return TOKEN_NUMBER;
}

/* At '[' or ']': saves it and the '=' after it. Returns their number if the bracket follows again, else -1 - number. */
static int read_bracket(lua_lexer *x)
{
    int count = 0, bracket = x->c;
    save_advance(x);
    for (; x->c == '='; count++) save_advance(x);
    return x->c == bracket ? count : -1 - count;
}

static void read_long(lua_lexer *x, lua_token *token, int level)
{
    save_advance(x);
    if (is_newline(x->c)) newline(x);
    int start = level + 2;
    for (;;) {
        if (x->c == -1) {
            lua_lexer_error_near(x, token ? "unfinished long string" : "unfinished long comment", TOKEN_EOF);
        } else if (x->c == '[') {
            if (read_bracket(x) != level) continue;
            save_advance(x);
            if (level == 0) lua_lexer_error_near(x, "nesting of [[...]] is deprecated", '[');
        } else if (x->c == ']') {
            if (read_bracket(x) != level) continue;
            save_advance(x);
            break;
        } else if (is_newline(x->c)) {
            save(x, '\n');
            newline(x);
            if (!token) x->length = start;
        } else if (token) {
            save_advance(x);
        } else {
            advance(x);
        }
    }
    if (token) token->string = lua_string_new(x->L, x->buffer + start, (size_t)(x->length - 2 * start));
}

static void read_escape(lua_lexer *x)
{
    static const char letters[] = "abfnrtv", codes[] = "\a\b\f\n\r\t\v";
    advance(x);
    if (x->c == -1) return;
    if (is_newline(x->c)) {
        save(x, '\n');
        newline(x);
        return;
    }
    const char *letter = x->c ? strchr(letters, x->c) : NULL;
    if (letter) {
        save(x, codes[letter - letters]);
        advance(x);
        return;
    }
    if (!is_digit(x->c)) {
        save_advance(x);
        return;
    }
    int code = 0;
    for (int i = 0; i < 3 && is_digit(x->c); i++) {
        code = code * 10 + x->c - '0';
        advance(x);
    }
    if (code > 255) lua_lexer_error_near(x, "escape sequence too large", TOKEN_STRING);
    save(x, code);
}

static int read_string(lua_lexer *x, lua_token *token)
{
    int quote = x->c;
    save_advance(x);
    while (x->c != quote) {
        if (x->c == -1) lua_lexer_error_near(x, "unfinished string", TOKEN_EOF);
        if (is_newline(x->c)) lua_lexer_error_near(x, "unfinished string", TOKEN_STRING);
        if (x->c == '\\') read_escape(x);
        else save_advance(x);
    }
    save_advance(x);
    token->string = lua_string_new(x->L, x->buffer + 1, (size_t)x->length - 2);
    return TOKEN_STRING;
}

static void skip_comment(lua_lexer *x)
{
    advance(x);
    if (x->c == '[') {
        int level = read_bracket(x);
        x->length = 0;
        if (level >= 0) {
            for (int i = 0; i < level + 1; i++) save(x, '=');
            read_long(x, NULL, level);
            x->length = 0;
            return;
        }
    }
    while (x->c != -1 && !is_newline(x->c)) advance(x);
}

static int read_name(lua_lexer *x, lua_token *token)
{
    while (is_word(x->c)) save_advance(x);
    lua_string *s = lua_string_new(x->L, x->buffer, (size_t)x->length);
    token->string = s;
    return s->interned && s->word ? TOKEN_AND + s->word - 1 : TOKEN_NAME;
}

/* A character that makes another token when `second` follows. */
static int read_pair(lua_lexer *x, int second, int pair)
{
    int first = x->c;
    advance(x);
    if (x->c != second) return first;
    advance(x);
    return pair;
}

static int read_dots(lua_lexer *x, lua_token *token)
{
    save_advance(x);
    if (is_digit(x->c)) return read_number(x, token);
    if (x->c != '.') return '.';
    advance(x);
    if (x->c != '.') return TOKEN_CONCAT;
    advance(x);
    return TOKEN_DOTS;
}

static int read_token(lua_lexer *x, lua_token *token)
{
    x->length = 0;
    for (;;) {
        switch (x->c) {
        case -1: return TOKEN_EOF;
        case '\n': case '\r':
            newline(x);
            continue;
        case ' ': case '\t': case '\v': case '\f':
            advance(x);
            continue;
        case '-':
            advance(x);
            if (x->c != '-') return '-';
            skip_comment(x);
            continue;
        case '[': {
            int level = read_bracket(x);
            if (level >= 0) {
                read_long(x, token, level);
                return TOKEN_STRING;
            }
            if (level == -1) return '[';
            lua_lexer_error_near(x, "invalid long string delimiter", TOKEN_STRING);
        }
        case '=': return read_pair(x, '=', TOKEN_EQ);
        case '<': return read_pair(x, '=', TOKEN_LE);
        case '>': return read_pair(x, '=', TOKEN_GE);
        case '~': return read_pair(x, '=', TOKEN_NE);
        case '"': case '\'': return read_string(x, token);
        case '.': return read_dots(x, token);
        default:
            if (is_digit(x->c)) return read_number(x, token);
            if (is_letter(x->c)) return read_name(x, token);
            int c = x->c;
            advance(x);
            return c;
        }
    }
}

void lua_lexer_next(lua_lexer *x)
{
    x->last_line = x->line;
    if (x->ahead.kind != TOKEN_EOF) {
        x->token = x->ahead;
        x->ahead.kind = TOKEN_EOF;
    } else {
        x->token.kind = read_token(x, &x->token);
    }
}

int lua_lexer_ahead(lua_lexer *x)
{
    if (x->ahead.kind == TOKEN_EOF) x->ahead.kind = read_token(x, &x->ahead);
    return x->ahead.kind;
}
