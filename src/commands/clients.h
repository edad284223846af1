/* clients.h -- what the files of CLIENT share. */
#ifndef COMMANDS_CLIENTS_H
#define COMMANDS_CLIENTS_H
#include "server/client.h"

/* True when name (any case) is a type of clients; otherwise the error has been replied. */
bool client_type_valid(call *c, slice name);
bool client_is_of_type(const client *k, slice name);
#endif
