#pragma once
#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <curses.h>
#include <term.h>

/* tigetstr answers a pointer of -1 for a name that is no string. */
static inline const char *terminfo_string(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (const char *)-1 ? 0 : value;
}

/* tiparm is variadic, which Swift does not import. */
static inline const char *terminfo_with_1(const char *string, int first) {
  return tiparm(string, first);
}

static inline const char *terminfo_with_2(const char *string, int first, int second) {
  return tiparm(string, first, second);
}
