#pragma once
/* The statements of our server for the two requests; each is prepared once. */

enum statement {
  begin_reading,
  begin_writing,
  select_token,
  select_place,
  select_role,
  select_project_role,
  savepoint,
  select_row,
  select_project,
  select_ticket,
  select_marks,
  select_values,
  select_comments,
  update_ticket,
  count,
  delete_label,
  insert_label,
  insert_event,
  select_sequence,
  select_project_by_id,
  select_account,
  release,
  rollback,
  commit,
  statement_count
};

extern const char *const serve_statements[statement_count];
