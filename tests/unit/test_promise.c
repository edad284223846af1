/* test_promise.c -- a real server under `appendfsync always`, on a slow disk: no answer is seen whose effect is not in the log.
 *
 * The hard case is the client that does not read. The server turns to it again whenever there is room in its socket, which may
 * be while the commands of this turn have run and the log waits for the other clients (gather.h): what the client gets then
 * must be the old answers alone. */
#include "process.h"

enum { BIG = 4 << 20, ROUNDS = 20 };
static const char disk_us[] = "15000";      /* the others are waited for up to half of it */

static char received[BIG + 256];

/* What is sent, up to `end` and nothing behind it; how many bytes, 0 when it does not come within ten seconds. */
static size_t received_up_to(int s, const char *end) {
    size_t got = 0, len = strlen(end);
    struct pollfd p = {.fd = s, .events = POLLIN};
    while (got < len || memcmp(received + got - len, end, len) != 0) {
        if (got == sizeof received || poll(&p, 1, 10000) <= 0) return 0;
        ssize_t n = recv(s, received + got, sizeof received - got, 0);
        if (n <= 0) return 0;
        got += (size_t)n;
    }
    return got;
}

static bool say(int s, const char *line) { return send(s, line, strlen(line), MSG_NOSIGNAL) == (ssize_t)strlen(line); }

/* Its last bytes are what was written last. */
static bool in_log(const char *what) {
    char end[4096];
    int file = open(path("appendonlydir/appendonly.aof.1.incr.aof"), O_RDONLY);
    off_t size = lseek(file, 0, SEEK_END);
    ssize_t n = pread(file, end, sizeof end - 1, size > (off_t)sizeof end ? size - (off_t)sizeof end + 1 : 0);
    close(file);
    end[n > 0 ? n : 0] = '\0';
    return strstr(end, what) != NULL;
}

/* Two clients are answered by one sync. The first of them has more coming than its socket takes; it says one thing more, and
 * only then reads: that thing's answer is the last, and comes to it while the server waits for the second. */
static void behind_a_full_socket(void) {
    char line[64], stored[64];
    outside_on("OUTSIDE_SYNC_US", disk_us);
    pid_t id = launch("--appendonly", "yes", "--appendfsync", "always", "--save", "", NULL);
    outside_off("OUTSIDE_SYNC_US");
    int slow = connected(), other = connected();
    snprintf(line, sizeof line, "SETRANGE big %d x\r\n", BIG - 1);
    check(say(slow, line) && received_up_to(slow, "\r\n") > 0);
    for (int i = 0; i < ROUNDS; i++) {
        snprintf(line, sizeof line, "SET slow %d\r\nGET big\r\n", i);
        snprintf(stored, sizeof stored, "SET other %d\r\n", i);
        check(say(slow, line) && say(other, stored) && received_up_to(other, "+OK\r\n") > 0);
        snprintf(line, sizeof line, "SET slow promised:%d\r\n", i);
        snprintf(stored, sizeof stored, "promised:%d\r\n", i);
        check(say(slow, line) && received_up_to(slow, "x\r\n+OK\r\n") > BIG && in_log(stored));
    }
    close(slow);
    close(other);
    check(stopped(id) == 0);
}

int main(int argc, char **argv) {
    (void)argc;
    find_program(argv[0]);
    snprintf(directory, sizeof directory, "/tmp/promise-XXXXXX");
    check(mkdtemp(directory) != NULL);
    behind_a_full_socket();
    unlink(path("appendonlydir/appendonly.aof.manifest"));
    unlink(path("appendonlydir/appendonly.aof.1.base.rdb"));
    unlink(path("appendonlydir/appendonly.aof.1.incr.aof"));
    rmdir(path("appendonlydir"));
    remove_directory();
    return unit_result();
}
