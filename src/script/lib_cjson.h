/* lib_cjson.h -- the parts of the JSON library: an instance's settings, and the two directions. */
#ifndef SCRIPT_LIB_CJSON_H
#define SCRIPT_LIB_CJSON_H
#include "lua/lua.h"

/* What to do with NaN and infinities when encoding. */
enum { INVALID_REFUSE, INVALID_PRINT, INVALID_NULL };

/* Of one instance: made by cjson.new and kept as an upvalue of its functions. Yes and no are 1 and 0. */
typedef struct {
    int sparse_convert, sparse_ratio, sparse_safe;
    int encode_depth, decode_depth;
    int precision;       /* significant digits of encoded numbers */
    int keep_buffer;     /* remembered for those who ask; the encoder has nothing to keep */
    int encode_invalid, decode_invalid;
} cjson_settings;

/* [raises] Pushes the text of the value at index 1, the only one on the stack. */
void cjson_encode(lua_state *L, const cjson_settings *settings);
/* [raises] Pushes the value of a zero-terminated text; a zero inside ends it as well. */
void cjson_decode(lua_state *L, const cjson_settings *settings, const char *text, size_t length);
#endif
