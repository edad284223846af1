/* info.h -- INFO's text, also for the crash report and the metrics endpoint.
 *
 * Features supply fields as rows (feature.h); info_order.c fixes where they stand. When two features supply the same
 * field the first in main's list wins: info_absent, the last, tells what is true while nobody else does. */
#ifndef SERVER_INFO_H
#define SERVER_INFO_H
#include "base/slice.h"

/* The order of sections and fields (behaviour.md section 19): info_order.c. A field no feature supplies is left out. */
typedef struct info_place {
    const char *section, *title;
    bool standard;                          /* part of a plain INFO */
    const char *const *names;               /* ends with NULL */
    bool by_name;                           /* not even part of INFO everything */
} info_place;
extern const info_place info_order[];       /* ends with a nameless one */

/* Appends a section with its title, after a blank line when there is text before it; an unknown one gives nothing. */
void info_section(bytes **out, const char *section);
/* Appends the value of one field; false when nobody supplies it or it stands for whole lines. */
bool info_value(const char *section, const char *name, bytes **out);
int64_t info_number(const char *section, const char *name);     /* the same as a number, 0 when it is none */
/* Calls back for every "name:value" of a section, lines that vary included. */
void info_each(const char *section, void (*each)(slice name, slice value, void *context), void *context);
#endif
