#include "CLibZip.h"

#include <pthread.h>

#include "CLazyLibrary.h"

#define FUNCTIONS(DO)                                                                                                \
  DO(zip_open) DO(zip_discard) DO(zip_error_init_with_code) DO(zip_error_fini) DO(zip_error_strerror)                \
  DO(zip_name_locate) DO(zip_stat_index) DO(zip_fopen_index) DO(zip_fread) DO(zip_fclose) DO(zip_strerror)           \
  DO(zip_file_strerror)

// The header's own: versions before 1.8 have another interface than those after it.
#if LIBZIP_VERSION_MAJOR == 1 && LIBZIP_VERSION_MINOR < 8
#define FILE_NAME "libzip.so.4"
#else
#define FILE_NAME "libzip.so.5"
#endif

KUNDREG_DOOR(FUNCTIONS, kundreg_zip_load, "KUNDREG_LIBZIP", FILE_NAME)

zip_t *zip_open(const char *path, int flags, int *code) { return real_zip_open(path, flags, code); }
void zip_discard(zip_t *archive) { real_zip_discard(archive); }
void zip_error_init_with_code(zip_error_t *error, int code) { real_zip_error_init_with_code(error, code); }
void zip_error_fini(zip_error_t *error) { real_zip_error_fini(error); }
const char *zip_error_strerror(zip_error_t *error) { return real_zip_error_strerror(error); }
zip_int64_t zip_name_locate(zip_t *archive, const char *name, zip_flags_t flags) {
  return real_zip_name_locate(archive, name, flags);
}
int zip_stat_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *status) {
  return real_zip_stat_index(archive, index, flags, status);
}
zip_file_t *zip_fopen_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags) {
  return real_zip_fopen_index(archive, index, flags);
}
zip_int64_t zip_fread(zip_file_t *file, void *bytes, zip_uint64_t count) { return real_zip_fread(file, bytes, count); }
int zip_fclose(zip_file_t *file) { return real_zip_fclose(file); }
const char *zip_strerror(zip_t *archive) { return real_zip_strerror(archive); }
const char *zip_file_strerror(zip_file_t *file) { return real_zip_file_strerror(file); }
