/* test_process.c -- the server as a process: its title, pid file, life in the background, socket, supervisor and limits. Real
 * servers are started for it, in a directory of their own. */
#include "process.h"

#include <arpa/inet.h>
#include <errno.h>

/* -- what is tried -------------------------------------------------------------------------------------------------- */

#ifdef __linux__
static bool title_is(pid_t id, const char *expected) {
    char name[64];
    snprintf(name, sizeof name, "/proc/%d/cmdline", (int)id);
    for (int i = 0; i < 500; i++, poll(NULL, 0, 10)) if (!strcmp(file_text(name), expected)) return true;
    fprintf(stderr, "title: %s, not %s\n", file_text(name), expected);
    return false;
}

/* {title} is how it was called; a child's is its work. */
static void title(void) {
    char expected[700];
    pid_t id = launch("--proc-title-template", "T {title} {listen-addr} {port} {tls-port} {unixsocket}", "--rdb-key-save-delay",
                      "10000000", "--save", "", NULL);
    int s = connected();
    snprintf(expected, sizeof expected, "T %s s 0 0 s", program);
    check(title_is(id, expected));
    check(!strcmp(ask(s, "SET k v\r\n"), "+OK\r\n"));
    check(!strcmp(ask(s, "BGSAVE\r\n"), "+Background saving started\r\n"));
    const char *log = file_text(path("log")), *by = strstr(log, "saving started by pid ");
    check(by && title_is(atoi(by + strlen("saving started by pid ")), "T redis-rdb-bgsave s 0 0 s"));
    check(!strcmp(ask(s, "CONFIG SET proc-title-template :{title}\r\n"), "+OK\r\n"));
    snprintf(expected, sizeof expected, ":%s", program);
    check(title_is(id, expected));
    check(stopped(id) == 0);
    close(s);
}
#endif

/* The permissions are those asked for whatever the mask of the process, which decides when none are. */
static void socket_permissions(void) {
    static const struct { mode_t mask; const char *asked; mode_t got; } cases[] = {
        {0, "700", 0700}, {077, "777", 0777}, {0, "0", 0777}, {027, "0", 0750},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct stat about = {0};
        mask = cases[i].mask;
        pid_t id = launch("--unixsocketperm", cases[i].asked, NULL);
        int s = connected();
        check(s >= 0 && stat(path("s"), &about) == 0 && (about.st_mode & 0777) == cases[i].got);
        check(stopped(id) == 0 && access(path("s"), F_OK) < 0);
        close(s);
    }
    mask = 022;
}

static void pid_file(void) {
    pid_t id = launch("--pidfile", "pid", NULL);
    int s = connected();
    check(atoi(file_text(path("pid"))) == (int)id);
    check(stopped(id) == 0 && access(path("pid"), F_OK) < 0);
    close(s);
    id = launch("--pidfile", "no/where", NULL);
    s = connected();
    check(s >= 0 && logged("Failed to write PID file"));
    check(stopped(id) == 0);
    close(s);
}

/* The one who was started ends well; the one who serves has a session of its own, and ends when it is told to. */
static void background(void) {
    pid_t id = launch("--daemonize", "yes", "--pidfile", "pid", NULL);
    check(ended(id) == 0);
    int s = connected();
    pid_t server = (pid_t)atoi(file_text(path("pid")));
    check(server > 1 && server != id && getsid(server) != getsid(0));
    check(!strcmp(ask(s, "PING\r\n"), "+PONG\r\n"));
    check(kill(server, SIGTERM) == 0 && !strcmp(ask(s, ""), ""));
    for (int i = 0; i < 1000 && !access(path("pid"), F_OK); i++) poll(NULL, 0, 10);
    check(access(path("pid"), F_OK) < 0);
    close(s);
}

/* A supervisor hears when the server can be used and when it goes, from those who are said to be supervised. */
static void supervisor(void) {
    static const struct { const char *how; bool tells; } cases[] = {{"systemd", true}, {"auto", true}, {"no", false}};
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    char got[256];
    snprintf(at.sun_path, sizeof at.sun_path, "%s", path("notify"));
    int box = socket(AF_UNIX, SOCK_DGRAM, 0);
    check(bind(box, (struct sockaddr *)&at, sizeof at) == 0);
    setenv("NOTIFY_SOCKET", at.sun_path, 1);
    for (size_t i = 0; i < 3; i++) {
        pid_t id = launch("--supervised", cases[i].how, NULL);
        int s = connected();
        check(!strcmp(ask(s, "PING\r\n"), "+PONG\r\n"));    /* so it has said what it had to say */
        ssize_t n = recv(box, got, sizeof got - 1, MSG_DONTWAIT);
        got[n > 0 ? n : 0] = '\0';
        check(cases[i].tells == !strcmp(got, "STATUS=Ready to accept connections\nREADY=1\n"));
        check(stopped(id) == 0);
        n = recv(box, got, sizeof got - 1, MSG_DONTWAIT);
        got[n > 0 ? n : 0] = '\0';
        check(cases[i].tells == !strcmp(got, "STOPPING=1\n"));
        close(s);
    }
    unsetenv("NOTIFY_SOCKET");
    close(box);
    unlink(path("notify"));
}

/* As many clients as the files allow; who comes then is told so, and whoever goes makes room. */
static void few_files(void) {
    enum { FILES = 96, KEPT = 32, CLIENTS = FILES - KEPT };
    int all[CLIENTS];
    files_allowed = FILES;
    pid_t id = launch(NULL);
    files_allowed = 0;
    all[0] = connected();
    check(strstr(ask(all[0], "INFO clients\r\n"), "maxclients:64\r\n") != NULL);
    check(logged("Current maximum open files is 96. maxclients has been reduced to 64"));
    check(!strncmp(ask(all[0], "CONFIG SET maxclients 65\r\n"), "-ERR CONFIG SET failed (possibly related to argument 'maxclients') - "
                   "The operating system is not able to handle the specified number of clients, try with 64\r\n", 60));
    int served = 1, refused = 0;
    for (int i = 1; i < CLIENTS; i++) {
        all[i] = connected();
        served += !strcmp(ask(all[i], "PING\r\n"), "+PONG\r\n");
    }
    for (int i = 0; i < 10; i++) {
        int s = connected();
        refused += !strcmp(ask(s, ""), "-ERR max number of clients reached\r\n");
        close(s);
    }
    check(served == CLIENTS && refused == 10);
    check(strstr(ask(all[0], "INFO stats\r\n"), "rejected_connections:10\r\n") != NULL);
    check(!strcmp(ask(all[1], "QUIT\r\n"), "+OK\r\n"));
    int s = connected();
    check(!strcmp(ask(s, "PING\r\n"), "+PONG\r\n"));
    check(stopped(id) == 0);
    for (int i = 0; i < CLIENTS; i++) close(all[i]);
    close(s);
}

#ifdef __linux__
/* The first SIGINT ends the server in good order, which may take its time; with the second it ends at once, with status 1. */
static void interrupted(void) {
    pid_t id = launch("--save", "3600 1", NULL);
    int s = connected();
    check(!strcmp(ask(s, "SET k v\r\n"), "+OK\r\n"));
    close(s);
    kill(id, SIGINT);
    check(ended(id) == 0 && logged("Received SIGINT scheduling shutdown...") && logged("DB saved on disk"));
    unlink(path("dump.rdb"));
    unlink(path("log"));
    id = launch("--save", "3600 1", "--rdb-key-save-delay", "3000000", NULL);
    s = connected();
    check(!strcmp(ask(s, "MSET a 1 b 2 c 3\r\n"), "+OK\r\n"));
    close(s);
    kill(id, SIGINT);
    for (int i = 0; i < 1000 && !strstr(file_text(path("log")), "Saving the final RDB snapshot"); i++) poll(NULL, 0, 10);
    kill(id, SIGINT);
    check(ended(id) == 1 && access(path("dump.rdb"), F_OK) < 0);
}

static void accepting_fails(int number) {
    FILE *file = fopen(path("accept.new"), "w");
    fprintf(file, "%d", number);
    fclose(file);
    rename(path("accept.new"), path("accept"));
}

static long cycles(int s) {
    const char *at = strstr(ask(s, "INFO stats\r\n"), "eventloop_cycles:");
    return at ? atol(at + strlen("eventloop_cycles:")) : -1;
}

static int times_logged(const char *what) {
    int times = 0;
    for (const char *at = file_text(path("log")); (at = strstr(at, what)); at++) times++;
    return times;
}

/* A connection that is gone before it was taken is no matter; one that cannot be taken keeps waiting, and so does the server,
 * who must not turn over it for ever. */
static void failing_accept(void) {
    static const char full[] = "Accepting client connection: Too many open files in system";
    outside_on("OUTSIDE_ACCEPT", path("accept"));
    pid_t id = launch(NULL);
    outside_off("OUTSIDE_ACCEPT");
    int s = connected();
    check(!strcmp(ask(s, "PING\r\n"), "+PONG\r\n"));
    accepting_fails(ECONNABORTED);
    for (int i = 0; i < 20; i++) {
        char got;
        int gone = connect_to("s");
        check(gone >= 0 && recv(gone, &got, 1, 0) == 0);
        close(gone);
    }
    check(!strcmp(ask(s, "PING\r\n"), "+PONG\r\n") && times_logged("Accepting client connection") == 0);
    accepting_fails(ENFILE);
    int waiting = connect_to("s");
    long before = cycles(s);
    for (int i = 0; i < 1000 && times_logged(full) < 5; i++) poll(NULL, 0, 10);
    long turns = cycles(s) - before;
    check(times_logged(full) >= 5 && turns >= 4 && turns < 100);
    check(!strcmp(ask(s, "PING\r\n"), "+PONG\r\n"));
    unlink(path("accept"));
    check(!strcmp(ask(waiting, "PING\r\n"), "+PONG\r\n"));
    close(waiting);
    close(s);
    check(stopped(id) == 0);
}

static bool received(int box, const char *expected) {
    char got[1200];
    for (ssize_t n; (n = recv(box, got, sizeof got - 1, MSG_DONTWAIT)) >= 0;) {
        got[n] = '\0';
        if (!strcmp(got, expected)) return true;
    }
    fprintf(stderr, "not told to syslog: %s\n", expected);
    return false;
}

/* syslog hears every line of the log, from whom and of what facility and priority it was set to. */
static void system_log(void) {
    static const struct { const char *level, *name; int facility; } cases[] = {
        {"notice", "user", 1}, {"debug", "local0", 16}, {"notice", "local3", 19}, {"notice", "local7", 23}
    };
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    char expected[256], got[1];
    snprintf(at.sun_path, sizeof at.sun_path, "%s", path("syslog"));
    int box = socket(AF_UNIX, SOCK_DGRAM, 0), room = 1 << 20;
    setsockopt(box, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    check(bind(box, (struct sockaddr *)&at, sizeof at) == 0);
    for (size_t i = 0; i <= sizeof cases / sizeof *cases; i++) {
        bool on = i < sizeof cases / sizeof *cases;
        const char *facility = on ? cases[i].name : "local0", *level = on ? cases[i].level : "debug";
        outside_on("OUTSIDE_SYSLOG", at.sun_path);
        pid_t id = launch("--syslog-enabled", on ? "yes" : "no", "--syslog-ident", "wal nut", "--syslog-facility", facility,
                          "--loglevel", level, NULL);
        outside_off("OUTSIDE_SYSLOG");
        int s = connected();
        check(!strcmp(ask(s, "PING\r\n"), "+PONG\r\n") && logged("Ready to accept connections"));
        if (on) {
            snprintf(expected, sizeof expected, "<%d>wal nut[%d]: Ready to accept connections unix", cases[i].facility * 8 + 5,
                     (int)id);
            check(received(box, expected));
        }
        close(s);
        check(stopped(id) == 0);
        if (on) {
            snprintf(expected, sizeof expected, "<%d>wal nut[%d]: Redis is now ready to exit, bye bye...", cases[i].facility * 8 + 4,
                     (int)id);
            check(received(box, expected));
        } else {
            check(recv(box, got, 1, MSG_DONTWAIT) < 0);
        }
    }
    close(box);
    unlink(path("syslog"));
}
#endif

/* A port that was free a moment ago. */
static int free_port(void) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof at;
    int s = socket(AF_INET, SOCK_STREAM, 0);
    check(bind(s, (struct sockaddr *)&at, len) == 0 && getsockname(s, (struct sockaddr *)&at, &len) == 0);
    close(s);
    return ntohs(at.sin_port);
}

static bool reached(const char *address, int port) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    struct sockaddr_in6 at6 = {.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port)};
    bool six = inet_pton(AF_INET, address, &at.sin_addr) != 1 && inet_pton(AF_INET6, address, &at6.sin6_addr) == 1;
    int s = socket(six ? AF_INET6 : AF_INET, SOCK_STREAM, 0);
    bool good = !connect(s, six ? (struct sockaddr *)&at6 : (struct sockaddr *)&at, six ? sizeof at6 : sizeof at)
             && !strcmp(ask(s, "PING\r\n"), "+PONG\r\n");
    close(s);
    return good;
}

static bool has_six(void) {
    struct sockaddr_in6 at = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
    int s = socket(AF_INET6, SOCK_STREAM, 0);
    bool has = s >= 0 && !bind(s, (struct sockaddr *)&at, sizeof at);
    if (s >= 0) close(s);
    return has;
}

/* An address that this machine does not have (it is one of documentation) ends the start, unless a '-' says that it may. */
static void addresses(void) {
    char port[16];
    snprintf(port, sizeof port, "%d", free_port());
    pid_t id = launch("--port", port, "--bind", "127.0.0.1", "-::1", "-192.0.2.1", NULL);
    int s = connected();
    check(reached("127.0.0.1", atoi(port)) && !reached("127.0.0.2", atoi(port)));
    check(reached("::1", atoi(port)) == has_six());
    check(!strncmp(ask(s, "CONFIG SET bind 192.0.2.1\r\n"), "-ERR CONFIG SET failed", 22) && reached("127.0.0.1", atoi(port)));
    check(!strcmp(ask(s, "CONFIG SET bind 127.0.0.2\r\n"), "+OK\r\n"));
    check(reached("127.0.0.2", atoi(port)) && !reached("127.0.0.1", atoi(port)));
    check(stopped(id) == 0);
    close(s);
    id = launch("--port", port, "--bind", "127.0.0.1", "192.0.2.1", NULL);
    check(ended(id) == 1 && logged("Could not create server TCP listening socket 192.0.2.1:"));
}

int main(int argc, char **argv) {
    (void)argc;
    find_program(argv[0]);
    snprintf(directory, sizeof directory, "/tmp/process-XXXXXX");
    check(mkdtemp(directory) != NULL);
#ifdef __linux__
    title();
#endif
    socket_permissions();
    pid_file();
    background();
    supervisor();
    few_files();
    addresses();
#ifdef __linux__
    interrupted();
    failing_accept();
    system_log();
#endif
    remove_directory();
    return unit_result();
}
