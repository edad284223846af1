/* geo.h -- what geo.c and geo_search.c share: places as users write them, units of length. */
#ifndef COMMANDS_GEO_H
#define COMMANDS_GEO_H
#include "data/geohash.h"
#include "server/call.h"
#include "store/zset.h"

/* Two arguments from argv[at] on, longitude and latitude; false when an error was replied. */
bool geo_parse_point(call *c, int at, geohash_point *out);
/* M, KM, FT, MI: how many metres one is; false when an error was replied. */
bool geo_parse_unit(call *c, slice word, double *metres);
/* Where a member is; false when the set has no such member. */
bool geo_point_of(const zset *z, slice member, geohash_point *out);
void geo_reply_distance(call *c, double distance);      /* four digits behind the point */
void geo_reply_point(call *c, geohash_point p);
#endif
