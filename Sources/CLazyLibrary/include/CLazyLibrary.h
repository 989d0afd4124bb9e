#pragma once
// System libraries that are loaded when they are first needed. Linked, they and the forty libraries behind them were loaded at
// every start, which took longer than the rest of the start together.
//
// A door to a library defines the functions that are used of it, by their own names, and each calls the one that was looked
// up. None may be called before the door's load function said that the library is there; a function that a door lacks is
// missed by the linker.
#include <stdbool.h>
#include <stddef.h>

typedef struct {
  const char *name;
  void **function;
} kundreg_function;

/// Loads a library and looks its functions up. False when it cannot be loaded, or lacks one.
///
/// - variable: of the environment; names the file where it is not the system's.
/// - file: the system's, by the name that stands for its interface: `libcurl.so.4`.
bool kundreg_load(const char *variable, const char *file, const kundreg_function *functions, size_t count);

/// `FUNCTIONS` is a macro that calls the macro it is given with the name of each function.
#define KUNDREG_DOOR(FUNCTIONS, loader, variable, file)                                                                \
  FUNCTIONS(KUNDREG_DECLARE)                                                                                           \
  static bool is_loaded;                                                                                               \
  static pthread_once_t once = PTHREAD_ONCE_INIT;                                                                      \
  static void load(void) {                                                                                             \
    const kundreg_function functions[] = {FUNCTIONS(KUNDREG_ENTRY)};                                                   \
    is_loaded = kundreg_load(variable, file, functions, sizeof functions / sizeof *functions);                         \
  }                                                                                                                    \
  bool loader(void) {                                                                                                  \
    pthread_once(&once, load);                                                                                         \
    return is_loaded;                                                                                                  \
  }
#define KUNDREG_DECLARE(name) static __typeof__(name) *real_##name;
#define KUNDREG_ENTRY(name) {#name, (void **)&real_##name},
