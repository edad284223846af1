/* geohash.h -- places on the earth as 52-bit integers, and the ranges that cover an area (behaviour.md section 26).
 *
 * Latitude in +-85.05112878 and longitude in +-180 are cut in 2^26 cells each; latitude bits stand at even positions
 * (bit 0), longitude bits at odd ones. Places near each other often share leading bits, so an area is nine ranges. */
#ifndef DATA_GEOHASH_H
#define DATA_GEOHASH_H
#include "base/slice.h"

#define GEOHASH_LATITUDE_MAX 85.05112878
#define GEOHASH_LONGITUDE_MAX 180.0
enum { GEOHASH_TEXT = 11, GEOHASH_RANGES = 9 };

typedef struct geohash_point { double longitude, latitude; } geohash_point;

bool     geohash_valid(geohash_point p);                            /* within the limits above */
uint64_t geohash_encode(geohash_point p);                           /* p must be valid */
geohash_point geohash_decode(uint64_t hash);                        /* middle of the cell */
double   geohash_distance(geohash_point a, geohash_point b);        /* metres, haversine */
/* The usual eleven characters, for latitude +-90; out is not closed with NUL. */
void     geohash_text(char out[GEOHASH_TEXT], geohash_point p);

enum geohash_kind { GEOHASH_CIRCLE, GEOHASH_BOX, GEOHASH_POLYGON };
/* An area. A polygon's vertices are borrowed; geohash_polygon_centre gives its centre. Lengths in metres. */
typedef struct geohash_area {
    enum geohash_kind kind;
    geohash_point centre;
    double radius, width, height;
    const geohash_point *vertices;
    size_t vertex_count;
} geohash_area;

geohash_point geohash_polygon_centre(const geohash_point *vertices, size_t count);
/* Hashes h with from <= h < to. */
typedef struct geohash_range { uint64_t from, to; } geohash_range;
/* Ranges that hold every place of the area (and others), at most nine, each once, in the order of the search. */
int      geohash_cover(const geohash_area *area, geohash_range out[GEOHASH_RANGES]);
/* Is p in the area? Then its distance from the centre in *distance. */
bool     geohash_inside(const geohash_area *area, geohash_point p, double *distance);
#endif
