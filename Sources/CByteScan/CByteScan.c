#include "CByteScan.h"

#include <string.h>

// Who reads the bits by other words than these are written by relies on it.
#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "only for processors that keep the lowest byte first"
#endif

// Sixty-four bytes with a bit for each that a comparison holds for. On x86-64 four vectors of sixteen (SSE2, which all have);
// elsewhere a loop that compilers make vectors of as they can.
#ifdef __SSE2__
#include <emmintrin.h>

typedef struct {
  __m128i part[4];
} block;

static inline block load(const uint8_t *bytes) {
  block b;
  for (int i = 0; i < 4; i++) b.part[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
  return b;
}

#define COMPARISON(name, expression)                                                                                   \
  static inline uint64_t name(block b, uint8_t value) {                                                                \
    const __m128i other = _mm_set1_epi8((char)value);                                                                  \
    (void)other;                                                                                                       \
    uint64_t bits = 0;                                                                                                 \
    for (int i = 0; i < 4; i++) {                                                                                      \
      const __m128i part = b.part[i];                                                                                  \
      bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(expression) << 16 * i;                                             \
    }                                                                                                                  \
    return bits;                                                                                                       \
  }
COMPARISON(equal, _mm_cmpeq_epi8(part, other))
COMPARISON(at_least, _mm_cmpeq_epi8(_mm_max_epu8(part, other), part))

static inline uint64_t in_damage(block b) {
  const __m128i lowest = _mm_set1_epi8((char)0x82), width = _mm_set1_epi8(3);
  const __m128i a = _mm_set1_epi8((char)0xA2), long_ones = _mm_set1_epi8((char)0xE2);
  __m128i found[4];
  for (int i = 0; i < 4; i++) {
    const __m128i part = b.part[i];
    const __m128i offset = _mm_sub_epi8(part, lowest);
    const __m128i second =
        _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(offset, width), offset), _mm_cmpeq_epi8(part, a));
    found[i] = _mm_or_si128(second, _mm_cmpeq_epi8(_mm_max_epu8(part, long_ones), part));
  }
  // Most blocks have none, which is told before their bits are put together.
  const __m128i any = _mm_or_si128(_mm_or_si128(found[0], found[1]), _mm_or_si128(found[2], found[3]));
  if (!_mm_movemask_epi8(any)) return 0;
  uint64_t bits = 0;
  for (int i = 0; i < 4; i++) bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(found[i]) << 16 * i;
  return bits;
}
#else
typedef struct {
  uint8_t part[64];
} block;

static inline block load(const uint8_t *bytes) {
  block b;
  memcpy(b.part, bytes, 64);
  return b;
}

#define COMPARISON(name, expression)                                                                                   \
  static inline uint64_t name(block b, uint8_t value) {                                                                \
    uint64_t bits = 0;                                                                                                 \
    for (int i = 0; i < 64; i++) bits |= (uint64_t)(b.part[i] expression value) << i;                                  \
    return bits;                                                                                                       \
  }
COMPARISON(equal, ==)
COMPARISON(at_least, >=)

static inline uint64_t in_damage(block b) {
  return (at_least(b, 0x82) & ~at_least(b, 0x86)) | equal(b, 0xA2) | at_least(b, 0xE2);
}
#endif

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
#define BREAKS(b) (equal(b, delimiter) | equal(b, '\n') | equal(b, '\r'))
  EACH_BLOCK(BREAKS)
}

static inline uint64_t untidy(block b, uint64_t *blank_before) {
  const uint64_t blank = equal(b, ' ');
  const uint64_t doubled = blank & (blank << 1 | *blank_before);
  *blank_before = blank >> 63;
  return ~at_least(b, 0x20) | equal(b, 0x7F) | doubled | (at_least(b, 0xC0) & ~equal(b, 0xC3));
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
    const uint64_t high = at_least(b, 0x80);
    if (high | open) {
      const uint64_t first = at_least(b, 0xC0);
      // 0xC0 and 0xC1 begin no character.
      const uint64_t uncommon = at_least(b, 0xE0) | (first & ~at_least(b, 0xC2));
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
