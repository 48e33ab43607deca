/* Watches the connections of this process, so that the statements of the C baseline can be held against
 * those that our store really runs. */
#include "include/trace.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { capacity = 256 };
static char *noted[capacity];
static int noted_count;

static int note(unsigned event, void *context, void *statement, void *text) {
  (void)event, (void)context, (void)text;
  const char *sql = sqlite3_sql(statement);
  if (sql && noted_count < capacity) noted[noted_count++] = strdup(sql);
  return 0;
}

static int watch(sqlite3 *database, char **problem, const void *routines) {
  (void)problem, (void)routines;
  return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, note, 0);
}

/* SQLite declares the function without its parameters but calls it with three. */
typedef void (*entry_point)(void);

void baseline_trace_start(void) { sqlite3_auto_extension((entry_point)watch); }

void baseline_trace_stop(void) { sqlite3_cancel_auto_extension((entry_point)watch); }

const char *baseline_trace_statement(int index) { return index < noted_count ? noted[index] : 0; }

void baseline_trace_clear(void) {
  while (noted_count > 0) free(noted[--noted_count]);
}
