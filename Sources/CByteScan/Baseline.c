// For every processor: on x86-64 by vectors of sixteen bytes (SSE2, which all have), elsewhere by single bytes, of which compilers
// make vectors as they can.
#include "CByteScan.h"

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

#define VARIANT(name) kundreg_##name##_baseline
#include "Blocks.h"
