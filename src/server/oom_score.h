/* oom_score.h -- how readily the kernel may kill this process when memory runs out. */
#ifndef SERVER_OOM_SCORE_H
#define SERVER_OOM_SCORE_H

enum oom_role { OOM_PRIMARY, OOM_REPLICA, OOM_CHILD };

/* Says what this process is from now on; a snapshot child, which can be done without, says OOM_CHILD. */
void oom_score_role(enum oom_role role);
#endif
