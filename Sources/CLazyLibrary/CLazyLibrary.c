#include "CLazyLibrary.h"

#include <dlfcn.h>
#include <stdlib.h>

bool kundreg_load(const char *variable, const char *file, const kundreg_function *functions, size_t count) {
  const char *named = getenv(variable);
  void *library = dlopen(named && *named ? named : file, RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  for (size_t index = 0; index < count; index++) {
    *functions[index].function = dlsym(library, functions[index].name);
    if (!*functions[index].function) return false;
  }
  return true;
}
