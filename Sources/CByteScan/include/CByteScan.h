#pragma once
// Passes over many bytes at once, 64 at a time: what is asked of every byte of a text before anybody looks at its cells.
#include <stddef.h>
#include <stdint.h>

/// How many 64-bit words hold a bit for each of `count` bytes.
static inline size_t kundreg_words(size_t count) { return (count + 63) / 64; }

/// Marks the bytes that end a cell or a row: `delimiter`, line feed and carriage return. Bit `i % 64` of `bits[i / 64]` is byte
/// `i`'s; bits after the last byte's are clear.
void kundreg_mark_breaks(const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t *bits);

/// Marks the bytes that may need tidying: control characters, a blank after a blank, and bytes of 0xC0 and above other than
/// 0xC3. Nearly all letters outside ASCII here begin with that one (Å, ä, é, ü), and no blank does. Bits as above.
void kundreg_mark_untidy(const uint8_t *bytes, size_t count, uint64_t *bits);

/// Where the first character begins that is not easily told to be right UTF-8: one of three or four bytes, an invalid one, or one
/// that `count` cuts off. `count` when there is none.
size_t kundreg_common_utf8(const uint8_t *bytes, size_t count);

/// Where, from `start` on, the next character begins that text damaged by a wrong encoding is made of: one of three or four bytes
/// from 0xE2 on, a Greek or Cyrillic letter, ˆ, ƒ, Ă, Ć, Ĺ, ĺ, ³, ¹, ¿, Â, Ã, Õ, â, one from ï to ÿ but for ö, ø and ü, or Ä or Å
/// (0xC3 with 0x84 or 0x85) before a sign. `count` when there is none. Few letters of Swedish lists are such.
size_t kundreg_next_suspect(const uint8_t *bytes, size_t count, size_t start);

// Each of these is made once for every processor and once by wider vectors; those above take what the processor has. Declared for
// the test that holds the two against each other.
#define KUNDREG_VARIANTS(kind)                                                                                         \
  void kundreg_mark_breaks_##kind(const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t *bits);              \
  void kundreg_mark_untidy_##kind(const uint8_t *bytes, size_t count, uint64_t *bits);                                 \
  size_t kundreg_common_utf8_##kind(const uint8_t *bytes, size_t count);                                               \
  size_t kundreg_next_suspect_##kind(const uint8_t *bytes, size_t count, size_t start);

KUNDREG_VARIANTS(baseline)
#ifdef __x86_64__
KUNDREG_VARIANTS(avx2)
#endif

/// True where the processor has the wider vectors.
int kundreg_has_avx2(void);
