#pragma once
/* One request while it is answered. */
#include <sqlite3.h>

#include "json_text.h"
#include "serve_statements.h"
#include "serve_store.h"

enum { project_shift = 40, number_shift = 10, people_limit = 64, comment_limit = 50 };

struct serve_store {
  sqlite3 *database;
  sqlite3_stmt *statements[statement_count];
  int64_t organization;
  baseline_workflow workflow;
};

/* What one request has found so far; rows stay readable until their statements are reset. */
typedef struct {
  serve_store *store;
  request *asked;
  json_text json;
  int64_t row;
  uint8_t account[16], organization[16], project[16];
  char key[32];
  /* Accounts that were looked up, by handle. */
  struct {
    const char *handle;
    size_t length;
    int is_known;
    uint8_t id[16];
  } people[people_limit];
  int people_count;
  /* Where the ticket is after a move, if it was moved. */
  const baseline_status *moved_to;
  int64_t moved_at;
} answer;

int serve_run(serve_store *store, enum statement which);
int serve_slot(sqlite3_stmt *statement, const char *name);
void serve_bind_number(sqlite3_stmt *statement, const char *name, int64_t number);
void serve_bind_text(sqlite3_stmt *statement, const char *name, const char *text, size_t length);
void serve_bind_bytes(sqlite3_stmt *statement, const char *name, const uint8_t *bytes, size_t length);
int serve_copy_id(sqlite3_stmt *row, int column, uint8_t *id);

/* The row that a bound statement gives, or null; the caller resets it. */
sqlite3_stmt *serve_row_of(answer *answer, enum statement which);
void serve_reset(answer *answer, enum statement which);

const baseline_status *serve_status_of(answer *answer, int64_t id);

/* Steps to the ticket, whose row stays readable; null if it is not there. */
sqlite3_stmt *serve_find_ticket(answer *answer);

/* Writes the move; 0 if it cannot. */
int serve_move_ticket(answer *answer, sqlite3_stmt *row);

/* Prints the ticket as `GET` or as a move answers with it. */
void serve_print_ticket(answer *answer, sqlite3_stmt *row, int is_detail);
