/* processors.h -- which processors each part of the server may run on: server-cpulist and its kin. */
#ifndef SERVER_PROCESSORS_H
#define SERVER_PROCESSORS_H

enum processors_part { PROCESSORS_LOOP, PROCESSORS_WORKER, PROCESSORS_REWRITE, PROCESSORS_SNAPSHOT, PROCESSORS_PARTS };

/* Binds this process, which has just become that part, to the processors the settings name for it, if any. */
void processors_use(enum processors_part part);
#endif
