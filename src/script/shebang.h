/* shebang.h -- the first line of a script or library: "#!lua flags=no-writes" or "#!lua name=mylib". */
#ifndef SCRIPT_SHEBANG_H
#define SCRIPT_SHEBANG_H
#include "base/slice.h"

/* The flags of a script (SCRIPT_COMPATIBLE without shebang), and in *code what Lua gets: the text from the end of that line
 * on. False leaves the error in *why (owned by the caller). */
bool shebang_of_script(slice body, unsigned *flags, slice *code, bytes **why);
/* The name of a library (owned), or NULL with the error in *why. */
bytes *shebang_of_library(slice body, slice *code, bytes **why);
/* Letters, digits and underscores, at least one. */
bool shebang_name_valid(slice name);
#endif
