/* Stands before the C library's malloc and counts. What it hands out is the library's own, so that free
 * and realloc need no counterpart here. */
#include "include/allocations.h"

#include <stddef.h>

void *__libc_malloc(size_t size);
void *malloc(size_t size);

static int64_t count;

void *malloc(size_t size) {
  __atomic_store_n(&count, __atomic_load_n(&count, __ATOMIC_RELAXED) + 1, __ATOMIC_RELAXED);
  return __libc_malloc(size);
}

int64_t baseline_allocations(void) { return __atomic_load_n(&count, __ATOMIC_RELAXED); }
