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
    bool yes = r && (r->type != REDIS_REPLY_ERROR || strncmp(r->str, "LOADING", 7));
    if (r) freeReplyObject(r);
    if (c) redisFree(c);
    return yes;
}

bool server_start_again(server *s) {
    fflush(stdout);
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
        nanosleep(&(struct timespec){.tv_nsec = TRY_PAUSE_NS}, NULL);
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
