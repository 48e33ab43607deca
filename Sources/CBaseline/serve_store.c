/* What our server does with the file for the two requests, by the bare interface of SQLite.
 *
 * It is a fair measure because it runs the same statements in the same order on the same file, looks up
 * the bearer of the token and their role, and prints the same members; but it makes no values of a higher
 * kind and knows one workflow, without gates and limits, by heart. */
#include "serve_store.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "serve_answer.h"

int serve_run(serve_store *store, enum statement which) {
  sqlite3_stmt *statement = store->statements[which];
  int result;
  while ((result = sqlite3_step(statement)) == SQLITE_ROW) continue;
  sqlite3_reset(statement);
  return result == SQLITE_DONE;
}

/* Placeholders are numbered by where they first stand in a text; these know it. */
int serve_slot(sqlite3_stmt *statement, const char *name) {
  return sqlite3_bind_parameter_index(statement, name);
}

void serve_bind_number(sqlite3_stmt *statement, const char *name, int64_t number) {
  sqlite3_bind_int64(statement, serve_slot(statement, name), number);
}

void serve_bind_text(sqlite3_stmt *statement, const char *name, const char *text, size_t length) {
  if (text)
    sqlite3_bind_text(statement, serve_slot(statement, name), text, (int)length, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null(statement, serve_slot(statement, name));
}

void serve_bind_bytes(
    sqlite3_stmt *statement, const char *name, const uint8_t *bytes, size_t length) {
  sqlite3_bind_blob(statement, serve_slot(statement, name), bytes, (int)length, SQLITE_TRANSIENT);
}

int serve_copy_id(sqlite3_stmt *row, int column, uint8_t *id) {
  const void *bytes = sqlite3_column_blob(row, column);
  if (!bytes || sqlite3_column_bytes(row, column) != 16) return 0;
  memcpy(id, bytes, 16);
  return 1;
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_REALTIME, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

serve_store *serve_store_open(
    const char *path, const char *journal_mode, baseline_workflow workflow) {
  char pragmas[128];
  serve_store *store = calloc(1, sizeof *store);
  if (!store || sodium_init() < 0) return 0;
  store->workflow = workflow;
  snprintf(
      pragmas, sizeof pragmas,
      "PRAGMA journal_mode = %s; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
      "PRAGMA cell_size_check = ON", journal_mode);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(path, &store->database, flags, 0) != SQLITE_OK ||
      sqlite3_exec(store->database, pragmas, 0, 0, 0) != SQLITE_OK)
    return 0;
  for (int i = 0; i < statement_count; i++) {
    if (sqlite3_prepare_v3(
            store->database, serve_statements[i], -1, SQLITE_PREPARE_PERSISTENT, &store->statements[i], 0) !=
        SQLITE_OK)
      return 0;
  }
  sqlite3_stmt *first = 0;
  sqlite3_prepare_v2(store->database, "SELECT min(id) FROM organization", -1, &first, 0);
  if (sqlite3_step(first) == SQLITE_ROW) store->organization = sqlite3_column_int64(first, 0);
  sqlite3_finalize(first);
  return store;
}

/* The row that a bound statement gives; the caller resets it. */
sqlite3_stmt *serve_row_of(answer *answer, enum statement which) {
  sqlite3_stmt *statement = answer->store->statements[which];
  return sqlite3_step(statement) == SQLITE_ROW ? statement : 0;
}

void serve_reset(answer *answer, enum statement which) {
  sqlite3_reset(answer->store->statements[which]);
}

const baseline_status *serve_status_of(answer *answer, int64_t id) {
  const baseline_workflow *workflow = &answer->store->workflow;
  for (int i = 0; i < workflow->status_count; i++)
    if (workflow->statuses[i].id == id) return &workflow->statuses[i];
  return 0;
}

static const baseline_status *status_named(answer *answer, const char *name) {
  const baseline_workflow *workflow = &answer->store->workflow;
  for (int i = 0; i < workflow->status_count; i++)
    if (!strcmp(workflow->statuses[i].name, name)) return &workflow->statuses[i];
  return 0;
}

/* Who asks, by the digest of their token. */
static int find_caller(answer *answer, int64_t moment) {
  uint8_t digest[32];
  const char *token = answer->asked->token;
  crypto_generichash(digest, sizeof digest, (const uint8_t *)token, strlen(token), 0, 0);
  serve_bind_bytes(answer->store->statements[select_token], "$1", digest, sizeof digest);
  sqlite3_stmt *row = serve_row_of(answer, select_token);
  int is_good = row && strcmp((const char *)sqlite3_column_text(row, 1), "refresh") != 0 &&
                (sqlite3_column_type(row, 8) == SQLITE_NULL ||
                 sqlite3_column_int64(row, 8) > moment) &&
                sqlite3_column_int(row, 17) == 1 && serve_copy_id(row, 11, answer->account);
  if (is_good) {
    snprintf(
        answer->asked->handle, sizeof answer->asked->handle, "%s",
        (const char *)sqlite3_column_text(row, 12));
    answer->people[0].handle = answer->asked->handle;
    answer->people[0].length = strlen(answer->asked->handle);
    answer->people[0].is_known = 1;
    memcpy(answer->people[0].id, answer->account, 16);
    answer->people_count = 1;
  }
  serve_reset(answer, select_token);
  return is_good;
}

/* Whether they are at least a member there. */
static int has_role(answer *answer, enum statement which, const uint8_t *place) {
  sqlite3_stmt *role = answer->store->statements[which];
  serve_bind_bytes(role, "$1", place, 16);
  serve_bind_bytes(role, "$2", answer->account, 16);
  sqlite3_stmt *row = serve_row_of(answer, which);
  const char *word = row ? (const char *)sqlite3_column_text(row, 0) : 0;
  int has = word && (!strcmp(word, "member") || !strcmp(word, "admin") || !strcmp(word, "owner"));
  serve_reset(answer, which);
  return has;
}

/* Whether they may: members may do both. */
static int find_role(answer *answer) {
  serve_bind_bytes(answer->store->statements[select_place], "$1", answer->asked->ticket, 16);
  sqlite3_stmt *row = serve_row_of(answer, select_place);
  int is_found = row && serve_copy_id(row, 0, answer->organization) && serve_copy_id(row, 1, answer->project);
  serve_reset(answer, select_place);
  if (!is_found) return 0;
  /* The higher of both. */
  int wide = has_role(answer, select_role, answer->organization);
  return has_role(answer, select_project_role, answer->project) || wide;
}

static void finish(answer *answer, int status) {
  answer->asked->status = status;
  answer->asked->body = answer->json.bytes;
  answer->asked->length = answer->json.length;
  answer->asked->capacity = answer->json.capacity;
}

void serve_store_read(serve_store *store, request *asked) {
  answer answer = {.store = store, .asked = asked, .json = {asked->body, 0, asked->capacity}};
  serve_run(store, begin_reading);
  int status = !find_caller(&answer, now()) ? 401 : !find_role(&answer) ? 404 : 200;
  sqlite3_stmt *ticket = status == 200 ? serve_find_ticket(&answer) : 0;
  if (ticket) serve_print_ticket(&answer, ticket, 1);
  serve_reset(&answer, select_ticket);
  serve_run(store, rollback);
  finish(&answer, status);
}

int serve_store_begin(serve_store *store) { return serve_run(store, begin_writing); }

int serve_store_end(serve_store *store) { return serve_run(store, commit); }

void serve_store_move(serve_store *store, request *asked) {
  answer answer = {.store = store, .asked = asked, .json = {asked->body, 0, asked->capacity}};
  answer.moved_at = now();
  int status = !find_caller(&answer, answer.moved_at) ? 401 : !find_role(&answer) ? 404 : 200;
  if (status != 200) return finish(&answer, status);
  serve_run(store, savepoint);
  answer.moved_to = status_named(&answer, asked->to_status);
  sqlite3_stmt *ticket = serve_find_ticket(&answer);
  int is_done = ticket && answer.moved_to && serve_move_ticket(&answer, ticket);
  if (is_done) serve_print_ticket(&answer, ticket, 0);
  serve_reset(&answer, select_ticket);
  if (!is_done) sqlite3_exec(store->database, "ROLLBACK TO request", 0, 0, 0);
  serve_run(store, release);
  finish(&answer, is_done ? 200 : 422);
}
