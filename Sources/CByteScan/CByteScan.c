#include "CByteScan.h"

#ifdef __x86_64__
int kundreg_has_avx2(void) { return __builtin_cpu_supports("avx2") != 0; }
#define CHOSEN(name) (kundreg_has_avx2() ? name##_avx2 : name##_baseline)
#else
int kundreg_has_avx2(void) { return 0; }
#define CHOSEN(name) name##_baseline
#endif

void kundreg_mark_breaks(const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t *bits) {
  CHOSEN(kundreg_mark_breaks)(bytes, count, delimiter, bits);
}

void kundreg_mark_untidy(const uint8_t *bytes, size_t count, uint64_t *bits) {
  CHOSEN(kundreg_mark_untidy)(bytes, count, bits);
}

size_t kundreg_common_utf8(const uint8_t *bytes, size_t count) { return CHOSEN(kundreg_common_utf8)(bytes, count); }

size_t kundreg_next_suspect(const uint8_t *bytes, size_t count, size_t start) {
  return CHOSEN(kundreg_next_suspect)(bytes, count, start);
}
