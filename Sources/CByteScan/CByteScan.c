#include "CByteScan.h"

#include <string.h>

// Who reads the bits by other words than these are written by relies on it.
#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "only for processors that keep the lowest byte first"
#endif

// A block is sixty-four bytes in lanes, for which a comparison gives a word with a bit for each byte. A comparison is put together of
// lanes whose bytes are all ones where something holds, so that bits are taken from lanes once. On x86-64 a lane is a vector of
// sixteen bytes (SSE2, which all have); elsewhere a byte, and compilers make vectors of the loops as they can.
#ifdef __SSE2__
#include <emmintrin.h>

typedef __m128i lane;
static inline lane lane_at(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }
static inline lane is(lane l, uint8_t value) { return _mm_cmpeq_epi8(l, _mm_set1_epi8((char)value)); }
static inline lane at_least(lane l, uint8_t value) {
  return _mm_cmpeq_epi8(_mm_max_epu8(l, _mm_set1_epi8((char)value)), l);
}
static inline lane within(lane l, uint8_t lowest, uint8_t highest) {
  const lane offset = _mm_sub_epi8(l, _mm_set1_epi8((char)lowest));
  return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8((char)(highest - lowest))), offset);
}
static inline lane either(lane a, lane b) { return _mm_or_si128(a, b); }
static inline lane but_not(lane a, lane b) { return _mm_andnot_si128(b, a); }
// Each byte's second highest bit as its highest.
static inline lane doubled(lane l) { return _mm_slli_epi16(l, 1); }
// The highest bit of each byte.
static inline uint64_t bits_of(lane l) { return (uint32_t)_mm_movemask_epi8(l); }
#else
typedef uint8_t lane;
static inline lane lane_at(const uint8_t *bytes) { return *bytes; }
static inline lane is(lane l, uint8_t value) { return l == value ? 0xFF : 0; }
static inline lane at_least(lane l, uint8_t value) { return l >= value ? 0xFF : 0; }
static inline lane within(lane l, uint8_t lowest, uint8_t highest) { return l >= lowest && l <= highest ? 0xFF : 0; }
static inline lane either(lane a, lane b) { return a | b; }
static inline lane but_not(lane a, lane b) { return a & ~b; }
static inline lane doubled(lane l) { return (lane)(l << 1); }
static inline uint64_t bits_of(lane l) { return l >> 7; }
#endif

enum { width = sizeof(lane), lanes = 64 / width };

typedef struct {
  lane part[lanes];
} block;

static inline block load(const uint8_t *bytes) {
  block b;
  for (int i = 0; i < lanes; i++) b.part[i] = lane_at(bytes + width * i);
  return b;
}

// The word of a comparison: an expression of the lane `l`.
#define BITS(b, expression)                                                                                            \
  __extension__({                                                                                                      \
    uint64_t bits_of_block = 0;                                                                                        \
    for (int i = 0; i < lanes; i++) {                                                                                  \
      const lane l = (b).part[i];                                                                                      \
      bits_of_block |= bits_of(expression) << width * i;                                                               \
    }                                                                                                                  \
    bits_of_block;                                                                                                     \
  })

// Calls `mark` with each block and its number; the last one is filled up with letters.
#define EACH_BLOCK(mark)                                                                                               \
  size_t index = 0;                                                                                                    \
  for (; index + 64 <= count; index += 64) bits[index / 64] = mark(load(bytes + index));                               \
  if (index < count) {                                                                                                 \
    uint8_t rest[64];                                                                                                  \
    memset(rest, 'a', sizeof rest);                                                                                    \
    memcpy(rest, bytes + index, count - index);                                                                        \
    bits[index / 64] = mark(load(rest)) & (UINT64_MAX >> (64 - (count - index)));                                      \
  }

void kundreg_mark_breaks(const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t *bits) {
#define BREAKS(b) BITS(b, either(is(l, delimiter), either(is(l, '\n'), is(l, '\r'))))
  EACH_BLOCK(BREAKS)
}

static inline uint64_t untidy(block b, uint64_t *blank_before) {
  const uint64_t blank = BITS(b, is(l, ' '));
  const uint64_t second_blank = blank & (blank << 1 | *blank_before);
  *blank_before = blank >> 63;
  return second_blank
         | BITS(b, either(either(within(l, 0, 0x1F), is(l, 0x7F)), but_not(at_least(l, 0xC0), is(l, 0xC3))));
}

void kundreg_mark_untidy(const uint8_t *bytes, size_t count, uint64_t *bits) {
  uint64_t blank_before = 0;
#define UNTIDY(b) untidy(b, &blank_before)
  EACH_BLOCK(UNTIDY)
}

size_t kundreg_common_utf8(const uint8_t *bytes, size_t count) {
  // 1 when the byte before the block is the first of two.
  uint64_t open = 0;
  size_t index = 0;
  while (index < count) {
    const size_t left = count - index;
    uint8_t rest[64];
    const uint8_t *from = bytes + index;
    if (left < 64) {
      memset(rest, 'a', sizeof rest);
      memcpy(rest, from, left);
      from = rest;
    }
    const block b = load(from);
    const uint64_t high = BITS(b, l);
    if (high | open) {
      const uint64_t first = high & BITS(b, doubled(l));
      // 0xC0 and 0xC1 begin no character.
      const uint64_t uncommon = first & ~BITS(b, within(l, 0xC2, 0xDF));
      const uint64_t expected = first << 1 | open;
      const uint64_t wrong = uncommon | (expected ^ (high & ~first));
      if (wrong) {
        const int place = __builtin_ctzll(wrong);
        // A second byte that is missing belongs to the character before.
        return index + (size_t)place - (expected >> place & 1);
      }
      open = first >> 63;
    }
    index += 64;
  }
  return count - open;
}

// True for the first byte of what a second byte of UTF-8 becomes in Windows-1252: a sign from C2, or one of ŒœŠšŽžŸ ƒ ˆ ˜ € and the
// like.
static inline int begins_sign(uint8_t byte) {
  return byte == 0xC2 || byte == 0xC5 || byte == 0xC6 || byte == 0xCB || byte == 0xE2;
}

// Bytes that the damage of a letter may have in second place, and all that begin three bytes or more.
static inline uint64_t in_damage(block b) {
  return BITS(b, either(either(within(l, 0x82, 0x85), is(l, 0xA2)), at_least(l, 0xE2)));
}

size_t kundreg_next_suspect(const uint8_t *bytes, size_t count, size_t start) {
  for (size_t index = start; index < count; index += 64) {
    uint64_t bits;
    if (count - index >= 64) {
      bits = in_damage(load(bytes + index));
    } else {
      uint8_t rest[64];
      memset(rest, 'a', sizeof rest);
      memcpy(rest, bytes + index, count - index);
      bits = in_damage(load(rest));
    }
    for (; bits; bits &= bits - 1) {
      const size_t place = index + (size_t)__builtin_ctzll(bits);
      if (bytes[place] >= 0xE2) return place;
      if (place == start || bytes[place - 1] != 0xC3) continue;
      // Å and Ä are common: they are suspect before a sign only.
      const int is_common = bytes[place] == 0x84 || bytes[place] == 0x85;
      if (!is_common || (place + 1 < count && begins_sign(bytes[place + 1]))) return place - 1;
    }
  }
  return count;
}
