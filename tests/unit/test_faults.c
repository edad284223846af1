/* test_faults.c -- clients that misbehave harm nobody else: noise, broken frames, readers who leave in the middle of a reply,
 * thousands who only wait, and CLIENT KILL of those whose requests stand in the same batch. A real server is started for it. */
#include "unit.h"

#include <poll.h>
#include <stdbool.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char directory[64], socket_path[96];
static pid_t server;

/* -- the server and its clients -------------------------------------------------------------------------------- */

/* A variant's server (SANITIZE=1, POLL=kqueue) stands in the variant's own folder, build/debug beside build/debug/tests. */
static const char *program_beside(const char *self) {
    static char path[256];
    const char *tests = strstr(self, "tests/unit/");
    snprintf(path, sizeof path, "%.*sredis-server", tests ? (int)(tests - self) : 0, self);
    return access(path, X_OK) == 0 ? path : "src/redis-server";
}

static void start_server(const char *self) {
    const char *program = program_beside(self);
    snprintf(directory, sizeof directory, "/tmp/faults-XXXXXX");
    check(mkdtemp(directory) != NULL);
    snprintf(socket_path, sizeof socket_path, "%s/socket", directory);
    server = fork();
    if (server) return;
    char log[96];
    snprintf(log, sizeof log, "%s/log", directory);
    execl(program, program, "--port", "0", "--unixsocket", socket_path, "--save", "", "--dir", directory, "--logfile", log,
          "--maxclients", "12000", (char *)NULL);
    _exit(127);
}

static int try_connect(void) {
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    snprintf(at.sun_path, sizeof at.sun_path, "%s", socket_path);
    int s = socket(AF_UNIX, SOCK_STREAM, 0);
    if (s >= 0 && !connect(s, (struct sockaddr *)&at, sizeof at)) return s;
    if (s >= 0) close(s);
    return -1;
}

static int connected(void) {
    for (int i = 0; i < 500; i++) {
        int s = try_connect();
        if (s >= 0) return s;
        if (waitpid(server, NULL, WNOHANG) == server) break;
        poll(NULL, 0, 10);
    }
    fprintf(stderr, "the server does not answer\n");
    exit(1);
}

static void say(int s, const char *text, size_t len) {
    for (size_t done = 0; done < len;) {
        ssize_t n = send(s, text + done, len - done, MSG_NOSIGNAL);
        if (n <= 0) return;
        done += (size_t)n;
    }
}

/* What comes within five seconds, up to the end of the first line; "" when the connection has ended. */
static const char *heard(int s) {
    static char text[256];
    size_t len = 0;
    while (len + 1 < sizeof text && (!len || text[len - 1] != '\n')) {
        struct pollfd p = {.fd = s, .events = POLLIN};
        if (poll(&p, 1, 5000) <= 0 || recv(s, text + len, 1, 0) <= 0) break;
        len++;
    }
    text[len] = '\0';
    return text;
}

static const char *ask(int s, const char *line) {
    say(s, line, strlen(line));
    return heard(s);
}

static bool alive(int s) { return !strcmp(ask(s, "PING\r\n"), "+PONG\r\n"); }

/* Clock ticks of processor time that the server has used. */
static long server_ticks(void) {
    char path[64], text[1024];
    unsigned long user = 0, kernel = 0;
    snprintf(path, sizeof path, "/proc/%d/stat", (int)server);
    FILE *f = fopen(path, "r");
    if (!f) return 0;
    size_t n = fread(text, 1, sizeof text - 1, f);
    fclose(f);
    text[n] = '\0';
    const char *after = strrchr(text, ')');
    if (after) sscanf(after, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &kernel);
    return (long)(user + kernel);
}

/* -- what they do -------------------------------------------------------------------------------------------------- */

static uint32_t noise(void) { return (uint32_t)unit_random(); }

static void test_noise(int witness) {
    static const char *const pieces[] = {"*3\r\n", "$3\r\nSET\r\n", "$1\r\nk\r\n", "$-1\r\n", "*-1\r\n", "$99999999999\r\n", "\r\n",
                                         "*1000000\r\n", "PING\r\n", "$70000\r\n", "\"unbalanced\r\n", "*2147483648\r\n"};
    for (int i = 0; i < 300; i++) {
        char text[2048];
        size_t len = 0;
        while (len < sizeof text - 64 && noise() >> 28) {
            const char *piece = pieces[(noise() >> 8) % (sizeof pieces / sizeof *pieces)];
            if (noise() & 1 << 20) text[len++] = (char)(noise() >> 24);
            else len += (size_t)snprintf(text + len, 40, "%s", piece);
        }
        int s = connected();
        say(s, text, len);
        close(s);
        if (i % 50 == 0) check(alive(witness));
    }
    check(alive(witness));
}

/* A frame cut off at every byte, by clients who then leave. */
static void test_truncated(int witness) {
    static const char frame[] = "*3\r\n$3\r\nSET\r\n$3\r\ncut\r\n$5\r\nvalue\r\n";
    for (size_t len = 1; len < sizeof frame - 1; len++) {
        int s = connected();
        say(s, frame, len);
        close(s);
    }
    check(!strcmp(ask(witness, "EXISTS cut\r\n"), ":0\r\n"));
}

/* They ask for much and leave without reading it, or half of it. */
static void test_leavers(int witness) {
    char *big = malloc(2000000);
    int head = snprintf(big, 2000000, "*3\r\n$3\r\nSET\r\n$3\r\nbig\r\n$1000000\r\n");
    memset(big + head, 'x', 1000000);
    memcpy(big + head + 1000000, "\r\n", 2);
    say(witness, big, (size_t)head + 1000002);
    check(!strcmp(heard(witness), "+OK\r\n"));
    for (int i = 0; i < 100; i++) {
        int s = connected();
        for (int k = 0; k < 5; k++) say(s, "GET big\r\n", 9);
        if (i & 1) check(!strcmp(heard(s), "$1000000\r\n"));
        close(s);
    }
    check(alive(witness));
    free(big);
}

/* Killed in a batch together with those who kill: each in its turn, nobody twice. */
static void test_killers(void) {
    enum { COUNT = 50 };
    int all[COUNT];
    char line[64];
    for (int i = 0; i < COUNT; i++) all[i] = connected();
    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < COUNT; i++) {
            snprintf(line, sizeof line, "PING\r\nCLIENT KILL TYPE normal SKIPME %s\r\nPING\r\n", noise() >> 31 ? "no" : "yes");
            say(all[i], line, strlen(line));
            shutdown(all[i], SHUT_WR);      /* whom nobody kills goes by himself */
        }
        for (int i = 0; i < COUNT; i++) {
            while (*heard(all[i])) { }
            close(all[i]);
            all[i] = connected();
        }
    }
    for (int i = 0; i < COUNT; i++) close(all[i]);
}

/* Thousands who wait, for a key or for nothing, cost nothing while nothing happens. */
static void test_crowd(void) {
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    int count = files.rlim_cur > 10100 ? 10000 : (int)files.rlim_cur - 100;
    int *all = malloc((size_t)count * sizeof *all);
    for (int i = 0; i < count; i++) {
        all[i] = connected();
        say(all[i], "BLPOP nobody:writes 0\r\n", 23);
    }
    int witness = connected();
    check(alive(witness));
    long before = server_ticks();
    for (int i = 0; i < 1000; i++) check(alive(witness));
    check(server_ticks() - before < sysconf(_SC_CLK_TCK) / 4);
    check(!strcmp(ask(witness, "LPUSH nobody:writes one two\r\n"), ":2\r\n"));
    check(!strcmp(heard(all[0]), "*2\r\n") && !strcmp(heard(all[1]), "*2\r\n"));
    for (int i = 0; i < count; i++) close(all[i]);
    check(alive(witness));
    close(witness);
    free(all);
}

/* Who waits for memory to be given back is answered when it is, not at the next tick (ten of which make a second). */
static void test_flush(void) {
    int s = connected();
    long done = 0;
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int i = 0; i < 50; i++) {
        done += !strcmp(ask(s, "SET key value\r\n"), "+OK\r\n");
        done += !strcmp(ask(s, i % 2 ? "FLUSHALL\r\n" : "FLUSHDB SYNC\r\n"), "+OK\r\n");
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    check(done == 100 && to.tv_sec - from.tv_sec <= 3);
    close(s);
}

static void test_end(void) {
    int status, s = connected();
    say(s, "SHUTDOWN NOSAVE\r\n", 17);
    check(waitpid(server, &status, 0) == server && WIFEXITED(status) && WEXITSTATUS(status) == 0);
    close(s);
}

static void sweep(void) {
    char log[96];
    snprintf(log, sizeof log, "%s/log", directory);
    unlink(log);
    unlink(socket_path);
    rmdir(directory);
}

int main(int argc, char **argv) {
    (void)argc;
    start_server(argv[0]);
    int witness = connected();
    test_noise(witness);
    test_truncated(witness);
    test_leavers(witness);
    close(witness);
    test_killers();
    test_crowd();
    test_flush();
    test_end();
    sweep();
    return unit_result();
}
