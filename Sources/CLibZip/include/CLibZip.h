#pragma once
#include <zip.h>
#include <stdbool.h>

/// Loads the library once for the process. False when it cannot be loaded: then none of its functions may be called.
bool kundreg_zip_load(void);
