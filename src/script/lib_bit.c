/* lib_bit.c -- operations on 32-bit integers, results signed. */
#include "script/libraries.h"

#include <stdlib.h>
#include <string.h>

/* 2^52 + 2^51: added to a number of moderate size it leaves the integer nearest to it, halves to even, in the low bits
 * of the sum, negative ones in two's complement. What that makes of huge numbers is what scripts have always got. */
static const double magic = 6755399441055744.0;

static uint32_t bits_of(lua_state *L, int argument) {
    double sum = lua_check_number(L, argument) + magic;
    uint64_t bits;
    memcpy(&bits, &sum, sizeof bits);
    return (uint32_t)bits;
}

static int answer(lua_state *L, uint32_t bits) {
    lua_push_number(L, (int32_t)bits);
    return 1;
}

static int bit_tobit(lua_state *L) {
    return answer(L, bits_of(L, 1));
}

static int bit_bnot(lua_state *L) {
    return answer(L, ~bits_of(L, 1));
}

static int bit_band(lua_state *L) {
    uint32_t bits = bits_of(L, 1);
    for (int i = lua_top(L); i > 1; i--) bits &= bits_of(L, i);
    return answer(L, bits);
}

static int bit_bor(lua_state *L) {
    uint32_t bits = bits_of(L, 1);
    for (int i = lua_top(L); i > 1; i--) bits |= bits_of(L, i);
    return answer(L, bits);
}

static int bit_bxor(lua_state *L) {
    uint32_t bits = bits_of(L, 1);
    for (int i = lua_top(L); i > 1; i--) bits ^= bits_of(L, i);
    return answer(L, bits);
}

static int bit_lshift(lua_state *L) {
    uint32_t bits = bits_of(L, 1);
    return answer(L, bits << (bits_of(L, 2) & 31));
}

static int bit_rshift(lua_state *L) {
    uint32_t bits = bits_of(L, 1);
    return answer(L, bits >> (bits_of(L, 2) & 31));
}

static int bit_arshift(lua_state *L) {
    int32_t bits = (int32_t)bits_of(L, 1);
    return answer(L, (uint32_t)(bits >> (bits_of(L, 2) & 31)));
}

static uint32_t turned_left(uint32_t bits, uint32_t count) {
    return bits << (count & 31) | bits >> (-count & 31);
}

static int bit_rol(lua_state *L) {
    uint32_t bits = bits_of(L, 1);
    return answer(L, turned_left(bits, bits_of(L, 2)));
}

static int bit_ror(lua_state *L) {
    uint32_t bits = bits_of(L, 1);
    return answer(L, turned_left(bits, -bits_of(L, 2)));
}

static int bit_bswap(lua_state *L) {
    return answer(L, __builtin_bswap32(bits_of(L, 1)));
}

/* A count of digits below zero asks for capitals. */
static int bit_tohex(lua_state *L) {
    uint32_t bits = bits_of(L, 1);
    int64_t count = lua_top(L) >= 2 ? (int32_t)bits_of(L, 2) : 8;
    const char *alphabet = count < 0 ? "0123456789ABCDEF" : "0123456789abcdef";
    if (count < 0) count = -count;
    if (count > 8) count = 8;
    char digits[8];
    for (int64_t i = count; i-- > 0; bits >>= 4) digits[i] = alphabet[bits & 15];
    lua_push_string(L, digits, (size_t)count);
    return 1;
}

void bit_open(lua_state *L) {
    static const lua_entry entries[] = {
        {"tobit", bit_tobit}, {"bnot", bit_bnot}, {"band", bit_band}, {"bor", bit_bor}, {"bxor", bit_bxor},
        {"lshift", bit_lshift}, {"rshift", bit_rshift}, {"arshift", bit_arshift}, {"rol", bit_rol}, {"ror", bit_ror},
        {"bswap", bit_bswap}, {"tohex", bit_tohex}, {NULL, NULL}
    };
    lua_push_table(L, 0, sizeof entries / sizeof *entries - 1);
    lua_register(L, entries);
    lua_raw_set_field(L, LUA_GLOBALS, "bit");
}
