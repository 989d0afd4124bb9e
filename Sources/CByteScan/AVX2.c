// For x86-64 processors that have vectors of thirty-two bytes: nearly all made since 2013.
#include "CByteScan.h"

#ifdef __x86_64__
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

typedef __m256i lane;
static inline lane lane_at(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }
static inline lane is(lane l, uint8_t value) { return _mm256_cmpeq_epi8(l, _mm256_set1_epi8((char)value)); }
static inline lane at_least(lane l, uint8_t value) {
  return _mm256_cmpeq_epi8(_mm256_max_epu8(l, _mm256_set1_epi8((char)value)), l);
}
static inline lane within(lane l, uint8_t lowest, uint8_t highest) {
  const lane offset = _mm256_sub_epi8(l, _mm256_set1_epi8((char)lowest));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(offset, _mm256_set1_epi8((char)(highest - lowest))), offset);
}
static inline lane either(lane a, lane b) { return _mm256_or_si256(a, b); }
static inline lane but_not(lane a, lane b) { return _mm256_andnot_si256(b, a); }
// Each byte's second highest bit as its highest.
static inline lane doubled(lane l) { return _mm256_slli_epi16(l, 1); }
// The highest bit of each byte.
static inline uint64_t bits_of(lane l) { return (uint32_t)_mm256_movemask_epi8(l); }

#define VARIANT(name) kundreg_##name##_avx2
#include "Blocks.h"

#pragma clang attribute pop
#endif
