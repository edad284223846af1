/* version.h -- what we are, and what we are compatible with (clients gate features on the latter). */
#ifndef SERVER_VERSION_H
#define SERVER_VERSION_H

#define VERSION_COMPATIBLE "8.0.2"
#define VERSION_OWN "0.1.0"
#ifdef MEMORY_LIBC
#define VERSION_ALLOCATOR "libc"
#else
#define VERSION_ALLOCATOR "own"
#endif
#endif
