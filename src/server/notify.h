/* notify.h -- keyspace notifications (behaviour.md section 14): the setting and the messages. */
#ifndef SERVER_NOTIFY_H
#define SERVER_NOTIFY_H
#include "store/db.h"

unsigned notify_classes(void);              /* enum notify_class bits now enabled; 0 when notifications are off */
void notify_send(unsigned class, const char *event, slice key, const db *d);
#endif
