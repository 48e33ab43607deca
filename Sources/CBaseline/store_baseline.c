/* What our store does, by the bare interface of SQLite.
 *
 * It is a fair measure because it runs the same statements in the same order on the same file, prepared
 * once, in the same journal mode and as durable, and copies out the columns that a program would keep; but it
 * checks no rules, makes no values of a higher kind and asks nothing of anyone. That the statements of
 * a transition are still those of the store is found out by `trace.h` at each run. */
#include "include/store_baseline.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CARD_COLUMNS \
  "t.id, t.status, t.priority, t.entered_at, t.title, t.assignee, t.labels, t.due, t.met,\n" \
  "t.version, t.agent, t.bound_workflow, t.bound_revision, t.bound_status"

enum {
  project_shift = 40,
  label_limit = 50,
  text_limit = 1 << 16,
};

enum statement {
  begin,
  select_project,
  select_ticket,
  select_marks,
  select_values,
  update_ticket,
  count_out,
  count_in,
  delete_label,
  insert_label,
  insert_event,
  select_sequence,
  commit,
  transition_end,
  search = transition_end,
  statement_count
};

static const char *const texts[statement_count] = {
    [begin] = "BEGIN IMMEDIATE",
    [select_project] =
        "SELECT p.id, p.uuid, p.key, p.name, p.description, p.workflow IS NULL, w.uuid,\n"
        "  p.ticket_counter, p.created_at, p.updated_at, w.id, w.revision\n"
        "FROM project p JOIN organization o ON o.id = p.organization\n"
        "JOIN workflow w ON w.id = coalesce(p.workflow, o.default_workflow)\n"
        "WHERE p.organization = $1 AND p.key = $2 AND p.deleted_at IS NULL",
    [select_ticket] =
        "SELECT t.uuid, t.kind, t.title, coalesce(b.text, ''), t.status, t.priority, t.assignee,\n"
        "  t.reporter, t.labels, t.due, t.created_at, t.updated_at, t.entered_at, t.version, t.target,\n"
        "  t.agent, t.bound_status, t.bound_workflow, t.bound_revision, w.uuid\n"
        "FROM ticket t LEFT JOIN ticket_body b ON b.ticket = t.id\n"
        "LEFT JOIN workflow w ON w.id = t.bound_workflow WHERE t.id = $1",
    [select_marks] = "SELECT gate, item, by, at FROM gate_mark WHERE ticket = $1 AND workflow = $2",
    [select_values] =
        "SELECT field, type, text, by, at FROM field_value WHERE ticket = $1 AND workflow = $2",
    [update_ticket] =
        "UPDATE ticket SET title = $2, labels = $3, due = $4, met = $5, version = $6, reporter = $7,\n"
        "  updated_at = $8, target = $9, status = $10, priority = $11, entered_at = $12,\n"
        "  assignee = $13, agent = $14, bound_status = $15 WHERE id = $1",
    [count_out] =
        "INSERT INTO counter (project, status, n) VALUES ($1, $2, $3)\n"
        "ON CONFLICT DO UPDATE SET n = n + excluded.n",
    [count_in] =
        "INSERT INTO counter (project, status, n) VALUES ($1, $2, $3)\n"
        "ON CONFLICT DO UPDATE SET n = n + excluded.n",
    [delete_label] =
        "DELETE FROM label WHERE project = $1 AND label = $2 AND status = $3 AND priority = $4\n"
        "  AND entered_at = $5 AND ticket = $6",
    [insert_label] =
        "INSERT INTO label (project, label, status, priority, entered_at, ticket)\n"
        "VALUES ($1, $2, $3, $4, $5, $6)",
    [insert_event] =
        "INSERT INTO event (at, actor, agent, project, ticket, kind, subject, from_text, to_text,\n"
        "  warning, change, trace, organization)\n"
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    [select_sequence] = "SELECT max(sequence) FROM event",
    [commit] = "COMMIT",
    [search] =
        "SELECT " CARD_COLUMNS " FROM search s CROSS JOIN ticket t ON t.id = s.rowid\n"
        "WHERE search MATCH $1 AND s.rowid BETWEEN $2 AND $3 ORDER BY s.rowid DESC",
};

struct baseline_store {
  sqlite3 *database;
  sqlite3_stmt *statements[statement_count];
  int64_t organization;
  int64_t workflow; /* of the project that was read last */
  char kept[text_limit]; /* where texts are copied to, as into a program's own values */
  size_t kept_count;
};

const char *baseline_library_version(void) { return sqlite3_libversion(); }

const char *baseline_store_problem(baseline_store *store) {
  return store ? sqlite3_errmsg(store->database) : "the file cannot be opened";
}

const char *baseline_transition_statement(int index) {
  return index < transition_end ? texts[index] : 0;
}

static int prepare(baseline_store *store) {
  for (int i = 0; i < statement_count; i++) {
    int result = sqlite3_prepare_v3(
        store->database, texts[i], -1, SQLITE_PREPARE_PERSISTENT, &store->statements[i], 0);
    if (result != SQLITE_OK) return 0;
  }
  return 1;
}

/* Waits for locks as our store does, so that neither side is faster by being less patient. */
static int wait_for_lock(void *context, int attempts) {
  (void)context;
  sqlite3_sleep(1);
  return attempts < 10000;
}

static int64_t number(baseline_store *store, const char *sql) {
  sqlite3_stmt *statement = 0;
  int64_t value = -1;
  if (sqlite3_prepare_v2(store->database, sql, -1, &statement, 0) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW)
    value = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return value;
}

baseline_store *baseline_store_open(const char *path, const char *journal_mode) {
  char pragmas[128];
  baseline_store *store = calloc(1, sizeof *store);
  if (!store) return 0;
  snprintf(
      pragmas, sizeof pragmas,
      "PRAGMA journal_mode = %s; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", journal_mode);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(path, &store->database, flags, 0) != SQLITE_OK ||
      sqlite3_busy_handler(store->database, wait_for_lock, 0) != SQLITE_OK ||
      sqlite3_exec(store->database, pragmas, 0, 0, 0) != SQLITE_OK || !prepare(store)) {
    baseline_store_close(store);
    return 0;
  }
  store->organization = number(store, "SELECT id FROM organization ORDER BY id LIMIT 1");
  return store;
}

void baseline_store_close(baseline_store *store) {
  for (int i = 0; i < statement_count; i++) sqlite3_finalize(store->statements[i]);
  sqlite3_close(store->database);
  free(store);
}

static void bind_text(sqlite3_stmt *statement, const char *name, const char *text, int length) {
  int slot = sqlite3_bind_parameter_index(statement, name);
  if (text)
    sqlite3_bind_text(statement, slot, text, length, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null(statement, slot);
}

static void bind_number(sqlite3_stmt *statement, const char *name, int64_t value) {
  sqlite3_bind_int64(statement, sqlite3_bind_parameter_index(statement, name), value);
}

/* Runs a statement without rows. */
static int run(sqlite3_stmt *statement) {
  int result = sqlite3_step(statement);
  sqlite3_reset(statement);
  return result == SQLITE_DONE || result == SQLITE_ROW;
}

static const char *keep(baseline_store *store, sqlite3_stmt *row, int column, int *length) {
  const unsigned char *text = sqlite3_column_text(row, column);
  size_t count = (size_t)sqlite3_column_bytes(row, column);
  *length = (int)count;
  if (!text || count > text_limit / 2) return 0;
  if (store->kept_count + count > text_limit) store->kept_count = 0;
  char *copy = store->kept + store->kept_count;
  memcpy(copy, text, count);
  store->kept_count += count;
  return copy;
}

int64_t baseline_project(baseline_store *store, const char *key) {
  sqlite3_stmt *statement = store->statements[select_project];
  bind_number(statement, "$1", store->organization);
  bind_text(statement, "$2", key, -1);
  int64_t row = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
  sqlite3_reset(statement);
  return row;
}

int64_t baseline_search(baseline_store *store, const char *match, int64_t project, int limit) {
  sqlite3_stmt *row = store->statements[search];
  int64_t count = 0, sum = 0;
  int length, result = SQLITE_DONE;
  bind_text(row, "$1", match, -1);
  bind_number(row, "$2", project << project_shift);
  bind_number(row, "$3", ((project + 1) << project_shift) - 1);
  while (count < limit && (result = sqlite3_step(row)) == SQLITE_ROW) {
    count++;
    for (int column = 0; column < 4; column++) sum += sqlite3_column_int64(row, column);
    for (int column = 4; column < 7; column++) keep(store, row, column, &length);
    for (int column = 7; column < 10; column++) sum += sqlite3_column_int64(row, column);
  }
  sqlite3_reset(row);
  return result == SQLITE_DONE || count == limit ? count + 0 * sum : -1;
}

/* What of a ticket a move has to know. */
typedef struct {
  const char *title, *assignee, *reporter, *labels, *target, *agent;
  int title_length, assignee_length, reporter_length, labels_length, target_length, agent_length;
  int64_t status, priority, entered_at, version;
  int has_due;
  int64_t due;
} ticket;

static int read_all(baseline_store *store, sqlite3_stmt *statement) {
  int length, result;
  while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(statement); i++) keep(store, statement, i, &length);
  }
  sqlite3_reset(statement);
  return result == SQLITE_DONE;
}

static int read_ticket(baseline_store *store, int64_t row, ticket *found) {
  sqlite3_stmt *statement = store->statements[select_ticket];
  int length;
  bind_number(statement, "$1", row);
  int is_found = sqlite3_step(statement) == SQLITE_ROW;
  if (is_found) {
    found->title = keep(store, statement, 2, &found->title_length);
    keep(store, statement, 3, &length);
    found->status = sqlite3_column_int64(statement, 4);
    found->priority = sqlite3_column_int64(statement, 5);
    found->assignee = keep(store, statement, 6, &found->assignee_length);
    found->reporter = keep(store, statement, 7, &found->reporter_length);
    found->labels = keep(store, statement, 8, &found->labels_length);
    found->has_due = sqlite3_column_type(statement, 9) != SQLITE_NULL;
    found->due = sqlite3_column_int64(statement, 9);
    found->entered_at = sqlite3_column_int64(statement, 12);
    found->version = sqlite3_column_int64(statement, 13);
    found->target = keep(store, statement, 14, &found->target_length);
    found->agent = keep(store, statement, 15, &found->agent_length);
  }
  sqlite3_reset(statement);
  return is_found;
}

static int read_project(baseline_store *store, const baseline_move *move) {
  sqlite3_stmt *statement = store->statements[select_project];
  int length;
  bind_number(statement, "$1", store->organization);
  bind_text(statement, "$2", move->project_key, -1);
  int is_found = sqlite3_step(statement) == SQLITE_ROW;
  if (is_found) {
    for (int i = 0; i < sqlite3_column_count(statement); i++) keep(store, statement, i, &length);
    store->workflow = sqlite3_column_int64(statement, 10);
  }
  sqlite3_reset(statement);
  return is_found;
}

static int read_progress(baseline_store *store, enum statement which, int64_t ticket) {
  bind_number(store->statements[which], "$1", ticket);
  bind_number(store->statements[which], "$2", store->workflow);
  return read_all(store, store->statements[which]);
}

static int read_state(baseline_store *store, const baseline_move *move, ticket *found) {
  return read_project(store, move) && read_ticket(store, move->ticket, found) &&
         read_progress(store, select_marks, move->ticket) &&
         read_progress(store, select_values, move->ticket);
}

static int write_ticket(baseline_store *store, const baseline_move *move, const ticket *found) {
  sqlite3_stmt *statement = store->statements[update_ticket];
  bind_number(statement, "$1", move->ticket);
  bind_text(statement, "$2", found->title, found->title_length);
  bind_text(statement, "$3", found->labels, found->labels_length);
  if (found->has_due)
    bind_number(statement, "$4", found->due);
  else
    bind_text(statement, "$4", 0, 0);
  bind_number(statement, "$5", 0);
  bind_number(statement, "$6", found->version + 1);
  bind_text(statement, "$7", found->reporter, found->reporter_length);
  bind_number(statement, "$8", move->at);
  bind_text(statement, "$9", found->target, found->target_length);
  bind_number(statement, "$10", move->to);
  bind_number(statement, "$11", found->priority);
  bind_number(statement, "$12", move->at);
  bind_text(statement, "$13", found->assignee, found->assignee_length);
  bind_text(statement, "$14", found->agent, found->agent_length);
  bind_text(statement, "$15", 0, 0);
  return run(statement);
}

static int count(baseline_store *store, enum statement which, int64_t project, int64_t status, int change) {
  sqlite3_stmt *statement = store->statements[which];
  bind_number(statement, "$1", project);
  bind_number(statement, "$2", status);
  bind_number(statement, "$3", change);
  return run(statement);
}

static int write_label(
    baseline_store *store, enum statement which, const char *label, int length, int64_t status,
    int64_t entered_at, const baseline_move *move, const ticket *found) {
  sqlite3_stmt *statement = store->statements[which];
  bind_number(statement, "$1", move->ticket >> project_shift);
  bind_text(statement, "$2", label, length);
  bind_number(statement, "$3", status);
  bind_number(statement, "$4", found->priority);
  bind_number(statement, "$5", entered_at);
  bind_number(statement, "$6", move->ticket);
  return run(statement);
}

/* Labels are lines; each has a row that carries the place on the board. All go before the first comes. */
static int write_labels(
    baseline_store *store, enum statement which, int64_t status, int64_t entered_at,
    const baseline_move *move, const ticket *found) {
  const char *rest = found->labels, *end = found->labels + found->labels_length;
  while (rest && rest < end) {
    const char *line_end = memchr(rest, '\n', (size_t)(end - rest));
    if (!line_end) line_end = end;
    int length = (int)(line_end - rest);
    if (!write_label(store, which, rest, length, status, entered_at, move, found)) return 0;
    rest = line_end + 1;
  }
  return 1;
}

static int write_event(
    baseline_store *store, const baseline_move *move, const ticket *found, int64_t *change) {
  sqlite3_stmt *statement = store->statements[insert_event];
  char trace[128];
  snprintf(
      trace, sizeof trace, "{\"step\":{\"entered\":%lld,\"from\":%lld,\"to\":%lld}}",
      (long long)found->entered_at, (long long)move->from, (long long)move->to);
  bind_number(statement, "$1", move->at);
  bind_text(statement, "$2", "ana", -1);
  bind_text(statement, "$3", 0, 0);
  bind_number(statement, "$4", move->ticket >> project_shift);
  bind_number(statement, "$5", move->ticket);
  bind_text(statement, "$6", "ticket.moved", -1);
  bind_text(statement, "$7", 0, 0);
  bind_text(statement, "$8", move->from_name, -1);
  bind_text(statement, "$9", move->to_name, -1);
  bind_text(statement, "$10", 0, 0);
  if (*change)
    bind_number(statement, "$11", *change);
  else
    bind_text(statement, "$11", 0, 0);
  bind_text(statement, "$12", trace, -1);
  bind_text(statement, "$13", 0, 0);
  int is_done = run(statement);
  if (!*change) *change = sqlite3_last_insert_rowid(store->database);
  return is_done;
}

static int write_all(baseline_store *store, const baseline_move *move, int64_t *change) {
  int64_t project = move->ticket >> project_shift;
  ticket found;
  store->kept_count = 0;
  return read_state(store, move, &found) && found.status == move->from &&
         write_ticket(store, move, &found) && count(store, count_out, project, move->from, -1) &&
         count(store, count_in, project, move->to, 1) &&
         write_labels(store, delete_label, move->from, found.entered_at, move, &found) &&
         write_labels(store, insert_label, move->to, move->at, move, &found) &&
         write_event(store, move, &found, change);
}

int baseline_transitions(baseline_store *store, const baseline_move *moves, int count) {
  int64_t change = 0;
  if (!run(store->statements[begin])) return 0;
  int is_done = 1;
  for (int i = 0; i < count && is_done; i++) is_done = write_all(store, &moves[i], &change);
  if (is_done && read_all(store, store->statements[select_sequence]) &&
      run(store->statements[commit]))
    return 1;
  sqlite3_exec(store->database, "ROLLBACK", 0, 0, 0);
  return 0;
}

int baseline_transition(baseline_store *store, const baseline_move *move) {
  return baseline_transitions(store, move, 1);
}
