/* listen.h -- where clients come in: addresses, limits, protected mode (behaviour.md section 5). */
#ifndef SERVER_LISTEN_H
#define SERVER_LISTEN_H
#include "base/slice.h"

/* Opens every configured address. False when none could be opened (the reasons are in the log). */
bool listen_open(void);
void listen_close(void);
int  listen_port(void);
const char *listen_socket_path(void);       /* "" when there is none */
void listen_describe(bytes **out);          /* "addr:port" of the first: the process title */
#endif
