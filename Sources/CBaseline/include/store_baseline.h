#pragma once
#include <stdint.h>

/* A connection to a database of ours, with its statements prepared once. */
typedef struct baseline_store baseline_store;

/* Opens a file in the journal mode of that name; null if it cannot. */
baseline_store *baseline_store_open(const char *path, const char *journal_mode);
void baseline_store_close(baseline_store *store);

/* What SQLite says of the last failure. */
const char *baseline_store_problem(baseline_store *store);

/* The version of the library, such as 3.40.1. */
const char *baseline_library_version(void);

/* The row of the project of that key; 0 if there is none. */
int64_t baseline_project(baseline_store *store, const char *key);

/* Reads the newest `limit` matches among the tickets of a project, all columns of a card each.
 * Answers how many there were, or -1. */
int64_t baseline_search(baseline_store *store, const char *match, int64_t project, int limit);

/* A move of one ticket and what history says of it. */
typedef struct {
  const char *project_key;
  int64_t ticket;       /* the row */
  int64_t from, to;     /* numbers of statuses */
  const char *from_name, *to_name;
  int64_t at;           /* milliseconds since 1970 */
} baseline_move;

/* Carries out a move in one durable transaction, by the statements of our store and in their order.
 * Answers 1, or 0 if it failed and nothing was written. */
int baseline_transition(baseline_store *store, const baseline_move *move);

/* Carries out many moves in one transaction. */
int baseline_transitions(baseline_store *store, const baseline_move *moves, int count);

/* The texts of the statements that a transition runs, in order; null after the last. */
const char *baseline_transition_statement(int index);
