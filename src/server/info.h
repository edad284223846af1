/* info.h -- INFO's text, also for the crash report and the metrics endpoint. */
#ifndef SERVER_INFO_H
#define SERVER_INFO_H
#include "base/slice.h"

/* The canonical order of sections and fields (behaviour.md section 19): info_order.c. A field no feature supplies is left out. */
typedef struct info_place {
    const char *section, *title;
    bool standard;                          /* part of a plain INFO */
    const char *const *names;               /* ends with NULL */
} info_place;
extern const info_place info_order[];

void info_section(bytes **out, const char *section);
#endif
