/* A ticket as it is printed: the members in the order of their names, as our server sorts them. */
#include <string.h>

#include "serve_answer.h"

/* The place of a person among those who were looked up, each once. */
static int find_person(answer *answer, const char *handle, size_t length) {
  int found = 0;
  while (found < answer->people_count && (answer->people[found].length != length ||
                                          memcmp(answer->people[found].handle, handle, length)))
    found++;
  if (found < answer->people_count || found == people_limit) return found;
  serve_bind_text(answer->store->statements[select_account], "$1", handle, length);
  sqlite3_stmt *row = serve_row_of(answer, select_account);
  answer->people[found].handle = handle;
  answer->people[found].length = length;
  answer->people[found].is_known = row && serve_copy_id(row, 1, answer->people[found].id);
  serve_reset(answer, select_account);
  answer->people_count++;
  return found;
}

static void print_person(answer *answer, const char *handle, size_t length) {
  int found = handle ? find_person(answer, handle, length) : people_limit;
  if (found < people_limit && answer->people[found].is_known)
    json_uuid(&answer->json, answer->people[found].id);
  else
    json_word(&answer->json, "null");
}

static void print_text(answer *answer, const char *name, sqlite3_stmt *row, int column) {
  json_word(&answer->json, name);
  const char *text = (const char *)sqlite3_column_text(row, column);
  json_string(&answer->json, text, (size_t)sqlite3_column_bytes(row, column));
}

static void print_moment(answer *answer, const char *name, int64_t moment) {
  json_word(&answer->json, name);
  json_moment(&answer->json, moment);
}

static void print_person_of(answer *answer, const char *name, sqlite3_stmt *row, int column) {
  json_word(&answer->json, name);
  const char *handle = (const char *)sqlite3_column_text(row, column);
  print_person(answer, handle, (size_t)sqlite3_column_bytes(row, column));
}

/* The handles in rows that are stepped over do not stay, so authors are found before the next step. */
static void print_comments(answer *answer, sqlite3_stmt *ticket) {
  const char *reporter = (const char *)sqlite3_column_text(ticket, 7);
  if (reporter) find_person(answer, reporter, (size_t)sqlite3_column_bytes(ticket, 7));
  sqlite3_stmt *comments = answer->store->statements[select_comments];
  serve_bind_number(comments, "$1", answer->row);
  serve_bind_number(comments, "$2", comment_limit);
  json_word(&answer->json, ",\"comments\":[");
  int known = answer->people_count;
  for (int i = 0; sqlite3_step(comments) == SQLITE_ROW; i++) {
    print_text(answer, i ? ",{\"author\":" : "{\"author\":", comments, 0);
    print_person_of(answer, ",\"author_id\":", comments, 0);
    print_moment(answer, ",\"created_at\":", sqlite3_column_int64(comments, 1));
    print_text(answer, ",\"text\":", comments, 2);
    json_word(&answer->json, "}");
    answer->people_count = known;
  }
  sqlite3_reset(comments);
  json_word(&answer->json, "]");
}

static void print_labels(answer *answer, sqlite3_stmt *row) {
  const char *text = (const char *)sqlite3_column_text(row, 8);
  const char *end = text + sqlite3_column_bytes(row, 8);
  json_word(&answer->json, ",\"labels\":[");
  for (const char *next = text; next && next < end;) {
    const char *line = memchr(next, '\n', (size_t)(end - next));
    if (!line) line = end;
    if (next != text) json_word(&answer->json, ",");
    json_string(&answer->json, next, (size_t)(line - next));
    next = line + 1;
  }
  json_word(&answer->json, "]");
}

static void print_word(answer *answer, const char *name, const char *word) {
  json_word(&answer->json, name);
  json_string(&answer->json, word, strlen(word));
}

static void print_number(answer *answer, const char *name, int64_t number) {
  json_word(&answer->json, name);
  json_number(&answer->json, number);
}

/* Reads the project once more for the workflow that the ticket is printed with, as the server does. */
static void find_workflow(answer *answer) {
  sqlite3_stmt *statement = answer->store->statements[select_project_by_id];
  serve_bind_bytes(statement, "$1", answer->project, 16);
  serve_bind_number(statement, "$2", answer->store->organization);
  serve_run(answer->store, select_project_by_id);
}

static void print_rest(answer *answer, sqlite3_stmt *row, const baseline_status *status) {
  static const char *const priorities[] = {"", "Low", "Medium", "High", "Urgent"};
  const baseline_workflow *workflow = &answer->store->workflow;
  json_word(&answer->json, ",\"id\":");
  json_uuid(&answer->json, answer->asked->ticket);
  int64_t number = answer->row >> number_shift & ((1 << 30) - 1);
  json_word(&answer->json, ",\"key\":\"");
  json_word(&answer->json, answer->key);
  json_word(&answer->json, "-");
  json_number(&answer->json, number);
  print_text(answer, "\",\"kind\":", row, 1);
  print_labels(answer, row);
  print_word(answer, ",\"priority\":", priorities[sqlite3_column_int(row, 5)]);
  json_word(&answer->json, ",\"project_id\":");
  json_uuid(&answer->json, answer->project);
  print_text(answer, ",\"reporter\":", row, 7);
  print_person_of(answer, ",\"reporter_id\":", row, 7);
  print_word(answer, ",\"status\":", status->name);
  print_number(answer, ",\"ticket_number\":", number);
  print_text(answer, ",\"title\":", row, 2);
  int64_t moment = answer->moved_to ? answer->moved_at : sqlite3_column_int64(row, 11);
  print_moment(answer, ",\"updated_at\":", moment);
  answer->asked->version = sqlite3_column_int64(row, 13) + (answer->moved_to ? 1 : 0);
  print_number(answer, ",\"version\":", answer->asked->version);
  print_word(answer, ",\"workflow_id\":", workflow->uuid);
  print_number(answer, ",\"workflow_revision\":", workflow->revision);
  json_word(&answer->json, "}");
}

void serve_print_ticket(answer *answer, sqlite3_stmt *row, int is_detail) {
  const baseline_status *status =
      answer->moved_to ? answer->moved_to : serve_status_of(answer, sqlite3_column_int64(row, 4));
  if (!status) return;
  if (!is_detail) find_workflow(answer);
  print_text(answer, "{\"active_agent_id\":", row, 15);
  print_text(answer, ",\"assignee\":", row, 6);
  print_person_of(answer, ",\"assignee_id\":", row, 6);
  if (is_detail) {
    json_word(&answer->json, ",\"available\":");
    json_word(&answer->json, status->available);
  }
  json_word(&answer->json, ",\"bound\":false");
  print_word(answer, ",\"category\":", status->category);
  if (is_detail) print_comments(answer, row);
  print_moment(answer, ",\"created_at\":", sqlite3_column_int64(row, 10));
  print_text(answer, ",\"description\":", row, 3);
  json_word(&answer->json, ",\"due\":");
  if (sqlite3_column_type(row, 9) == SQLITE_NULL)
    json_word(&answer->json, "null");
  else
    json_day(&answer->json, sqlite3_column_int64(row, 9));
  int64_t entered = answer->moved_to ? answer->moved_at : sqlite3_column_int64(row, 12);
  print_moment(answer, ",\"entered_at\":", entered);
  print_text(answer, ",\"execution_target\":", row, 14);
  if (is_detail) json_word(&answer->json, ",\"fields\":{},\"gates\":[]");
  print_rest(answer, row, status);
}
