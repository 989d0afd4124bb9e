#pragma once
#include <xlsxwriter.h>
#include <stdbool.h>

/// Loads the library once for the process. False when it cannot be loaded: then none of its functions may be called.
bool kundreg_xlsxwriter_load(void);
