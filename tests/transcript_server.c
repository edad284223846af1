#define _GNU_SOURCE /* nftw, strsep */
#include "transcript_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <ftw.h>
#include <hiredis/hiredis.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { START_TRIES = 2000, TRY_PAUSE_NS = 5000000, LOG_LINES_SHOWN = 30 };

static int free_port(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM, 0), port = 0;
    if (fd < 0) return 0;
    if (!bind(fd, (struct sockaddr *)&address, length) && !getsockname(fd, (struct sockaddr *)&address, &length))
        port = ntohs(address.sin_port);
    close(fd);
    return port;
}

static void pause_a_little(void) { nanosleep(&(struct timespec){.tv_nsec = TRY_PAUSE_NS}, NULL); }

/* A snapshot's child that was only just forked when its parent was killed holds the port until it comes to close what it has
 * inherited: whoever starts the server again has to wait for that. */
static void await_port(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    for (int i = 0; i < START_TRIES; i++) {
        int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
        bool vacant = !bind(fd, (struct sockaddr *)&address, sizeof address);
        close(fd);
        if (vacant) return;
        pause_a_little();
    }
}

static bool config_write(const server *s) {
    char path[300];
    snprintf(path, sizeof path, "%s/redis.conf", s->directory);
    FILE *f = fopen(path, "w");
    if (!f) return false;
    fprintf(f, "port %d\nbind 127.0.0.1\ndir %s\nsave \"\"\nenable-debug-command yes\n", s->port, s->directory);
    for (size_t i = 0; i < s->config_count; i++) fprintf(f, "%s\n", s->config[i]);
    return !fclose(f);
}

static void run_program(const server *s) {
    char config[300], log[300];
    snprintf(config, sizeof config, "%s/redis.conf", s->directory);
    snprintf(log, sizeof log, "%s/log", s->directory);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    int fd = open(log, O_WRONLY | O_CREAT | O_APPEND, 0644);
    dup2(fd, 1);
    dup2(fd, 2);
    signal(SIGPIPE, SIG_DFL);
    execl(s->program, s->program, config, (char *)NULL);
    perror(s->program);
    _exit(127);
}

/* Has it begun to answer? NOAUTH is an answer too, LOADING is none. */
static bool answers(const server *s) {
    redisContext *c = redisConnectWithTimeout(s->host, s->port, (struct timeval){.tv_sec = 1});
    redisReply *r = c && !c->err ? redisCommand(c, "PING") : NULL;
    bool yes = r && (r->type != REDIS_REPLY_ERROR || s->early || strncmp(r->str, "LOADING", 7));
    if (r) freeReplyObject(r);
    if (c) redisFree(c);
    return yes;
}

bool server_start_again(server *s) {
    char path[300];
    struct stat log;
    snprintf(path, sizeof path, "%s/log", s->directory);
    s->log_from = stat(path, &log) ? 0 : (size_t)log.st_size;
    fflush(stdout);
    await_port(s->port);
    s->process = fork();
    if (s->process < 0) return false;
    if (!s->process) run_program(s);
    for (int i = 0; i < START_TRIES; i++) {
        int status;
        if (waitpid(s->process, &status, WNOHANG) == s->process) {
            printf("the server ended while it was starting (status %d)\n", status);
            s->process = 0;
            return false;
        }
        if (answers(s)) return true;
        pause_a_little();
    }
    printf("the server did not begin to answer\n");
    return false;
}

bool server_start(server *s) {
    const char *temporary = getenv("TMPDIR");
    snprintf(s->directory, sizeof s->directory, "%s/transcript.XXXXXX", temporary ? temporary : "/tmp");
    snprintf(s->host, sizeof s->host, "127.0.0.1");
    if (!mkdtemp(s->directory)) {
        printf("no directory %s\n", s->directory);
        return false;
    }
    s->port = free_port();
    return config_write(s) && server_start_again(s);
}

static span stream_read(arena *a, FILE *f) {
    char chunk[4096];
    builder b = {.owner = a};
    builder_text(&b, "");
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;) builder_add(&b, chunk, n);
    return (span){b.at, b.length};
}

span server_read_file(const server *s, arena *a, const char *name) {
    char path[600];
    snprintf(path, sizeof path, "%s/%s", s->directory, name);
    FILE *f = fopen(path, "rb");
    if (!f) return (span){NULL, 0};
    span content = stream_read(a, f);
    fclose(f);
    return content;
}

const char *server_logged(const server *s, arena *a) {
    span log = server_read_file(s, a, "log");
    return log.at && log.length > s->log_from ? log.at + s->log_from : "";
}

bool server_write_file(const server *s, const char *name, span content) {
    char path[600];
    snprintf(path, sizeof path, "%s/%s", s->directory, name);
    for (char *p = path + strlen(s->directory) + 1; (p = strchr(p, '/')); *p++ = '/') {
        *p = 0;
        mkdir(path, 0755);
    }
    FILE *f = fopen(path, "wb");
    bool good = f && fwrite(content.at, 1, content.length, f) == content.length;
    return f && !fclose(f) && good;
}

int server_try(server *s, arena *a, const char **said) {
    size_t before = server_read_file(s, a, "log").length;
    int status = 0;
    fflush(stdout);
    s->process = fork();
    if (s->process < 0) return -1;
    if (!s->process) run_program(s);
    for (int i = 0; i < START_TRIES; i++) {
        if (waitpid(s->process, &status, WNOHANG) == s->process) {
            s->process = 0;
            *said = server_read_file(s, a, "log").at + before;
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        nanosleep(&(struct timespec){.tv_nsec = TRY_PAUSE_NS}, NULL);
    }
    *said = "(it did not end)";
    return -1;
}

static void run_tool(const server *s, char **argv, FILE *input, int output) {
    if (chdir(s->directory)) _exit(126);
    lseek(fileno(input), 0, SEEK_SET);
    dup2(fileno(input), 0);
    dup2(output, 1);
    dup2(output, 2);
    execv(argv[0], argv);
    _exit(127);
}

const char *server_run_tool(const server *s, arena *a, span *words, int count, const char *input, int *status) {
    char **argv = arena_alloc(a, ((size_t)count + 1) * sizeof *argv);
    const char *slash = strrchr(s->program, '/');
    char program[600], full[4096];
    snprintf(program, sizeof program, "%.*s%s", slash ? (int)(slash - s->program) + 1 : 0, s->program, words[0].at);
    if (!realpath(program, full)) return "(no such tool)";
    for (int i = 0; i < count; i++) argv[i] = (char *)(i ? words[i].at : full);
    FILE *in = tmpfile(), *out = tmpfile();
    if (!in || !out) return "(no temporary file)";
    fputs(input, in);
    fflush(in);
    fflush(stdout);
    pid_t child = fork();
    if (!child) run_tool(s, argv, in, fileno(out));
    waitpid(child, status, 0);
    *status = WIFEXITED(*status) ? WEXITSTATUS(*status) : -1;
    rewind(out);
    const char *printed = stream_read(a, out).at;
    fclose(in);
    fclose(out);
    return printed;
}

void server_crash(server *s) {
    if (!s->process) return;
    kill(s->process, SIGKILL);
    waitpid(s->process, NULL, 0);
    s->process = 0;
}

bool server_stop(server *s) {
    int status = 0;
    if (!s->process) return true;
    kill(s->process, SIGTERM);
    waitpid(s->process, &status, 0);
    s->process = 0;
    return WIFEXITED(status) && !WEXITSTATUS(status);
}

bool server_slow_down(long ms) { return ms == 0; }

void server_show_log(const server *s) {
    char path[300], *lines[LOG_LINES_SHOWN] = {0}, *line = NULL;
    size_t room = 0, count = 0;
    snprintf(path, sizeof path, "%s/log", s->directory);
    FILE *f = fopen(path, "r");
    if (!f) return;
    while (getline(&line, &room, f) > 0) {
        free(lines[count % LOG_LINES_SHOWN]);
        lines[count++ % LOG_LINES_SHOWN] = strdup(line);
    }
    printf("    the end of the server's log:\n");
    for (size_t i = count < LOG_LINES_SHOWN ? 0 : count - LOG_LINES_SHOWN; i < count; i++)
        printf("    | %s", lines[i % LOG_LINES_SHOWN]);
    for (size_t i = 0; i < LOG_LINES_SHOWN; i++) free(lines[i]);
    free(line);
    fclose(f);
}

static int entry_remove(const char *path, const struct stat *info, int kind, struct FTW *place) {
    (void)info, (void)kind, (void)place;
    return remove(path);
}

void server_remove(server *s) {
    server_crash(s);
    if (s->program && *s->directory) nftw(s->directory, entry_remove, 16, FTW_DEPTH | FTW_PHYS);
}
