/* pages.c -- memory that the allocator holds but does not need at the moment. */
#include "os/os.h"

#include <sys/mman.h>

void os_release_pages(void *at, size_t len) {
#ifdef __linux__
    madvise(at, len, MADV_DONTNEED);
#else
    madvise(at, len, MADV_FREE);
#endif
}
