/* socket.c -- conversations: listening, connecting, reading and writing without ever waiting. */
#include "os/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

enum { ABORTED_MAX = 64 };                  /* connections gone before they were taken, that one call passes over */

typedef struct sockaddr_storage name;

static void set(int id, int level, int option, int value) { setsockopt(id, level, option, &value, sizeof value); }

static int socket_new(int family) {
#ifdef SOCK_CLOEXEC
    return socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
#else
    int id = socket(family, SOCK_STREAM, 0);
    if (id < 0) return id;
    fcntl(id, F_SETFL, O_NONBLOCK);
    fcntl(id, F_SETFD, FD_CLOEXEC);
    return id;
#endif
}

bool unix_address(const char *path, bool abstract, name *out, socklen_t *len) {
    struct sockaddr_un *at = (struct sockaddr_un *)out;
    size_t size = strlen(path);
    if (size >= sizeof at->sun_path) return false;
    memset(out, 0, sizeof *out);
    at->sun_family = AF_UNIX;
    memcpy(at->sun_path, path, size);
    if (abstract && *path == '@') at->sun_path[0] = '\0';
    *len = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + size + !(abstract && *path == '@'));
    return true;
}

/* A TCP address from its text; "*" and "::*" are any address of their family. */
static int resolve(const char *text, int port, bool passive, name *out, socklen_t *len) {
    if (!strcmp(text, "*")) text = "0.0.0.0";
    if (!strcmp(text, "::*")) text = "::";
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = passive ? AI_PASSIVE : 0}, *found = NULL;
    char service[16];
    snprintf(service, sizeof service, "%d", port);
    if (getaddrinfo(text, service, &hints, &found) || !found) {
        errno = ENOENT;
        return os_fail();
    }
    memcpy(out, found->ai_addr, found->ai_addrlen);
    *len = found->ai_addrlen;
    freeaddrinfo(found);
    return OS_OK;
}

static int address_in(const os_address *from, bool passive, name *out, socklen_t *len) {
    if (!from->local) return resolve(from->text, from->port, passive, out, len);
    if (unix_address(from->text, false, out, len)) return OS_OK;
    errno = ENAMETOOLONG;
    return os_fail();
}

static void address_out(const name *from, socklen_t len, os_address *out) {
    memset(out, 0, sizeof *out);
    if (len < sizeof(sa_family_t)) return;
    if (from->ss_family == AF_INET) {
        const struct sockaddr_in *four = (const struct sockaddr_in *)from;
        inet_ntop(AF_INET, &four->sin_addr, out->text, sizeof out->text);
        out->port = ntohs(four->sin_port);
    } else if (from->ss_family == AF_INET6) {
        const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)from;
        inet_ntop(AF_INET6, &six->sin6_addr, out->text, sizeof out->text);
        out->port = ntohs(six->sin6_port);
    } else {
        const struct sockaddr_un *at = (const struct sockaddr_un *)from;
        out->local = true;
        if (len > offsetof(struct sockaddr_un, sun_path))
            snprintf(out->text, sizeof out->text, "%.*s", (int)(len - offsetof(struct sockaddr_un, sun_path)),
                     at->sun_path);
    }
}

/* -- listening ------------------------------------------------------------- */
/* The file held in reserve, so that when the table of files is full a connection can still be taken, and closed:
 * left in the queue it would make the listener ready for ever. */
static int reserve = -1;

static void reserve_fill(void) {
    if (reserve < 0) reserve = open("/dev/null", O_RDONLY | O_CLOEXEC);
}

static bool hand_to(const char *path, const os_listening *how) {
    if (how->group) {
        errno = 0;
        const struct group *g = getgrnam(how->group);
        if (!g && !errno) errno = EINVAL;
        if (!g || chown(path, (uid_t)-1, g->gr_gid) < 0) return false;
    }
    return !how->permissions || chmod(path, (mode_t)how->permissions) == 0;
}

static bool set_mark(int id, uint32_t mark) {
#ifdef SO_MARK
    return !mark || setsockopt(id, SOL_SOCKET, SO_MARK, &mark, sizeof mark) == 0;
#else
    (void)id;
    if (mark) errno = ENOTSUP;
    return !mark;
#endif
}

/* Nobody can connect between bind and listen, so the permissions are right before anyone can use them. */
static int listen_at(int id, const os_address *at, const name *where, socklen_t len, const os_listening *how) {
    if (at->local) {
        unlink(at->text);
    } else {
        set(id, SOL_SOCKET, SO_REUSEADDR, 1);
        set(id, IPPROTO_TCP, TCP_NODELAY, 1);   /* Linux hands it on to what is accepted */
        if (where->ss_family == AF_INET6) set(id, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    }
    if (!set_mark(id, how->mark) || bind(id, (const struct sockaddr *)where, len) < 0) return OS_BROKEN;
    if (at->local && !hand_to(at->text, how)) return OS_BROKEN;
    return listen(id, how->backlog) < 0 ? OS_BROKEN : OS_OK;
}

int os_listen(const os_address *at, const os_listening *how) {
    name where;
    socklen_t len;
    int result = address_in(at, true, &where, &len);
    if (result != OS_OK) return result;
    int id = socket_new(where.ss_family);
    if (id < 0) return os_fail();
    if (listen_at(id, at, &where, len, how) != OS_OK) return os_fail_closing(id);
    reserve_fill();
    return id;
}

static int accept_new(int listener, name *from, socklen_t *len) {
#ifdef SOCK_CLOEXEC
    return accept4(listener, (struct sockaddr *)from, len, SOCK_NONBLOCK | SOCK_CLOEXEC);
#else
    int id = accept(listener, (struct sockaddr *)from, len);
    if (id < 0) return id;
    fcntl(id, F_SETFL, O_NONBLOCK);
    fcntl(id, F_SETFD, FD_CLOEXEC);
    set(id, IPPROTO_TCP, TCP_NODELAY, 1);
    return id;
#endif
}

/* Takes the connection that there is no room for, if there is one, and ends it. */
static int accept_refuse(int listener) {
    int result = os_fail();
    if (reserve >= 0) close(reserve);
    reserve = -1;
    int id = accept(listener, NULL, NULL);
    if (id >= 0) close(id);
    else result = errno == EAGAIN ? OS_LATER : OS_BROKEN;
    reserve_fill();
    return result;
}

int os_accept(int listener, os_address *peer) {
    name from;
    for (int tries = 0; tries < ABORTED_MAX; tries++) {
        socklen_t len = sizeof from;
        int id = accept_new(listener, &from, &len);
        if (id >= 0) {
            if (peer) address_out(&from, len, peer);
            return id;
        }
        if (errno == EMFILE || errno == ENFILE) return accept_refuse(listener);
        if (errno != EINTR && errno != ECONNABORTED && errno != EPROTO) return os_fail() == OS_LATER ? OS_LATER : OS_BROKEN;
    }
    return OS_LATER;
}

/* -- connecting ------------------------------------------------------------ */
int os_connect(const os_address *to, const os_address *from) {
    name there, here;
    socklen_t there_len, here_len;
    int result = address_in(to, false, &there, &there_len);
    if (result == OS_OK && from) result = address_in(from, true, &here, &here_len);
    if (result != OS_OK) return result;
    int id = socket_new(there.ss_family);
    if (id < 0) return os_fail();
    if (!to->local) set(id, IPPROTO_TCP, TCP_NODELAY, 1);
    if (from && bind(id, (struct sockaddr *)&here, here_len) < 0) return os_fail_closing(id);
    if (connect(id, (struct sockaddr *)&there, there_len) < 0 && errno != EINPROGRESS && errno != EINTR)
        return os_fail_closing(id);
    return id;
}

int os_connected(int id) {
    struct pollfd asked = {.fd = id, .events = POLLOUT};
    if (poll(&asked, 1, 0) <= 0) return OS_LATER;
    int error = 0;
    socklen_t len = sizeof error;
    if (getsockopt(id, SOL_SOCKET, SO_ERROR, &error, &len) < 0) return os_fail();
    if (!error) return OS_OK;
    errno = error;
    return os_fail();
}

int os_name_lookup(const char *text, os_address *out) {
    name found;
    socklen_t len;
    int result = resolve(text, 0, false, &found, &len);
    if (result == OS_OK) address_out(&found, len, out);
    return result;
}

int os_own_address(int id, os_address *out) {
    name mine;
    socklen_t len = sizeof mine;
    if (getsockname(id, (struct sockaddr *)&mine, &len) < 0) return os_fail();
    address_out(&mine, len, out);
    return OS_OK;
}

/* -- talking --------------------------------------------------------------- */
ptrdiff_t os_read(int id, void *to, size_t cap) {
    for (;;) {
        ssize_t got = read(id, to, cap);
        if (got > 0) return got;
        if (got == 0) return OS_CLOSED;
        if (errno != EINTR) return os_fail();
    }
}

ptrdiff_t os_write(int id, const os_piece *pieces, int count) {
    struct iovec list[64];
    int used = count < 64 ? count : 64;
    for (int i = 0; i < used; i++) list[i] = (struct iovec){(void *)(uintptr_t)pieces[i].at, pieces[i].len};
    for (;;) {
        ssize_t wrote = used == 1 ? write(id, list[0].iov_base, list[0].iov_len) : writev(id, list, used);
        if (wrote >= 0) return wrote;
        if (errno != EINTR) return os_fail();
    }
}

int os_await(int id, int what, int64_t timeout_us) {
    struct pollfd one = {.fd = id, .events = what & OS_WRITE ? POLLOUT : POLLIN};
    for (;;) {
        int count = poll(&one, 1, timeout_us < 0 ? -1 : (int)(timeout_us / 1000));
        if (count > 0) return OS_OK;
        if (!count) return OS_LATER;
        if (errno != EINTR) return os_fail();
    }
}

/* The peer is asked after that many idle seconds, then three times in a third of them. */
void os_keepalive(int id, int seconds) {
    set(id, SOL_SOCKET, SO_KEEPALIVE, seconds > 0);
    if (seconds <= 0) return;
#ifdef TCP_KEEPIDLE
    set(id, IPPROTO_TCP, TCP_KEEPIDLE, seconds);
#elif defined TCP_KEEPALIVE
    set(id, IPPROTO_TCP, TCP_KEEPALIVE, seconds);
#endif
#ifdef TCP_KEEPINTVL
    set(id, IPPROTO_TCP, TCP_KEEPINTVL, seconds / 3 ? seconds / 3 : 1);
    set(id, IPPROTO_TCP, TCP_KEEPCNT, 3);
#endif
}

void os_no_delay(int id, bool on) { set(id, IPPROTO_TCP, TCP_NODELAY, on); }

void os_end_output(int id) { shutdown(id, SHUT_WR); }

void os_close(int id) {
    watch_forget(id);
    close(id);
}
