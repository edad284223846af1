/* pages.c -- memory in pages, for the allocator. */
#include "os/os.h"

#include <stdint.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* The system often puts one mapping right beside the last, which is at a boundary then; and both count as one, of which it
 * allows only so many. Otherwise it maps twice as much and cuts off what lies outside. */
void *os_take_pages(size_t len) {
    char *at = mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED || !((uintptr_t)at & (len - 1))) return at == MAP_FAILED ? NULL : at;
    munmap(at, len);
    at = mmap(NULL, 2 * len, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED) return NULL;
    size_t before = -(uintptr_t)at & (len - 1);
    if (before) munmap(at, before);
    munmap(at + before + len, len - before);
    return at + before;
}

void os_empty_pages(void *at, size_t len) {
#ifdef __linux__
    madvise(at, len, MADV_DONTNEED);
#else
    madvise(at, len, MADV_FREE);
#endif
}

void os_give_pages(void *at, size_t len) {
    munmap(at, len);
}

void os_trim_malloc(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
