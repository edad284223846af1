/* test_geohash.c -- numbers of real servers, and covers that must hold every place of their area. */
#include "unit.h"

#include <math.h>

#include "data/geohash.h"

static double uniform(double from, double to) { return from + (to - from) * ((double)(unit_random() >> 11) * 0x1p-53); }
static bool near(double a, double b, double apart) { return fabs(a - b) <= apart; }

static const geohash_point palermo = { 13.361389, 38.115556 }, catania = { 15.087269, 37.502669 };

static void test_known(void) {
    char text[GEOHASH_TEXT];
    geohash_point p = geohash_decode(3479099956230698), c = geohash_decode(geohash_encode(catania));
    check(geohash_encode(palermo) == 3479099956230698);
    check(p.longitude == 13.361389338970184 && p.latitude == 38.1155563954963);
    check(near(geohash_distance(p, c), 166274.1516, 0.0001));
    geohash_text(text, p);
    check(!memcmp(text, "sqc8b49rny0", GEOHASH_TEXT));
    geohash_text(text, geohash_decode(geohash_encode((geohash_point){ 0, 85.05112878 })));
    check(!memcmp(text, "upb", 2) && text[10] == '0');
    check(geohash_encode((geohash_point){ 180, 0 }) == 10133099161583616);
    check(geohash_encode((geohash_point){ -180, 0 }) == 1125899906842624);
    check(geohash_decode(10133099161583616).longitude == 180);
    check(geohash_valid((geohash_point){ -180, 85.05112878 }) && !geohash_valid((geohash_point){ 180.1, 0 }));
    check(!geohash_valid((geohash_point){ 0, -85.06 }) && !geohash_valid((geohash_point){ NAN, 0 }));
}

static void test_there_and_back(void) {
    for (int i = 0; i < 20000; i++) {
        geohash_point p = { uniform(-180, 180), uniform(-85.05, 85.05) }, q = geohash_decode(geohash_encode(p));
        check(near(p.longitude, q.longitude, 360 / 0x1p26) && near(p.latitude, q.latitude, 171 / 0x1p26));
        check(geohash_encode(q) == geohash_encode(p));
    }
}

static bool covered(const geohash_range *ranges, int count, geohash_point p) {
    uint64_t hash = geohash_encode(p);
    for (int i = 0; i < count; i++) {
        if (hash >= ranges[i].from && hash < ranges[i].to) return true;
    }
    return false;
}

static geohash_area any_area(geohash_point *vertices) {
    geohash_area a = { .kind = (enum geohash_kind)(unit_random() % 3) };
    double reach = pow(10, uniform(1, 6));
    a.centre = (geohash_point){ uniform(-150, 150), uniform(-60, 60) };
    a.radius = reach;
    a.width = 2 * reach;
    a.height = 2 * pow(10, uniform(1, 6));
    a.vertices = vertices;
    a.vertex_count = 3 + unit_random() % 6;
    for (size_t i = 0; i < a.vertex_count; i++) {
        vertices[i].longitude = a.centre.longitude + uniform(-25, 25) * reach / 1e6;
        vertices[i].latitude = a.centre.latitude + uniform(-20, 20) * reach / 1e6;
    }
    if (a.kind == GEOHASH_POLYGON) a.centre = geohash_polygon_centre(vertices, a.vertex_count);
    return a;
}

static void test_covers(void) {
    size_t hits = 0;
    for (int i = 0; i < 4000; i++) {
        geohash_point vertices[8];
        geohash_area a = any_area(vertices);
        geohash_range ranges[GEOHASH_RANGES];
        int count = geohash_cover(&a, ranges);
        check(count >= 1 && count <= GEOHASH_RANGES);
        for (int k = 0; k < count; k++) {
            for (int n = 0; n < k; n++) check(ranges[k].to <= ranges[n].from || ranges[k].from >= ranges[n].to);
        }
        double degrees = (a.kind == GEOHASH_BOX ? fmax(a.width, a.height) / 2 : a.radius) / 100000;
        for (int k = 0; k < 50; k++) {
            double distance, east = uniform(-2.5, 2.5) * degrees, north = uniform(-2, 2) * degrees;
            geohash_point p = { a.centre.longitude + east, a.centre.latitude + north };
            if (!geohash_valid(p) || !geohash_inside(&a, p, &distance)) continue;
            hits++;
            check(covered(ranges, count, p) && near(distance, geohash_distance(a.centre, p), 0.001));
        }
    }
    check(hits > 20000);
}

/* newer.md 3.5 */
static void test_polygon(void) {
    static const geohash_point vertices[] = {
        { 12.41098696654226, 38.05033923003755 }, { 15.107936245794182, 38.00616649901906 },
        { 18.148439288534455, 38.63804787603499 }, { 17.80831874257693, 39.50316813110968 },
        { 12.458468633214036, 38.57719533463012 },
    };
    geohash_area a = { .kind = GEOHASH_POLYGON, .vertices = vertices, .vertex_count = 5 };
    a.centre = geohash_polygon_centre(vertices, 5);
    check(near(a.centre.longitude, 15.1753012, 1e-6) && near(a.centre.latitude, 38.5811452, 1e-6));
    double distance;
    check(geohash_inside(&a, geohash_decode(geohash_encode(palermo)), &distance) && near(distance, 166482.0159, 0.01));
    check(!geohash_inside(&a, catania, &distance));
    check(geohash_inside(&a, (geohash_point){ 17.24151045083999634, 38.78813451624225195 }, &distance));
    check(near(distance, 180861.7725, 0.1));
}

int main(void) {
    test_known();
    test_there_and_back();
    test_covers();
    test_polygon();
    return unit_result();
}
