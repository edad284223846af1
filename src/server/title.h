/* title.h -- what ps shows of this process and of its children. */
#ifndef SERVER_TITLE_H
#define SERVER_TITLE_H

/* Tells what {title} stands for in the server: the name that the program was called by, which must stay where it is. */
void title_start(const char *called);
/* In a child: {title} is its work from now on, such as "redis-rdb-bgsave". */
void title_of_child(const char *work);
#endif
