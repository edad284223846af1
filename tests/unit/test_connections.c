/* test_connections.c -- a real server and the ways in which bytes come to it, and connections go: in pieces cut anywhere, byte by
 * byte, unread, abandoned, killed in the middle of a turn, ten thousand at once. Whoever is in the right is served all the same,
 * and nothing stays behind. */
#include "process.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

enum { REPLY_CAP = 1 << 20 };

static int control = -1;                    /* a connection that is always well-behaved */

static bool still_there(void) { return !strcmp(ask(control, "PING\r\n"), "+PONG\r\n"); }

static bool say(int s, const char *at, size_t len) {
    while (len) {
        ssize_t n = send(s, at, len, MSG_NOSIGNAL);
        if (n <= 0) return false;
        at += n, len -= (size_t)n;
    }
    return true;
}

/* Replies until there are so many bytes, the end of the connection, or patience. */
static size_t hear(int s, char *out, size_t len) {
    size_t got = 0;
    struct pollfd p = {.fd = s, .events = POLLIN};
    while (got < len && poll(&p, 1, 10000) > 0) {
        ssize_t n = recv(s, out + got, len - got, 0);
        if (n <= 0) break;
        got += (size_t)n;
    }
    return got;
}

static long info(const char *section, const char *name) {
    char line[64];
    snprintf(line, sizeof line, "INFO %s\r\n", section);
    const char *at = strstr(ask(control, line), name);
    return at ? atol(at + strlen(name)) : -1;
}

static bool alone_again(void) {
    for (int i = 0; i < 1000; i++, poll(NULL, 0, 10)) if (info("clients", "connected_clients:") == 1) return true;
    return false;
}

/* What is kept for the next connection is given back when none comes. */
static bool memory_back(long most) {
    for (int i = 0; i < 500; i++, poll(NULL, 0, 10)) if (info("memory", "used_memory:") < most) return true;
    return false;
}

/* -- pieces ----------------------------------------------------------------------------------------------------------- */

static const char talk[] =
    "*1\r\n$8\r\nFLUSHALL\r\n" "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\na\r\nb\0\r\n" "\r\n" "*0\r\n" "*-1\r\n" "  get\tk \r\n"
    "ECHO \"a \\x41\\\" b\"\r\n" "*2\r\n$4\r\nECHO\r\n$0\r\n\r\n" "*1\r\n$6\r\nNOSUCH\r\n" "*2\r\n$4\r\nINCR\r\n$1\r\nk\r\n"
    "*5\r\n$5\r\nRPUSH\r\n$1\r\nl\r\n$1\r\n1\r\n$2\r\n22\r\n$12\r\nabcdefghijkl\r\n"
    "*4\r\n$6\r\nLRANGE\r\n$1\r\nl\r\n$1\r\n0\r\n$2\r\n-1\r\n"
    "*1\r\n$5\r\nMULTI\r\n" "*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n" "GET n\n" "*1\r\n$4\r\nEXEC\r\n" "*2\r\n$5\r\nHELLO\r\n$1\r\n9\r\n"
    "PING\r\n" "*1\r\n$x\r\n";

/* The same bytes get the same replies however they come: in two pieces cut anywhere, or one by one. */
static void pieces(void) {
    static char whole[REPLY_CAP], got[REPLY_CAP];
    size_t len = sizeof talk - 1, expected, wrong = 0;
    int s = connect_to("s");
    check(say(s, talk, len));
    expected = hear(s, whole, sizeof whole);
    check(expected > 200 && !memcmp(whole + expected - 42, "-ERR Protocol error: invalid bulk length\r\n", 42));
    close(s);
    for (size_t cut = 1; cut < len; cut++) {
        s = connect_to("s");
        bool same = say(s, talk, cut) && still_there() && say(s, talk + cut, len - cut);
        same = same && hear(s, got, sizeof got) == expected && !memcmp(got, whole, expected);
        if (!same && !wrong++) fprintf(stderr, "cut at %zu: %.*s\n", cut, (int)expected, got);
        close(s);
    }
    check(wrong == 0);
    s = connect_to("s");
    for (size_t i = 0; i < len; i++) check(say(s, talk + i, 1) && still_there());
    check(hear(s, got, sizeof got) == expected && !memcmp(got, whole, expected));
    close(s);
}

/* An argument that gets a buffer of its own, cut around its ends and within. */
static void large_pieces(void) {
    enum { VALUE = 100000 };
    static char request[VALUE + 200], got[2 * VALUE];
    static const size_t cuts[] = {20, 27, 28, 29, 35, 36, 37, 38, 39, 1000, 16384, 32768, 65536, VALUE};
    int head = snprintf(request, sizeof request, "PING\r\n*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$%d\r\n", VALUE);
    for (int i = 0; i < VALUE; i++) request[head + i] = (char)('a' + i % 26);
    int len = head + VALUE;
    len += snprintf(request + len, sizeof request - (size_t)len, "\r\n*2\r\n$3\r\nGET\r\n$1\r\nb\r\nPING\r\n");
    size_t expected = 7 + 5 + 9 + VALUE + 2 + 7;
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts + 40; i++) {
        size_t cut = i < sizeof cuts / sizeof *cuts ? cuts[i] : (size_t)len - 1 - (i - sizeof cuts / sizeof *cuts);
        int s = connect_to("s");
        check(say(s, request, cut) && still_there() && say(s, request + cut, (size_t)len - cut));
        check(hear(s, got, expected) == expected && !memcmp(got, "+PONG\r\n+OK\r\n$100000\r\n", 21));
        check(!memcmp(got + 21, request + head, VALUE) && !memcmp(got + 21 + VALUE, "\r\n+PONG\r\n", 9));
        close(s);
    }
}

/* -- who goes ----------------------------------------------------------------------------------------------------------- */

/* Connections that end after any number of bytes of what they had to say, or without having read what they were told. */
static void abandoned(void) {
    enum { BIG = 1000000 };
    static char value[BIG + 64];
    for (size_t cut = 0; cut < sizeof talk - 1; cut += 3) {
        int s = connect_to("s");
        say(s, talk, cut);
        close(s);
    }
    check(still_there() && alone_again());
    int head = snprintf(value, sizeof value, "*3\r\n$3\r\nSET\r\n$3\r\nbig\r\n$%d\r\n", BIG);
    memset(value + head, 'v', BIG);
    memcpy(value + head + BIG, "\r\n", 2);
    check(say(control, value, (size_t)head + BIG + 2) && !strcmp(ask(control, ""), "+OK\r\n"));
    long before = info("memory", "used_memory:");
    for (int i = 0; i < 60; i++) {
        char some[4096];
        int s = connect_to("s");
        for (int k = 0; k < 1 + i % 7; k++) say(s, "GET big\r\n", 9);
        if (i % 3) hear(s, some, sizeof some);
        if (i % 2) shutdown(s, SHUT_WR);
        check(still_there());
        close(s);
    }
    check(alone_again());
    check(memory_back(before + 100000));
}

/* One that reads slowly gets all of it; who talks meanwhile does not wait for that. */
static void slow_reader(void) {
    static char got[REPLY_CAP];
    int s = connect_to("s"), small = 4096;
    setsockopt(s, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    check(say(s, "GET big\r\nPING\r\n", 15));
    for (size_t part = 0; part < 200; part++) check(still_there() && hear(s, got + part * 4000, 4000) == 4000);
    size_t rest = 1000000 + 10 + 2 + 7 - 800000;
    check(hear(s, got + 800000, rest) == rest && !memcmp(got, "$1000000\r\nvvv", 13));
    check(!memcmp(got + 1000010 - 3, "vvv\r\n+PONG\r\n", 12));
    close(s);
}

/* -- killed in the middle of a turn ------------------------------------------------------------------------------------- */

static int port;

static int connect_tcp(void) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int s = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    check(connect(s, (struct sockaddr *)&at, sizeof at) == 0);
    return s;
}

static int own_port(int s) {
    struct sockaddr_in at;
    socklen_t len = sizeof at;
    return getsockname(s, (struct sockaddr *)&at, &len) ? 0 : ntohs(at.sin_port);
}

/* `how` may name the port of the one to be killed. While the server stands still eight clients each ask for the same: count, kill
 * all the others in one way, count. So they all are in one turn: the first to be heard is answered to the end, and nothing that
 * another says is done. */
static void killed_together(pid_t server, const char *how) {
    enum { CLIENTS = 8 };
    int all[CLIENTS], survivors = 0, whole = 0;
    char got[512];
    check(*ask(control, "DEL n\r\n") == ':');
    for (int i = 0; i < CLIENTS; i++) {
        all[i] = connect_tcp();
        check(!strcmp(ask(all[i], "AUTH bob x\r\n"), "+OK\r\n"));
    }
    kill(server, SIGSTOP);
    for (int i = 0; i < CLIENTS; i++) {
        char request[1024];
        int len = snprintf(request, sizeof request, "INCR n\r\n");
        for (int k = 0; k < CLIENTS; k++) {
            char victim[64];
            snprintf(victim, sizeof victim, how, own_port(all[k]));
            if (k != i) len += snprintf(request + len, sizeof request - (size_t)len, "CLIENT KILL %s\r\n", victim);
        }
        len += snprintf(request + len, sizeof request - (size_t)len, "INCR n\r\nPING\r\n");
        check(say(all[i], request, (size_t)len));
    }
    kill(server, SIGCONT);
    for (int i = 0; i < CLIENTS; i++) {
        size_t len = hear(all[i], got, 4 + 7 * 4 + 4 + 7);
        got[len] = '\0';
        bool end = len >= 7 && !strcmp(got + len - 7, "+PONG\r\n");
        whole += end;
        survivors += end && !strcmp(ask(all[i], "PING\r\n"), "+PONG\r\n");
        close(all[i]);
    }
    check(survivors == 1 && whole == 1);
    check(!strcmp(ask(control, "GET n\r\n"), "$1\r\n2\r\n"));
    check(alone_again());
}

/* Killing oneself in the middle of a pipeline: what was asked before is answered, what was asked after is not done. */
static void killed_by_oneself(const char *how) {
    char got[64] = "", request[128];
    int s = connect_tcp();
    check(!strcmp(ask(s, "AUTH bob x\r\n"), "+OK\r\n") && *ask(control, "DEL n\r\n") == ':');
    int id = own_port(s), len = snprintf(request, sizeof request, "INCR n\r\nCLIENT KILL SKIPME no ");
    len += snprintf(request + len, sizeof request - (size_t)len, how, id);
    len += snprintf(request + len, sizeof request - (size_t)len, "\r\nINCR n\r\nPING\r\n");
    check(say(s, request, (size_t)len) && hear(s, got, sizeof got) == 8 && !memcmp(got, ":1\r\n:1\r\n", 8));
    check(!strcmp(ask(control, "GET n\r\n"), "$1\r\n1\r\n"));
    close(s);
    check(alone_again());
}

static void killed(pid_t server) {
    char listening[64];
    check(!strcmp(ask(control, "ACL SETUSER bob on nopass ~* &* +@all\r\n"), "+OK\r\n"));
    snprintf(listening, sizeof listening, "LADDR 127.0.0.1:%d", port);
    killed_together(server, "ADDR 127.0.0.1:%d SKIPME yes");
    killed_together(server, "USER bob");
    killed_together(server, "USER bob TYPE normal SKIPME yes");
    killed_together(server, listening);
    killed_by_oneself("ADDR 127.0.0.1:%d");
    killed_by_oneself("USER bob");
}

/* -- many ------------------------------------------------------------------------------------------------------------------ */

/* As many as files may be open, ten thousand if possible: all are served, in turn and at once, and their memory comes back. */
static void many(void) {
    enum { MANY = 10000, SPARE = 64 };
    static int all[MANY];
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    int wanted = files.rlim_max < MANY + SPARE ? (int)files.rlim_max - SPARE : MANY, served = 0;
    check(*ask(control, "FLUSHALL\r\n") == '+');
    long before = info("memory", "used_memory:");
    for (int i = 0; i < wanted; i++) all[i] = connect_to("s");
    for (int i = 0; i < wanted; i++) served += all[i] >= 0 && !strcmp(ask(all[i], "PING\r\n"), "+PONG\r\n");
    check(served == wanted);
    check(info("clients", "connected_clients:") == wanted + 1);
    for (int i = 0; i < wanted; i++) say(all[i], "INCR n\r\nPING\r\n", 14);
    for (int i = served = 0; i < wanted; i++) {
        const char *got = ask(all[i], ""), *end = strchr(got, '\n');
        served += *got == ':' && end && !strcmp(end + 1, "+PONG\r\n");
    }
    check(served == wanted && info("stats", "rejected_connections:") == 0);
    check(atoi(ask(control, "INCR n\r\n") + 1) == wanted + 1);
    for (int i = 0; i < wanted; i++) close(all[i]);
    check(alone_again());
    check(memory_back(before + 200000));
}

int main(int argc, char **argv) {
    char number[16];
    (void)argc;
    find_program(argv[0]);
    snprintf(directory, sizeof directory, "/tmp/connections-XXXXXX");
    check(mkdtemp(directory) != NULL);
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof at;
    int s = socket(AF_INET, SOCK_STREAM, 0);
    check(bind(s, (struct sockaddr *)&at, len) == 0 && getsockname(s, (struct sockaddr *)&at, &len) == 0);
    close(s);
    port = ntohs(at.sin_port);
    snprintf(number, sizeof number, "%d", port);
    pid_t id = launch("--save", "", "--maxclients", "15000", "--bind", "127.0.0.1", "--port", number, NULL);
    control = connected();
    pieces();
    large_pieces();
    abandoned();
    slow_reader();
    killed(id);
    many();
    close(control);
    check(stopped(id) == 0);
    remove_directory();
    return unit_result();
}
