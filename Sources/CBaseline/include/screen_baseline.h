#pragma once
#include <stdint.h>

/* How a run of cells looks: two colours of the 256 (-1 for the terminal's own) and a set of attributes. */
typedef struct {
  int16_t foreground, background;
  uint8_t attributes;
} baseline_style;

enum {
  BASELINE_BOLD = 1,
  BASELINE_DIM = 2,
  BASELINE_ITALIC = 4,
  BASELINE_UNDERLINE = 8,
  BASELINE_REVERSE = 16,
};

/* A run of text in one style; `text` and `style` are indices into the picture's arrays. */
typedef struct {
  int16_t row, column;
  int32_t text, length;
  int32_t style;
} baseline_run;

/* Everything one screen shows: what stands on it besides blanks of style 0. */
typedef struct {
  const baseline_run *runs;
  int32_t run_count;
  const int32_t *text; /* Unicode scalars */
  int16_t cursor_row, cursor_column;
} baseline_picture;

typedef struct baseline_screen baseline_screen;

/* Opens a curses screen of that size whose output goes to a file; null if it cannot. One at a time. */
baseline_screen *baseline_screen_open(
    const char *path, int columns, int rows, const baseline_style *styles, int style_count);

/* Draws a picture the way curses programs do and brings the terminal up to date.
 * With `whole` set everything is painted, as after another program wrote to the terminal. */
void baseline_screen_show(baseline_screen *screen, const baseline_picture *picture, int whole);

/* How many bytes have gone to the terminal so far. */
int64_t baseline_screen_bytes(baseline_screen *screen);

void baseline_screen_close(baseline_screen *screen);
