#pragma once
#include <stdint.h>

/* How often memory has been asked of malloc so far, exact while a single thread works. */
int64_t baseline_allocations(void);
