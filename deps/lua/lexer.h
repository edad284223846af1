#ifndef LUA_LEXER_H
#define LUA_LEXER_H

/* From text to tokens. A token is a character below 256 or one of these. */

#include "object.h"

enum {
    TOKEN_AND = 257, TOKEN_BREAK, TOKEN_DO, TOKEN_ELSE, TOKEN_ELSEIF, TOKEN_END, TOKEN_FALSE, TOKEN_FOR, TOKEN_FUNCTION,
    TOKEN_IF, TOKEN_IN, TOKEN_LOCAL, TOKEN_NIL, TOKEN_NOT, TOKEN_OR, TOKEN_REPEAT, TOKEN_RETURN, TOKEN_THEN, TOKEN_TRUE,
    TOKEN_UNTIL, TOKEN_WHILE, TOKEN_CONCAT, TOKEN_DOTS, TOKEN_EQ, TOKEN_GE, TOKEN_LE, TOKEN_NE, TOKEN_NUMBER,
        TOKEN_NAME,
    TOKEN_STRING, TOKEN_EOF
};

typedef struct {
    int kind;
    double number;
    lua_string *string;
} lua_token;

typedef struct {
    lua_state *L;
    const char *next, *end;  /* unread text */
    int c;                   /* the current character, or -1 at the end */
    int line;                /* where the reader is */
    int last_line;           /* where the last consumed token ended */
    lua_token token, ahead;  /* ahead.kind is TOKEN_EOF unless looked at */
    lua_string *source;
    char *buffer;            /* text of the token last read */
    int length, capacity;
} lua_lexer;

/* Makes the reserved words known to the intern table. */
void lua_lexer_reserve(lua_state *L);
void lua_lexer_open(lua_lexer *x, lua_state *L, const char *text, size_t length, lua_string *source);
/* Consumes the current token. */
void lua_lexer_next(lua_lexer *x);
/* Looks at the token after the current one. */
int lua_lexer_ahead(lua_lexer *x);
/* Raises a syntax error near the current token. */
_Noreturn void lua_lexer_error(lua_lexer *x, const char *message);
/* Raises a syntax error near `token`; 0 for nowhere. */
_Noreturn void lua_lexer_error_near(lua_lexer *x, const char *message, int token);
/* The spelling of a token kind, into out. */
const char *lua_token_text(int kind, char out[32]);

#endif
