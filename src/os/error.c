/* error.c -- errno becomes an os_error here and goes no further. */
#include "os/inside.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static _Thread_local int latest;

static int error_of(int number) {
    switch (number) {
    case EAGAIN:
#if EWOULDBLOCK != EAGAIN
    case EWOULDBLOCK:
#endif
    case EINPROGRESS: return OS_LATER;
    case EPIPE:
    case ECONNRESET:
    case ENOTCONN:
    case ESHUTDOWN: return OS_CLOSED;
    case ENOENT:
    case ENOTDIR:
    case ENXIO:
    case EADDRNOTAVAIL:
    case EAFNOSUPPORT: return OS_MISSING;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM: return OS_FULL;
    case EACCES:
    case EPERM:
    case EROFS: return OS_DENIED;
    case EADDRINUSE:
    case EBUSY:
    case ETXTBSY: return OS_BUSY;
    case EEXIST:
    case ENOTEMPTY: return OS_EXISTS;
    case ECONNREFUSED:
    case ETIMEDOUT:
    case EHOSTUNREACH:
    case ENETUNREACH: return OS_REFUSED;
    case EINVAL:
    case EISDIR:
    case ENAMETOOLONG:
    case EBADF: return OS_INVALID;
    default: return OS_BROKEN;
    }
}

int os_fail(void) {
    latest = errno;
    return error_of(latest);
}

int os_fail_closing(int file) {
    int result = os_fail();
    if (file >= 0) close(file);
    return result;
}

const char *os_error_text(void) { return strerror(latest); }
