/* main.c -- the list of features; start, run, stop. Order matters where one feature's start, settle or stop must come
 * before another's: the loop's clock first, the log of writes before the replies that wait for it. */
#include "os/os.h"
#include "server/feature.h"
#include "server/run.h"

extern const feature loop, running, logging, acl, keyspace, execute_feature, clients, client_limits, listening, requests, block,
    transactions, strings, comparisons, keys, expiring, scanning, lists, lists_blocking, databases, connections, pubsub, tracking, notifications, info, config, config_absent;

static const feature *const all[] = {
    &loop, &running, &logging, &acl, &keyspace, &execute_feature, &clients, &client_limits, &listening, &requests, &block,
    &transactions, &strings, &comparisons, &keys, &expiring, &scanning, &lists, &lists_blocking, &databases, &connections, &pubsub, &tracking, &notifications, &info, &config, &config_absent, NULL
};

int main(int argc, char **argv) { return run_server(all, argc, argv); }
