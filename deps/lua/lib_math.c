#include "call.h"
#include "library.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

#define FUNCTION(name, formula) \
    static int math_##name(lua_state *L) \
    { \
        double x = lua_check_number(L, 1); \
        lua_push_number(L, formula); \
        return 1; \
    }
FUNCTION(abs, fabs(x))
FUNCTION(acos, acos(x))
FUNCTION(asin, asin(x))
FUNCTION(atan, atan(x))
FUNCTION(ceil, ceil(x))
FUNCTION(cos, cos(x))
FUNCTION(cosh, cosh(x))
FUNCTION(deg, x / (pi / 180.0))
FUNCTION(exp, exp(x))
FUNCTION(floor, floor(x))
FUNCTION(log, log(x))
FUNCTION(log10, log10(x))
FUNCTION(rad, x * (pi / 180.0))
FUNCTION(sin, sin(x))
FUNCTION(sinh, sinh(x))
FUNCTION(sqrt, sqrt(x))
FUNCTION(tan, tan(x))
FUNCTION(tanh, tanh(x))

/* The second argument is checked first. */
#define FUNCTION_OF_TWO(name, formula) \
    static int math_##name(lua_state *L) \
    { \
        double y = lua_check_number(L, 2), x = lua_check_number(L, 1); \
        lua_push_number(L, formula); \
        return 1; \
    }
FUNCTION_OF_TWO(atan2, atan2(x, y))
FUNCTION_OF_TWO(fmod, fmod(x, y))
FUNCTION_OF_TWO(pow, pow(x, y))

static int math_ldexp(lua_state *L)
{
    int exponent = (int)lua_check_integer(L, 2);
    lua_push_number(L, ldexp(lua_check_number(L, 1), exponent));
    return 1;
}

static int math_frexp(lua_state *L)
{
    int exponent;
    lua_push_number(L, frexp(lua_check_number(L, 1), &exponent));
    lua_push_number(L, exponent);
    return 2;
}

static int math_modf(lua_state *L)
{
    double whole, fraction = modf(lua_check_number(L, 1), &whole);
    lua_push_number(L, whole);
    lua_push_number(L, fraction);
    return 2;
}

static int math_max(lua_state *L)
{
    double best = lua_check_number(L, 1);
    for (int i = 2; i <= lua_top(L); i++) {
        double n = lua_check_number(L, i);
        if (n > best) best = n;
    }
    lua_push_number(L, best);
    return 1;
}

static int math_min(lua_state *L)
{
    double best = lua_check_number(L, 1);
    for (int i = 2; i <= lua_top(L); i++) {
        double n = lua_check_number(L, i);
        if (n < best) best = n;
    }
    lua_push_number(L, best);
    return 1;
}

/* The 31 high bits of the next state of the 48-bit generator POSIX names after lrand48, as a number in [0, 1). */
static double next_random(lua_state *L)
{
    uint64_t state = (lua_random_state(L) * 0x5deece66d + 0xb) & 0xffffffffffff;
    lua_random_state_set(L, state);
    return (double)((state >> 17) % 2147483647) / 2147483647.0;
}

static int check_bound(lua_state *L, int argument)
{
    return (int)lua_check_integer(L, argument);
}

static int math_random(lua_state *L)
{
    double r = next_random(L);
    int low = 1, high;
    switch (lua_top(L)) {
    case 0:
        lua_push_number(L, r);
        return 1;
    case 1:
        high = check_bound(L, 1);
        if (high < 1) lua_bad_argument(L, 1, "interval is empty");
        break;
    case 2:
        low = check_bound(L, 1);
        high = check_bound(L, 2);
        if (low > high) lua_bad_argument(L, 2, "interval is empty");
        break;
    default: lua_fail(L, "wrong number of arguments");
    }
    lua_push_number(L, floor(r * ((double)high - low + 1)) + low);
    return 1;
}

static int math_randomseed(lua_state *L)
{
    lua_random_state_set(L, (uint64_t)(uint32_t)lua_check_integer(L, 1) << 16 | 0x330e);
    return 0;
}

void lua_open_math(lua_state *L)
{
    static const lua_entry entries[] = {
        {"abs", math_abs},     {"acos", math_acos},   {"asin", math_asin},       {"atan", math_atan},
        {"atan2", math_atan2}, {"ceil", math_ceil},   {"cos", math_cos},         {"cosh", math_cosh},
        {"deg", math_deg},     {"exp", math_exp},     {"floor", math_floor},     {"fmod", math_fmod},
        {"frexp", math_frexp}, {"ldexp", math_ldexp}, {"log", math_log},         {"log10", math_log10},
        {"max", math_max},     {"min", math_min},     {"mod", math_fmod},        {"modf", math_modf},
        {"pow", math_pow},     {"rad", math_rad},     {"random", math_random},   {"randomseed", math_randomseed},
        {"sin", math_sin},     {"sinh", math_sinh},   {"sqrt", math_sqrt},       {"tan", math_tan},
        {"tanh", math_tanh},   {NULL, NULL},
    };
    lua_register_library(L, "math", entries);
    lua_push_number(L, pi);
    lua_raw_set_field(L, -2, "pi");
    lua_push_number(L, HUGE_VAL);
    lua_raw_set_field(L, -2, "huge");
    lua_drop(L, 1);
}

static int clock_read(lua_state *L)
{
    lua_push_number(L, L->shared->host.clock(L->shared->host.context));
    return 1;
}

void lua_open_clock(lua_state *L)
{
    static const lua_entry entries[] = {{"clock", clock_read}, {NULL, NULL}};
    lua_register_library(L, "os", entries);
    lua_drop(L, 1);
}
