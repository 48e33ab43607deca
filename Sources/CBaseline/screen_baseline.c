/* The classic curses program: erase, draw everything in its colours, refresh.
 *
 * It is a fair measure because it does less than ours: it is given the finished runs of cells, so that
 * it neither lays out nor wraps nor measures text, and curses finds the differences by itself. Blanks of
 * the plain style are not drawn: the window's background gives them at no cost, as a good program would. */
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#include "include/screen_baseline.h"

#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

struct baseline_screen {
  FILE *output, *input;
  SCREEN *screen;
  attr_t *attributes; /* by style */
  short *pairs;       /* by style */
};

_Static_assert(sizeof(wchar_t) == sizeof(int32_t), "scalars are handed over as they are");

static attr_t attributes_of(baseline_style style) {
  attr_t set = A_NORMAL;
  if (style.attributes & BASELINE_BOLD) set |= A_BOLD;
  if (style.attributes & BASELINE_DIM) set |= A_DIM;
  if (style.attributes & BASELINE_ITALIC) set |= A_ITALIC;
  if (style.attributes & BASELINE_UNDERLINE) set |= A_UNDERLINE;
  if (style.attributes & BASELINE_REVERSE) set |= A_REVERSE;
  return set;
}

/* Styles of the same two colours share a pair. */
static void make_styles(baseline_screen *screen, const baseline_style *styles, int count) {
  short next = 1;
  for (int i = 0; i < count; i++) {
    screen->attributes[i] = attributes_of(styles[i]);
    screen->pairs[i] = 0;
    for (int j = 0; j < i && !screen->pairs[i]; j++) {
      if (styles[j].foreground == styles[i].foreground && styles[j].background == styles[i].background)
        screen->pairs[i] = screen->pairs[j];
    }
    if (screen->pairs[i]) continue;
    init_pair(next, styles[i].foreground, styles[i].background);
    screen->pairs[i] = next++;
  }
}

static int start(baseline_screen *screen, const char *path, int columns, int rows) {
  char number[16];
  setlocale(LC_ALL, "C.UTF-8");
  snprintf(number, sizeof number, "%d", columns);
  setenv("COLUMNS", number, 1);
  snprintf(number, sizeof number, "%d", rows);
  setenv("LINES", number, 1);
  screen->output = fopen(path, "w");
  screen->input = fopen("/dev/null", "r");
  if (!screen->output || !screen->input) return 0;
  screen->screen = newterm("xterm-256color", screen->output, screen->input);
  if (!screen->screen) return 0;
  start_color();
  use_default_colors();
  return COLS == columns && LINES == rows;
}

baseline_screen *baseline_screen_open(
    const char *path, int columns, int rows, const baseline_style *styles, int style_count) {
  baseline_screen *screen = calloc(1, sizeof *screen);
  if (!screen) return 0;
  screen->attributes = calloc((size_t)style_count + 1, sizeof *screen->attributes);
  screen->pairs = calloc((size_t)style_count + 1, sizeof *screen->pairs);
  if (!screen->attributes || !screen->pairs || !start(screen, path, columns, rows)) {
    baseline_screen_close(screen);
    return 0;
  }
  make_styles(screen, styles, style_count);
  cchar_t background;
  setcchar(&background, L" ", screen->attributes[0], screen->pairs[0], 0);
  bkgrndset(&background);
  return screen;
}

void baseline_screen_show(baseline_screen *screen, const baseline_picture *picture, int whole) {
  erase();
  for (int i = 0; i < picture->run_count; i++) {
    const baseline_run *run = &picture->runs[i];
    attr_set(screen->attributes[run->style], screen->pairs[run->style], 0);
    mvaddnwstr(run->row, run->column, (const wchar_t *)(picture->text + run->text), run->length);
  }
  move(picture->cursor_row, picture->cursor_column);
  if (whole) clearok(curscr, TRUE);
  refresh();
}

int64_t baseline_screen_bytes(baseline_screen *screen) {
  fflush(screen->output);
  return ftell(screen->output);
}

void baseline_screen_close(baseline_screen *screen) {
  if (screen->screen) {
    endwin();
    delscreen(screen->screen);
  }
  if (screen->output) fclose(screen->output);
  if (screen->input) fclose(screen->input);
  free(screen->attributes);
  free(screen->pairs);
  free(screen);
}
