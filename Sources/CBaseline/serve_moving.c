/* A ticket as it is found and moved. */
#include <stdio.h>
#include <string.h>

#include "serve_answer.h"

/* Reads all rows of what tells of gates; there are none to print. */
static void read_progress(answer *answer, enum statement which, int64_t workflow) {
  sqlite3_stmt *statement = answer->store->statements[which];
  serve_bind_number(statement, "$1", answer->row);
  serve_bind_number(statement, "$2", workflow);
  serve_run(answer->store, which);
}

/* Steps to the ticket, whose row stays readable. */
sqlite3_stmt *serve_find_ticket(answer *answer) {
  serve_bind_bytes(answer->store->statements[select_row], "$1", answer->asked->ticket, 16);
  sqlite3_stmt *row = serve_row_of(answer, select_row);
  answer->row = row ? sqlite3_column_int64(row, 0) : 0;
  serve_reset(answer, select_row);
  sqlite3_stmt *project = answer->store->statements[select_project];
  serve_bind_number(project, "$1", answer->row >> project_shift);
  serve_bind_number(project, "$2", answer->store->organization);
  row = serve_row_of(answer, select_project);
  if (row)
    snprintf(
        answer->key, sizeof answer->key, "%s", (const char *)sqlite3_column_text(row, 2));
  int64_t workflow = row ? sqlite3_column_int64(row, 10) : 0;
  serve_reset(answer, select_project);
  serve_bind_number(answer->store->statements[select_ticket], "$1", answer->row);
  sqlite3_stmt *ticket = serve_row_of(answer, select_ticket);
  read_progress(answer, select_marks, workflow);
  read_progress(answer, select_values, workflow);
  return ticket;
}

static void bind_column(
    sqlite3_stmt *statement, const char *name, sqlite3_stmt *row, int column) {
  serve_bind_text(
      statement, name, (const char *)sqlite3_column_text(row, column),
      (size_t)sqlite3_column_bytes(row, column));
}

static int write_label(
    answer *answer, enum statement which, sqlite3_stmt *row, int64_t status, int64_t entered_at) {
  const char *next = (const char *)sqlite3_column_text(row, 8);
  const char *end = next + sqlite3_column_bytes(row, 8);
  sqlite3_stmt *statement = answer->store->statements[which];
  while (next && next < end) {
    const char *line = memchr(next, '\n', (size_t)(end - next));
    if (!line) line = end;
    serve_bind_number(statement, "$1", answer->row >> project_shift);
    serve_bind_text(statement, "$2", next, (size_t)(line - next));
    serve_bind_number(statement, "$3", status);
    serve_bind_number(statement, "$4", sqlite3_column_int64(row, 5));
    serve_bind_number(statement, "$5", entered_at);
    serve_bind_number(statement, "$6", answer->row);
    if (!serve_run(answer->store, which)) return 0;
    next = line + 1;
  }
  return 1;
}

static int add(answer *answer, int64_t status, int64_t change) {
  sqlite3_stmt *statement = answer->store->statements[count];
  serve_bind_number(statement, "$1", answer->row >> project_shift);
  serve_bind_number(statement, "$2", status);
  serve_bind_number(statement, "$3", change);
  return serve_run(answer->store, count);
}

static int write_row(answer *answer, sqlite3_stmt *row) {
  sqlite3_stmt *statement = answer->store->statements[update_ticket];
  serve_bind_number(statement, "$1", answer->row);
  bind_column(statement, "$2", row, 2);
  bind_column(statement, "$3", row, 8);
  sqlite3_bind_value(statement, serve_slot(statement, "$4"), sqlite3_column_value(row, 9));
  serve_bind_number(statement, "$5", 0);
  serve_bind_number(statement, "$6", sqlite3_column_int64(row, 13) + 1);
  bind_column(statement, "$7", row, 7);
  serve_bind_number(statement, "$8", answer->moved_at);
  bind_column(statement, "$9", row, 14);
  serve_bind_number(statement, "$10", answer->moved_to->id);
  serve_bind_number(statement, "$11", sqlite3_column_int64(row, 5));
  serve_bind_number(statement, "$12", answer->moved_at);
  bind_column(statement, "$13", row, 6);
  bind_column(statement, "$14", row, 15);
  serve_bind_text(statement, "$15", 0, 0);
  return serve_run(answer->store, update_ticket);
}

static int write_event(answer *answer, sqlite3_stmt *row, const baseline_status *from) {
  sqlite3_stmt *statement = answer->store->statements[insert_event];
  char trace[128];
  int length = snprintf(
      trace, sizeof trace, "{\"step\":{\"entered\":%lld,\"from\":%lld,\"to\":%lld}}",
      (long long)sqlite3_column_int64(row, 12), (long long)from->id,
      (long long)answer->moved_to->id);
  serve_bind_number(statement, "$1", answer->moved_at);
  serve_bind_text(statement, "$2", answer->asked->handle, strlen(answer->asked->handle));
  serve_bind_text(statement, "$3", 0, 0);
  serve_bind_number(statement, "$4", answer->row >> project_shift);
  serve_bind_number(statement, "$5", answer->row);
  serve_bind_text(statement, "$6", "ticket.moved", 12);
  serve_bind_text(statement, "$7", 0, 0);
  serve_bind_text(statement, "$8", from->name, strlen(from->name));
  serve_bind_text(statement, "$9", answer->moved_to->name, strlen(answer->moved_to->name));
  serve_bind_text(statement, "$10", 0, 0);
  serve_bind_text(statement, "$11", 0, 0);
  serve_bind_text(statement, "$12", trace, (size_t)length);
  serve_bind_text(statement, "$13", 0, 0);
  return serve_run(answer->store, insert_event);
}

int serve_move_ticket(answer *answer, sqlite3_stmt *row) {
  const baseline_status *from = serve_status_of(answer, sqlite3_column_int64(row, 4));
  int64_t entered_at = sqlite3_column_int64(row, 12);
  if (!from) return 0;
  if (from == answer->moved_to) {
    answer->moved_to = 0;
    return serve_run(answer->store, select_sequence);
  }
  return write_row(answer, row) && add(answer, from->id, -1) &&
         add(answer, answer->moved_to->id, 1) &&
         write_label(answer, delete_label, row, from->id, entered_at) &&
         write_label(answer, insert_label, row, answer->moved_to->id, answer->moved_at) &&
         write_event(answer, row, from) && serve_run(answer->store, select_sequence);
}

