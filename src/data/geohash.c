/* geohash.c -- cells, distances, and the nine cells around an area. */
#include "data/geohash.h"

#include <math.h>

enum { STEPS = 26 };
static const double earth_radius = 6372797.560856, mercator_max = 20037726.37;
static const double radians_per_degree = 3.14159265358979323846 / 180;

static double radians(double degrees) { return degrees * radians_per_degree; }
static double degrees(double in_radians) { return in_radians / radians_per_degree; }

/* -- cells --------------------------------------------------------------------- */

/* A cell of a grid of 2^steps by 2^steps. */
typedef struct cell { uint32_t x, y; } cell;
typedef struct box { double west, south, east, north; } box;

static const box whole = { -GEOHASH_LONGITUDE_MAX, -GEOHASH_LATITUDE_MAX, GEOHASH_LONGITUDE_MAX, GEOHASH_LATITUDE_MAX };
static const box sphere = { -180, -90, 180, 90 };

/* A zero before every bit. */
static uint64_t spread(uint32_t n) {
    uint64_t x = n;
    x = (x | x << 16) & 0x0000FFFF0000FFFF;
    x = (x | x << 8) & 0x00FF00FF00FF00FF;
    x = (x | x << 4) & 0x0F0F0F0F0F0F0F0F;
    x = (x | x << 2) & 0x3333333333333333;
    return (x | x << 1) & 0x5555555555555555;
}

/* Every other bit. */
static uint32_t gather(uint64_t x) {
    x &= 0x5555555555555555;
    x = (x | x >> 1) & 0x3333333333333333;
    x = (x | x >> 2) & 0x0F0F0F0F0F0F0F0F;
    x = (x | x >> 4) & 0x00FF00FF00FF00FF;
    x = (x | x >> 8) & 0x0000FFFF0000FFFF;
    return (uint32_t)(x | x >> 16);
}

static uint64_t interleave(cell c) { return spread(c.y) | spread(c.x) << 1; }

static cell cell_of(const box *b, geohash_point p, unsigned steps) {
    double x = (p.longitude - b->west) / (b->east - b->west), y = (p.latitude - b->south) / (b->north - b->south);
    double size = (double)((uint64_t)1 << steps);
    return (cell){ (uint32_t)(x * size), (uint32_t)(y * size) };
}

static box box_of(cell c, unsigned steps) {
    double size = (double)((uint64_t)1 << steps), width = whole.east - whole.west, height = whole.north - whole.south;
    return (box){ whole.west + c.x / size * width, whole.south + c.y / size * height,
                  whole.west + (c.x + 1) / size * width, whole.south + (c.y + 1) / size * height };
}

bool geohash_valid(geohash_point p) {
    return p.longitude >= whole.west && p.longitude <= whole.east && p.latitude >= whole.south &&
           p.latitude <= whole.north;
}

uint64_t geohash_encode(geohash_point p) { return interleave(cell_of(&whole, p, STEPS)); }

geohash_point geohash_decode(uint64_t hash) {
    box b = box_of((cell){ gather(hash >> 1), gather(hash) }, STEPS);
    geohash_point p = { (b.west + b.east) / 2, (b.south + b.north) / 2 };
    p.longitude = fmax(whole.west, fmin(whole.east, p.longitude));
    p.latitude = fmax(whole.south, fmin(whole.north, p.latitude));
    return p;
}

/* 52 bits are ten characters and two bits; the eleventh is always the first of the alphabet. */
void geohash_text(char out[GEOHASH_TEXT], geohash_point p) {
    static const char alphabet[] = "0123456789bcdefghjkmnpqrstuvwxyz";
    uint64_t hash = interleave(cell_of(&sphere, p, STEPS));
    for (int i = 0; i < GEOHASH_TEXT - 1; i++) out[i] = alphabet[hash >> (2 * STEPS - 5 * (i + 1)) & 31];
    out[GEOHASH_TEXT - 1] = alphabet[0];
}

/* -- distances ----------------------------------------------------------------- */

static double latitude_distance(double a, double b) { return earth_radius * fabs(radians(b) - radians(a)); }

double geohash_distance(geohash_point a, geohash_point b) {
    double v = sin((radians(b.longitude) - radians(a.longitude)) / 2);
    if (v == 0) return latitude_distance(a.latitude, b.latitude);
    double a_latitude = radians(a.latitude), b_latitude = radians(b.latitude), u = sin((b_latitude - a_latitude) / 2);
    return 2 * earth_radius * asin(sqrt(u * u + cos(a_latitude) * cos(b_latitude) * v * v));
}

static bool inside_polygon(const geohash_area *area, geohash_point p) {
    bool inside = false;
    for (size_t i = 0, k = area->vertex_count - 1; i < area->vertex_count; k = i++) {
        geohash_point a = area->vertices[i], b = area->vertices[k];
        if ((a.latitude > p.latitude) == (b.latitude > p.latitude)) continue;
        double at = (b.longitude - a.longitude) * (p.latitude - a.latitude) / (b.latitude - a.latitude) + a.longitude;
        if (p.longitude < at) inside = !inside;
    }
    return inside;
}

/* The width is measured along the parallel of p itself. */
static bool inside_box(const geohash_area *area, geohash_point p) {
    if (latitude_distance(p.latitude, area->centre.latitude) > area->height / 2) return false;
    return geohash_distance(p, (geohash_point){ area->centre.longitude, p.latitude }) <= area->width / 2;
}

bool geohash_inside(const geohash_area *area, geohash_point p, double *distance) {
    if (area->kind == GEOHASH_BOX && !inside_box(area, p)) return false;
    if (area->kind == GEOHASH_POLYGON && !inside_polygon(area, p)) return false;
    *distance = geohash_distance(area->centre, p);
    return area->kind != GEOHASH_CIRCLE || *distance <= area->radius;
}

geohash_point geohash_polygon_centre(const geohash_point *vertices, size_t count) {
    double x = 0, y = 0, z = 0;
    for (size_t i = 0; i < count; i++) {
        double longitude = radians(vertices[i].longitude), latitude = radians(vertices[i].latitude);
        x += cos(latitude) * cos(longitude);
        y += cos(latitude) * sin(longitude);
        z += sin(latitude);
    }
    return (geohash_point){ degrees(atan2(y, x)), degrees(atan2(z, sqrt(x * x + y * y))) };
}

/* -- covering ------------------------------------------------------------------ */

static box polygon_box(const geohash_area *area) {
    geohash_point v = area->vertices[0];
    box b = { v.longitude, v.latitude, v.longitude, v.latitude };
    for (size_t i = 1; i < area->vertex_count; i++) {
        v = area->vertices[i];
        b = (box){ fmin(b.west, v.longitude), fmin(b.south, v.latitude), fmax(b.east, v.longitude),
                   fmax(b.north, v.latitude) };
    }
    return b;
}

/* What the area reaches to the north, south, east and west: degrees of longitude are narrowest at the side that is
 * nearer to a pole. */
static box bounds_of(const geohash_area *area) {
    if (area->kind == GEOHASH_POLYGON) return polygon_box(area);
    bool circle = area->kind == GEOHASH_CIRCLE;
    double longitude = area->centre.longitude, latitude = area->centre.latitude;
    double up = degrees((circle ? area->radius : area->height / 2) / earth_radius);
    double side = (circle ? area->radius : area->width / 2) / earth_radius;
    side = degrees(side / cos(radians(latitude < 0 ? latitude - up : latitude + up)));
    return (box){ longitude - side, latitude - up, longitude + side, latitude + up };
}

/* How fine the grid may be for nine cells to hold a circle; cells are narrower towards the poles. */
static unsigned steps_for(double radius, double latitude) {
    int steps = 1;
    if (radius == 0) return STEPS;
    for (; radius < mercator_max; radius *= 2) steps++;
    steps -= 2;
    if (fabs(latitude) > 66) steps--;
    if (fabs(latitude) > 80) steps--;
    return steps < 1 ? 1 : steps > STEPS ? STEPS : (unsigned)steps;
}

/* Wraps around in the direction of a move only: places at the very limit (180 degrees) stand in a cell outside the grid
 * and are found there. */
static cell neighbour(cell c, int east, int north, unsigned steps) {
    uint32_t mask = ((uint32_t)1 << steps) - 1;
    return (cell){ east ? (c.x + (uint32_t)east) & mask : c.x, north ? (c.y + (uint32_t)north) & mask : c.y };
}

/* Do the cells around c reach over all of b? Each neighbour is asked where it really lies, also when it has wrapped. */
static bool reaches(cell c, unsigned steps, const box *b) {
    return box_of(neighbour(c, 0, 1, steps), steps).north >= b->north &&
           box_of(neighbour(c, 0, -1, steps), steps).south <= b->south &&
           box_of(neighbour(c, 1, 0, steps), steps).east >= b->east &&
           box_of(neighbour(c, -1, 0, steps), steps).west <= b->west;
}

static double half_diagonal(const geohash_area *area) {
    return sqrt(area->width / 2 * (area->width / 2) + area->height / 2 * (area->height / 2));
}

/* The cell in the middle of the area and the grid it belongs to. */
static cell middle_of(const geohash_area *area, const box *b, unsigned *steps) {
    geohash_point centre = area->centre;
    if (area->kind == GEOHASH_POLYGON) {
        centre = (geohash_point){ (b->west + b->east) / 2, (b->south + b->north) / 2 };
        for (*steps = STEPS; *steps > 1 && !reaches(cell_of(&whole, centre, *steps), *steps, b); ) --*steps;
        return cell_of(&whole, centre, *steps);
    }
    *steps = steps_for(area->kind == GEOHASH_CIRCLE ? area->radius : half_diagonal(area), centre.latitude);
    if (*steps > 1 && !reaches(cell_of(&whole, centre, *steps), *steps, b)) --*steps;
    return cell_of(&whole, centre, *steps);
}

/* Adds the range of a cell unless it is there: in a coarse grid neighbours are the same cell. */
static int add_range(geohash_range *out, int count, cell c, unsigned steps) {
    unsigned shift = 2 * (STEPS - steps);
    uint64_t hash = interleave(c);
    geohash_range r = { hash << shift, (hash + 1) << shift };
    for (int i = 0; i < count; i++) {
        if (out[i].from == r.from) return count;
    }
    out[count] = r;
    return count + 1;
}

int geohash_cover(const geohash_area *area, geohash_range out[GEOHASH_RANGES]) {
    static const struct { int8_t east, north; } around[] = {
        { 0, 0 }, { 0, 1 }, { 0, -1 }, { 1, 0 }, { -1, 0 }, { 1, 1 }, { -1, 1 }, { 1, -1 }, { -1, -1 },
    };
    unsigned steps;
    int count = 0;
    box b = bounds_of(area);
    cell middle = middle_of(area, &b, &steps);
    box m = box_of(middle, steps);
    for (int i = 0; i < GEOHASH_RANGES; i++) {
        int east = around[i].east, north = around[i].north;
        if (steps > 1 && ((north < 0 && m.south < b.south) || (north > 0 && m.north > b.north) ||
                          (east < 0 && m.west < b.west) || (east > 0 && m.east > b.east))) continue;
        count = add_range(out, count, neighbour(middle, east, north, steps), steps);
    }
    return count;
}
