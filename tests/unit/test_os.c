/* test_os.c -- the real world behaves as os.h promises. */
#include "os/os.h"
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { LONG_US = 10000000 };                /* waits that end by an event, never by this */

static char directory[64];

static const char *path(const char *name) {
    static char texts[4][128];
    static int turn;
    char *out = texts[turn++ % 4];
    snprintf(out, sizeof texts[0], "%s/%s", directory, name);
    return out;
}

static os_address tcp(const char *text, int port) {
    os_address at = {.port = port};
    snprintf(at.text, sizeof at.text, "%s", text);
    return at;
}

static os_address unix_at(const char *text) {
    os_address at = tcp(text, 0);
    at.local = true;
    return at;
}

/* Waits for one event of this kind; other kinds are let go by. But the end of a child is told only once,
 * perhaps in the round that makes its pipe readable: it is kept for the wait that asks for it. */
static os_event ended;

static os_event wait_for(int what) {
    os_event got[16];
    int64_t limit = os_mono_us() + LONG_US;
    while (os_mono_us() < limit) {
        if (what & ended.what) {
            os_event kept = ended;
            ended.what = 0;
            return kept;
        }
        int count = os_wait(got, 16, LONG_US);
        os_event found = {.id = -1};
        for (int i = 0; i < count; i++) {
            if (!found.what && got[i].what & what) found = got[i];
            else if (got[i].what & OS_CHILD) ended = got[i];
        }
        if (found.what) return found;
    }
    return (os_event){.id = -1};
}

static ptrdiff_t say(int id, const char *text) {
    return os_write(id, &(os_piece){text, strlen(text)}, 1);
}

static int option(int id, int level, int name) {
    int value = -1;
    socklen_t len = sizeof value;
    return getsockopt(id, level, name, &value, &len) < 0 ? -1 : value;
}

static void talk(os_address at, const char *peer_text) {
    char got[32];
    int owner;
    os_address peer, own;
    int listener = os_listen(&at, &(os_listening){.backlog = 16, .permissions = 0700});
    check(listener >= 0);
    if (!at.local) check(os_own_address(listener, &own) == OS_OK && own.port > 0);
    else own = at;
    if (!at.local) snprintf(own.text, sizeof own.text, "%s", at.text);
    check(os_accept(listener, &peer) == OS_LATER);
    check(os_watch(listener, OS_READ, &owner) == OS_OK);
    int client = os_connect(&own, NULL);
    check(client >= 0);
    os_event news = wait_for(OS_READ);
    check(news.id == listener && news.owner == &owner && news.what == OS_READ);
    int server = os_accept(listener, &peer);
    check(server >= 0 && !strcmp(peer.text, peer_text) && peer.local == at.local);
    check(os_connected(client) == OS_OK);
    check(os_read(server, got, sizeof got) == OS_LATER);
    check(os_write(client, (os_piece[]){{"he", 2}, {"", 0}, {"llo", 3}}, 3) == 5);
    check(os_watch(server, OS_READ | OS_WRITE, got) == OS_OK && os_watch(listener, 0, NULL) == OS_OK);
    news = wait_for(OS_READ);
    check(news.id == server && news.what == (OS_READ | OS_WRITE) && news.owner == got);
    check(os_read(server, got, sizeof got) == 5 && !memcmp(got, "hello", 5));
    os_keepalive(server, 300);
    if (!at.local) check(option(server, SOL_SOCKET, SO_KEEPALIVE) == 1 && option(server, IPPROTO_TCP, TCP_NODELAY) == 1);
#ifdef __linux__
    if (!at.local) {
        check(option(server, IPPROTO_TCP, TCP_KEEPIDLE) == 300 && option(server, IPPROTO_TCP, TCP_KEEPINTVL) == 100);
        check(option(server, IPPROTO_TCP, TCP_KEEPCNT) == 3);
    }
#endif
    os_end_output(client);
    check(os_read(server, got, sizeof got) == OS_CLOSED);
    check(os_write(server, (os_piece[]){{"late", 4}}, 1) == 4 && os_read(client, got, sizeof got) == 4);
    os_close(client);
    check(os_read(server, got, sizeof got) == OS_CLOSED);
    os_close(server);
    os_close(listener);
}

static void sockets(void) {
    talk(tcp("127.0.0.1", 0), "127.0.0.1");
    os_address six = tcp("::1", 0);
    int probe = os_listen(&six, &(os_listening){.backlog = 1});
    if (probe >= 0) {                       /* a machine without IPv6 has nothing to test it with */
        os_close(probe);
        talk(six, "::1");
    }
    talk(unix_at(path("socket")), "");
    struct stat about;
    check(stat(path("socket"), &about) == 0 && (about.st_mode & 0777) == 0700);
    talk(unix_at(path("socket")), "");      /* the path that is left over is no obstacle */
    char far[200];
    memset(far, 'x', sizeof far - 1);
    far[sizeof far - 1] = '\0';
    os_address lost;
    check(os_name_lookup("127.0.0.1", &lost) == OS_OK && !strcmp(lost.text, "127.0.0.1") && !lost.local);
    check(os_name_lookup("no such host at all", &lost) == OS_MISSING);
}

static void refusals(void) {
    os_address at = tcp("127.0.0.1", 0), own;
    int listener = os_listen(&at, &(os_listening){.backlog = 16});
#ifdef __linux__
    struct tcp_info told;
    socklen_t len = sizeof told;
    check(getsockopt(listener, IPPROTO_TCP, TCP_INFO, &told, &len) == 0 && told.tcpi_sacked == 16);     /* a listener's backlog */
#endif
    check(os_own_address(listener, &own) == OS_OK);
    check(os_listen(&own, &(os_listening){.backlog = 16}) == OS_BUSY && !strcmp(os_error_text(), strerror(EADDRINUSE)));
    os_close(listener);
    int client = os_connect(&own, NULL);
    if (client >= 0) {                      /* some kernels refuse at once */
        check(os_watch(client, OS_WRITE, NULL) == OS_OK && wait_for(OS_WRITE).id == client);
        check(os_connected(client) == OS_REFUSED);
        os_close(client);
    } else {
        check(client == OS_REFUSED);
    }
    os_address nowhere = unix_at(path("nobody")), foreign = tcp("192.0.2.1", 0);
    check(os_connect(&nowhere, NULL) == OS_MISSING);
    check(os_listen(&foreign, &(os_listening){.backlog = 16}) == OS_MISSING);
    check(os_connect(&own, &foreign) == OS_MISSING);
}

static void pair(int ends[2]) {
    check(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
}

/* Interest that comes and goes between two waits; an id that is closed and comes back as another. */
static void watching(void) {
    os_event got[4];
    int ends[2], mark;
    pair(ends);
    check(os_watch(ends[0], OS_READ, NULL) == OS_OK);
    check(os_wait(got, 4, 0) == 0);
    for (int i = 0; i < 10; i++) {
        os_watch(ends[0], OS_READ | OS_WRITE, NULL);
        os_watch(ends[0], OS_READ, NULL);
    }
    check(os_wait(got, 4, 0) == 0);
    os_watch(ends[0], OS_READ | OS_WRITE, &mark);
    check(os_wait(got, 4, 0) == 1 && got[0].what == OS_WRITE && got[0].owner == &mark);
    check(os_wait(got, 4, 0) == 1);         /* level-triggered */
    os_watch(ends[0], 0, NULL);
    check(os_wait(got, 4, 0) == 0);
    os_watch(ends[0], OS_WRITE, &mark);
    int number = ends[0];
    os_close(ends[0]);
    close(ends[1]);
    pair(ends);
    check(ends[0] == number);
    check(os_wait(got, 4, 0) == 0);
    check(os_watch(ends[0], OS_READ, &mark) == OS_OK && say(ends[1], "x") == 1);
    check(os_wait(got, 4, LONG_US) == 1 && got[0].id == ends[0] && got[0].what == OS_READ);
    os_close(ends[0]);
    close(ends[1]);
    int64_t before = os_mono_us();
    check(os_wait(got, 4, 20000) == 0 && os_mono_us() - before >= 20000);
    check(os_watch(-1, OS_READ, NULL) < 0);
}

static void many_watched(void) {
    enum { PAIRS = 300 };
    static int ends[PAIRS][2];
    os_event got[64];
    int seen = 0;
    for (int i = 0; i < PAIRS; i++) {
        pair(ends[i]);
        os_watch(ends[i][0], OS_READ, ends[i]);
        say(ends[i][1], "x");
    }
    while (seen < PAIRS) {
        int count = os_wait(got, 64, LONG_US);
        if (count <= 0) break;
        for (int i = 0; i < count; i++) {
            int *mine = got[i].owner;
            check(mine[0] == got[i].id);
            os_close(mine[0]);
            close(mine[1]);
        }
        seen += count;
    }
    check(seen == PAIRS && os_wait(got, 64, 0) == 0);
}

static void signals(void) {
    raise(SIGTERM);
    check(wait_for(OS_SIGNAL).detail == 's');
    raise(SIGHUP);
    check(wait_for(OS_SIGNAL).detail == 'h');
    raise(SIGINT);
    check(wait_for(OS_SIGNAL).detail == 'i');
    int ends[2];
    pair(ends);
    close(ends[1]);
    check(say(ends[0], "x") == OS_CLOSED);  /* SIGPIPE did not end us */
    close(ends[0]);
}

/* -- children --------------------------------------------------------------- */
static int child_says(void *argument, int to) {
    say(to, argument);
    return 7;
}

static int child_hangs(void *argument, int to) {
    (void)argument;
    say(to, "!");
    while (pause() < 0) {}
    return 0;
}

static int inherited = -1;

static int child_looks(void *argument, int to) {
    (void)argument;
    (void)to;
    return fcntl(inherited, F_GETFD) < 0 && errno == EBADF ? 0 : 1;
}

static int child_locks(void *argument, int to) {
    (void)to;
    int file = os_open(argument, OS_APPEND);
    return os_lock(file) == OS_BUSY ? 0 : 1;
}

static void crashed(int number, int code, void *address, void *instruction) {
    (void)code;
    char text[64];
    int len = snprintf(text, sizeof text, "%d %d %d", number == SIGSEGV, address == (void *)8, instruction != NULL);
    os_print(1, text, (size_t)len);
}

static int child_crashes(void *argument, int to) {
    (void)argument;
    dup2(to, 1);
    os_crash_catch(crashed);
    raise(SIGSEGV);
    return 0;
}

static void children(void) {
    char got[64];
    int from;
    int child = os_snapshot(child_says, "from below", &from);
    check(child > 0 && os_watch(from, OS_READ, NULL) == OS_OK);
    check(wait_for(OS_READ).id == from);
    check(os_read(from, got, sizeof got) == 10 && !memcmp(got, "from below", 10));
    os_watch(from, 0, NULL);
    os_event news = wait_for(OS_CHILD);
    check(news.id == child && news.detail == 7);
    check(os_read(from, got, sizeof got) == OS_CLOSED);
    os_close(from);
    child = os_snapshot(child_hangs, NULL, &from);
    os_snapshot_kill(child);
    news = wait_for(OS_CHILD);
    check(news.id == child && news.detail == 256 + SIGKILL);
    os_close(from);
    inherited = os_open("/dev/null", OS_LOOK);
    check(os_snapshot(child_looks, NULL, &from) > 0 && wait_for(OS_CHILD).detail == 0);
    os_close(from);
    os_close(inherited);
}

static void crashes(void) {
    char got[64] = "";
    int from;
    check(os_snapshot(child_crashes, NULL, &from) > 0 && wait_for(OS_CHILD).detail == 256 + SIGSEGV);
    check(os_read(from, got, sizeof got) > 0 && !strncmp(got, "1 0 1", 5));
    os_close(from);
}

static int lines;
static void line_count(const char *text) { lines += strstr(text, "0x") != NULL; }

/* -- files ------------------------------------------------------------------- */
static bool name_count(const char *name, void *context) {
    (void)name;
    ++*(int *)context;
    return true;
}

static void files(void) {
    char got[32];
    size_t written = 9;
    int file = os_open(path("a"), OS_CREATE);
    check(file >= 0 && os_append(file, (os_piece[]){{"one ", 4}, {"", 0}, {"two", 3}}, 3, &written) == OS_OK);
    check(written == 7 && os_size(file) == 7 && os_sync(file) == OS_OK);
    check(os_read_at(file, got, sizeof got, 4) == 3 && !memcmp(got, "two", 3));
    check(os_read_at(file, got, sizeof got, 100) == 0);
    os_close(file);
    file = os_open(path("a"), OS_APPEND);
    check(os_append(file, &(os_piece){" three", 6}, 1, NULL) == OS_OK && os_file_size(path("a")) == 13);
    check(os_truncate(file, 3) == OS_OK && os_file_size(path("a")) == 3);
    check(os_lock(file) == OS_OK);
    int from;
    check(os_snapshot(child_locks, (void *)(uintptr_t)path("a"), &from) > 0 && wait_for(OS_CHILD).detail == 0);
    os_close(from);
    os_close(file);
    check(os_rename(path("a"), path("b")) == OS_OK && os_file_size(path("a")) == OS_MISSING);
    check(os_link(path("b"), path("c")) == OS_OK && os_file_size(path("c")) == 3);
    check(os_link(path("b"), path("c")) == OS_EXISTS);
    check(os_make_directory(path("d")) == OS_OK && os_make_directory(path("d")) == OS_EXISTS);
    check(os_is_directory(path("d")) && !os_is_directory(path("b")) && os_sync_directory(directory) == OS_OK);
    int names = 0;
    check(os_list(directory, name_count, &names) == OS_OK && names == 4); /* b c d and the socket */
    names = 0;
    check(os_glob(path("[bc]"), name_count, &names) == OS_OK && names == 2);
    check(os_glob(path("z*"), name_count, &names) == OS_OK && names == 2);
    check(os_list(path("none"), name_count, &names) == OS_MISSING);
    check(os_remove(path("d")) == OS_OK && os_remove(path("d")) == OS_MISSING);
    check(os_open(path("none"), OS_LOOK) == OS_MISSING && !strcmp(os_error_text(), strerror(ENOENT)));
    int full = os_open("/dev/full", OS_APPEND);
    if (full >= 0) check(os_append(full, &(os_piece){"x", 1}, 1, &written) == OS_FULL && written == 0);
    if (full >= 0) os_close(full);
}

/* The file may grow to 8 bytes and no further: the first of the pieces that do not fit is cut. */
static void short_writes(void) {
    size_t written;
    struct rlimit before, small;
    getrlimit(RLIMIT_FSIZE, &before);
    small = before;
    small.rlim_cur = 8;
    signal(SIGXFSZ, SIG_IGN);
    int file = os_open(path("small"), OS_CREATE);
    check(setrlimit(RLIMIT_FSIZE, &small) == 0);
    check(os_append(file, (os_piece[]){{"12345", 5}, {"67890", 5}}, 2, &written) == OS_FULL && written == 8);
    setrlimit(RLIMIT_FSIZE, &before);
    os_close(file);
}

static void many_pieces(void) {
    static os_piece pieces[1000];
    static char got[1000];
    for (int i = 0; i < 1000; i++) pieces[i] = (os_piece){&"abcdefghij"[i % 10], 1};
    int file = os_open(path("pieces"), OS_CREATE);
    check(os_append(file, pieces, 1000, NULL) == OS_OK && os_read_at(file, got, 1000, 0) == 1000);
    bool same = true;
    for (int i = 0; i < 1000; i++) same = same && got[i] == "abcdefghij"[i % 10];
    check(same);
    os_close(file);
}

static void paths(void) {
    char here[512], got[512], want[600];
    check(os_change_directory(directory) == OS_OK && os_current_directory(here, sizeof here) == OS_OK);
    check(os_absolute_path("/x/y", got, sizeof got) == OS_OK && !strcmp(got, "/x/y"));
    snprintf(want, sizeof want, "%s/redis.conf", here);
    check(os_absolute_path("./redis.conf", got, sizeof got) == OS_OK && !strcmp(got, want));
    check(os_absolute_path("../x", got, sizeof got) == OS_OK && !strcmp(strrchr(got, '/'), "/x"));
    check(strlen(got) < strlen(here));
    check(os_absolute_path("../../../../../../../x", got, sizeof got) == OS_OK && !strcmp(got, "/x"));
    check(os_absolute_path("x", got, 4) < 0);
}

static void worker(void) {
    int file = os_open(path("synced"), OS_CREATE);
    check(os_append(file, &(os_piece){"x", 1}, 1, NULL) == OS_OK);
    for (int64_t ticket = 1; ticket <= 40; ticket++) check(os_sync_later(file, ticket) == OS_OK);
    int64_t told = 0, limit = os_mono_us() + LONG_US;
    while (told < 40 && os_mono_us() < limit) {
        os_event got[7];
        int count = os_wait(got, 7, LONG_US);   /* none, when the bell rang for what the wait before had taken already */
        for (int i = 0; i < count; i++)
            check(got[i].what == OS_SYNCED && got[i].id == OS_OK && got[i].detail == ++told);
    }
    check(told == 40);
    int ends[2];
    char got[1];
    pair(ends);
    os_close_later(ends[1]);
    os_watch(ends[0], OS_READ, NULL);
    check(wait_for(OS_READ).id == ends[0] && os_read(ends[0], got, 1) == OS_CLOSED);
    os_close(ends[0]);
    os_close(file);
    check(os_sync_later(file, 99) == OS_OK && wait_for(OS_SYNCED).id == OS_INVALID);
}

/* With no room in the table of files a connection is taken and ended, so that the listener does not stay ready. */
static void file_table_full(void) {
    os_address at = unix_at(path("crowded"));
    int listener = os_listen(&at, &(os_listening){.backlog = 16}), fillers[64], count = 0;
    char got[1];
    check(os_watch(listener, OS_READ, NULL) == OS_OK);
    int client = os_connect(&at, NULL);
    struct rlimit before, small;
    getrlimit(RLIMIT_NOFILE, &before);
    small = before;
    small.rlim_cur = (rlim_t)client + 8;
    check(setrlimit(RLIMIT_NOFILE, &small) == 0);
    while (count < 64 && (fillers[count] = dup(0)) >= 0) count++;
    check(count < 64 && os_accept(listener, NULL) == OS_FULL);
    check(os_read(client, got, 1) == OS_CLOSED && os_accept(listener, NULL) == OS_LATER);
    while (count) close(fillers[--count]);
    setrlimit(RLIMIT_NOFILE, &before);
    os_close(client);
    client = os_connect(&at, NULL);
    int server = os_accept(listener, NULL);
    check(server >= 0);
    os_close(server);
    os_close(client);
    os_close(listener);
    check(os_raise_file_limit(64) >= 64);
}

/* -- the process ------------------------------------------------------------- */
static void notified(const char *address, const struct sockaddr_un *at, socklen_t len) {
    char got[64] = "";
    int id = socket(AF_UNIX, SOCK_DGRAM, 0);
    check(bind(id, (const struct sockaddr *)at, len) == 0);
    setenv("NOTIFY_SOCKET", address, 1);
    check(os_notify("READY=1\n") == OS_OK);
    check(recv(id, got, sizeof got - 1, MSG_DONTWAIT) == 8 && !strcmp(got, "READY=1\n"));
    unsetenv("NOTIFY_SOCKET");
    close(id);
}

static void notify(void) {
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    check(os_notify("READY=1") == OS_MISSING);
    snprintf(at.sun_path, sizeof at.sun_path, "%s", path("notify"));
    notified(at.sun_path, &at, sizeof at);
#ifdef __linux__
    char name[64];
    int len = snprintf(name, sizeof name, "@notify-%d", (int)getpid());
    memset(&at.sun_path, 0, sizeof at.sun_path);
    memcpy(at.sun_path + 1, name + 1, (size_t)len - 1);
    notified(name, &at, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + (size_t)len));
#endif
}

static void logs(void) {
    check(os_log_open(path("none/log")) == OS_MISSING);
    check(os_log_open(path("log")) == OS_OK);
    os_log("one\n", 4);
    check(os_rename(path("log"), path("log.1")) == OS_OK);
    os_log("two\n", 4);
    os_log("three\n", 6);
    check(os_file_size(path("log.1")) == 4 && os_file_size(path("log")) == 10);
    check(os_log_open("") == OS_OK);
}

static void title(void) {
#ifdef __linux__
    char got[256] = "";
    os_title("a title for ps");
    int file = os_open("/proc/self/cmdline", OS_LOOK);
    check(os_read_at(file, got, sizeof got - 1, 0) > 0 && !strcmp(got, "a title for ps"));
    os_close(file);
    check(getenv("PATH") && strchr(getenv("PATH"), '/'));
#endif
    check(strstr(os_executable(), "test_os"));
}

#ifdef __linux__
/* The first processor this thread may run on, or -1 when there are several. */
static int only_processor(void) {
    cpu_set_t set;
    int only = -1;
    if (sched_getaffinity(0, sizeof set, &set) != 0 || CPU_COUNT(&set) != 1) return only;
    while (!CPU_ISSET(++only, &set)) continue;
    return only;
}

static void processors(void) {
    cpu_set_t before;
    char list[32];
    int mine = sched_getcpu();
    static const char *const wrong[] = { "", ",", "1,", "0-", "-1", "3-1", "0-3:0", "0:2", "a", "0 1", "1000000", "0x1" };
    check(sched_getaffinity(0, sizeof before, &before) == 0);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        check(os_use_processors(wrong[i]) == OS_INVALID);
        check(os_worker_processors(wrong[i]) == OS_INVALID);
    }
    snprintf(list, sizeof list, "%d", mine);
    check(os_use_processors(list) == OS_OK && only_processor() == mine);
    check(sched_setaffinity(0, sizeof before, &before) == 0);
    snprintf(list, sizeof list, "1023,%d-%d:2", mine, mine + 1);
    check(os_use_processors(list) == OS_OK && only_processor() == mine);
    check(sched_setaffinity(0, sizeof before, &before) == 0);
}
#endif

static void collation(void) {
    check(os_collate("C") == 1 && os_collate("POSIX") == 1);
    check(os_collate("xx_YY.none") == OS_INVALID);
}

/* However the time between two looks at the system's clock is found, it is that clock's, and it never goes back. */
static void even_time(void) {
    int64_t last = os_mono_us(), end = last + 60000, late = 0, early = 0, back = 0;
    for (struct timespec real; last < end;) {
        int64_t ours = os_mono_us();
        clock_gettime(CLOCK_MONOTONIC, &real);
        int64_t theirs = (int64_t)real.tv_sec * 1000000 + real.tv_nsec / 1000;
        back += ours < last;
        late += theirs - ours > 100;        /* we may be interrupted between the two */
        early += ours - theirs > 5;
        last = ours;
    }
    check(late < 1000 && !early && !back);
}

static void facts(void) {
    uint64_t chance[2] = {0, 0};
    int64_t user, system, children_user, children_system;
    os_date date;
    os_entropy(&chance[0], 8);
    os_entropy(&chance[1], 8);
    check(chance[0] != chance[1]);
    int64_t first = os_mono_us();
    os_sleep_us(1000);
    check(os_mono_us() - first >= 1000);
    check(os_wall_us() > (int64_t)1600000000 * 1000000);
    os_local_date(1700000000, &date);
    check(date.year == 2023 && date.month == 11 && date.minute == 13 && date.second == 20);
    os_cpu_us(&user, &system, &children_user, &children_system);
    check(user + system > 0 && os_resident_bytes() > 100000 && os_total_memory() > os_resident_bytes());
    check(os_process_id() == getpid() && strlen(os_system_name()) > 5 && strchr(os_compiler(), '.'));
    check(os_private_dirty_bytes() > 0);
    os_backtrace(line_count);
    check(lines > 0);
}

int main(int argc, char **argv) {
    os_title_start(argc, argv);
    snprintf(directory, sizeof directory, "/tmp/test_os.XXXXXX");
    check(argc > 0 && mkdtemp(directory));
    check(os_start() == OS_OK);
    sockets();
    refusals();
    watching();
    many_watched();
    signals();
    children();
    crashes();
    files();
    short_writes();
    many_pieces();
    worker();
    file_table_full();
    notify();
    logs();
    title();
#ifdef __linux__
    processors();
#endif
    collation();
    facts();
    even_time();
    paths();
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", directory);
    check(system(command) == 0);
    return unit_result();
}
