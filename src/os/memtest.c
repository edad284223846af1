/* memtest.c -- a quick test of the memory that a crashed process holds: does what is written stay written?
 *
 * Every resident word of every private writable region is inverted twice and read back each time, so that what the process
 * held is there again afterwards. Left out are the stack we run on, and regions larger than the machine's memory, which are
 * reservations and not memory. */
#include "os/inside.h"

#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGES = 256 };

typedef struct region { uintptr_t from, to; } region;

/* Words, not bytes, and nothing in between: a fault of the bus or of a cell shows, and a crash here would end the report. */
__attribute__((no_sanitize("address", "undefined"), noinline))
static bool words_hold(volatile uintptr_t *at, const volatile uintptr_t *end) {
    bool good = true;
    for (; at < end; at++) {
        uintptr_t kept = *at;
        *at = ~kept;
        good &= *at == ~kept;
        *at = kept;
        good &= *at == kept;
    }
    return good;
}

static bool pages_hold(uintptr_t from, uintptr_t to, size_t page) {
    unsigned char resident[PAGES];
    bool good = true;
    for (; from < to; from += PAGES * page) {
        size_t count = (to - from) / page < PAGES ? (to - from) / page : PAGES;
        if (mincore((void *)from, count * page, (void *)resident)) return good;
        for (size_t i = 0; i < count; i++) {
            uintptr_t at = from + i * page;
            if (resident[i] & 1) good &= words_hold((uintptr_t *)at, (uintptr_t *)(at + page));
        }
    }
    return good;
}

static bool next_region(FILE *maps, region *r) {
    char line[512], rights[5];
    unsigned long from, to;
    while (fgets(line, sizeof line, maps)) {
        if (sscanf(line, "%lx-%lx %4s", &from, &to, rights) != 3) continue;
        *r = (region){ from, to };
        if (rights[0] == 'r' && rights[1] == 'w' && rights[3] == 'p') return true;
    }
    return false;
}

int os_memory_test(void (*line)(const char *text)) {
    uintptr_t here = (uintptr_t)&here, page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t whole = (uintptr_t)sysconf(_SC_PHYS_PAGES) * page;
    FILE *maps = fopen("/proc/self/maps", "r");
    region all[1024];
    int count = 0, bad = 0;
    if (!maps) return OS_MISSING;
    while (count < (int)(sizeof all / sizeof *all) && next_region(maps, &all[count])) count++;
    fclose(maps);
    for (int i = 0; i < count; i++) {
        char text[96];
        if ((here >= all[i].from && here < all[i].to) || all[i].to - all[i].from > whole) continue;
        snprintf(text, sizeof text, "*** Preparing to test memory region %lx (%lu bytes)", (unsigned long)all[i].from,
                 (unsigned long)(all[i].to - all[i].from));
        line(text);
        bad += !pages_hold(all[i].from, all[i].to, page);
    }
    return bad;
}
