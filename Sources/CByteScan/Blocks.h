// The functions of CByteScan.h by lanes of any width: a file that includes this one says first what a lane is, and names what it
// makes by VARIANT.
//
// A block is sixty-four bytes in lanes, for which a comparison gives a word with a bit for each byte. A comparison is put together
// of lanes whose bytes are all ones where something holds, so that bits are taken from lanes once.
#include <stddef.h>
#include <string.h>

// Who reads the bits by other words than these are written by relies on it.
#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "only for processors that keep the lowest byte first"
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

// The bytes of a block of which `count` are there: a copy that is filled up with letters where those are too few.
static inline const uint8_t *whole_block(const uint8_t *bytes, size_t count, uint8_t rest[64]) {
  if (count >= 64) return bytes;
  memset(rest, 'a', 64);
  memcpy(rest, bytes, count);
  return rest;
}

// Marks each block; bits after the last byte's are clear.
#define EACH_BLOCK(mark)                                                                                               \
  size_t index = 0;                                                                                                    \
  for (; index + 64 <= count; index += 64) bits[index / 64] = mark(load(bytes + index));                               \
  if (index < count) {                                                                                                 \
    uint8_t rest[64];                                                                                                  \
    const block last = load(whole_block(bytes + index, count - index, rest));                                          \
    bits[index / 64] = mark(last) & (UINT64_MAX >> (64 - (count - index)));                                            \
  }

void VARIANT(mark_breaks)(const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t *bits) {
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

void VARIANT(mark_untidy)(const uint8_t *bytes, size_t count, uint64_t *bits) {
  uint64_t blank_before = 0;
#define UNTIDY(b) untidy(b, &blank_before)
  EACH_BLOCK(UNTIDY)
}

size_t VARIANT(common_utf8)(const uint8_t *bytes, size_t count) {
  // 1 when the byte before the block is the first of two.
  uint64_t open = 0;
  size_t index = 0;
  while (index < count) {
    uint8_t rest[64];
    const block b = load(whole_block(bytes + index, count - index, rest));
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

// Bytes that the damage of a letter may have in second place, and those that begin characters beyond Latin-1.
static inline uint64_t in_damage(block b) {
  return BITS(b, either(either(either(within(l, 0x82, 0x86), within(l, 0x92, 0x95)),
                               either(is(l, 0xA2), but_not(within(l, 0xAF, 0xBF), is(l, 0xB6)))),
                        at_least(l, 0xC4)));
}

// True for a byte beyond Latin-1's that begins a suspect, before `next`: of C4 only Ă, Ć, Ĺ, ĺ; ƒ and its like; ˆ and its like;
// Greek and Cyrillic letters; all of three bytes or more.
static inline int begins_suspect(uint8_t byte, uint8_t next) {
  if (byte == 0xC4) return next == 0x82 || next == 0x86 || next == 0xB9 || next == 0xBA;
  if (byte == 0xC6) return next == 0x92;
  if (byte == 0xCB) return next == 0x86;
  return byte >= 0xE2 || (byte >= 0xCE && byte <= 0xD1);
}

// True for the two bytes of a character of Latin-1 that is suspect wherever it stands.
static inline int is_suspect(uint8_t lead, uint8_t byte) {
  if (lead == 0xC2) return byte == 0xB3 || byte == 0xB9 || byte == 0xBF;
  if (lead != 0xC3) return 0;
  if (byte >= 0xAF) return byte != 0xB6 && byte != 0xB8 && byte != 0xBC && byte <= 0xBF;
  return byte == 0x82 || byte == 0x83 || byte == 0x95 || byte == 0xA2;
}

size_t VARIANT(next_suspect)(const uint8_t *bytes, size_t count, size_t start) {
  for (size_t index = start; index < count; index += 64) {
    uint8_t rest[64];
    uint64_t bits = in_damage(load(whole_block(bytes + index, count - index, rest)));
    for (; bits; bits &= bits - 1) {
      const size_t place = index + (size_t)__builtin_ctzll(bits);
      const uint8_t byte = bytes[place];
      const uint8_t next = place + 1 < count ? bytes[place + 1] : 0;
      if (byte >= 0xC4) {
        if (begins_suspect(byte, next)) return place;
      } else if (place > start) {
        if (is_suspect(bytes[place - 1], byte)) return place - 1;
        // Å and Ä are common: they are suspect before a sign only.
        const int is_common = bytes[place - 1] == 0xC3 && (byte == 0x84 || byte == 0x85);
        if (is_common && begins_sign(next)) return place - 1;
      }
    }
  }
  return count;
}
