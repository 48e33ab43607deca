/* The statements of our server for the two requests, in the order in which it runs them. That they are still
 * the server's is found out by `trace.h` at each run. */
#include "serve_statements.h"

#include "include/serve_baseline.h"

#define ACCOUNT_COLUMNS \
  "a.id, a.uuid, a.handle, a.display_name, a.email, a.uid, a.is_admin, a.is_active, a.created_at"
#define PROJECT_COLUMNS \
  "SELECT p.id, p.uuid, p.key, p.name, p.description, p.workflow IS NULL, w.uuid,\n" \
  "  p.ticket_counter, p.created_at, p.updated_at, w.id, w.revision\n" \
  "FROM project p JOIN organization o ON o.id = p.organization\n" \
  "JOIN workflow w ON w.id = coalesce(p.workflow, o.default_workflow)\n"

const char *const serve_statements[statement_count] = {
    [begin_reading] = "BEGIN",
    [begin_writing] = "BEGIN IMMEDIATE",
    [select_token] =
        "SELECT t.uuid, t.kind, t.name, t.scope, t.projects, t.agent, t.login, t.created_at,\n"
        "t.expires_at, t.last_used_at, " ACCOUNT_COLUMNS " FROM token t\n"
        "CROSS JOIN account a ON a.id = t.account WHERE t.digest = $1",
    [select_place] =
        "SELECT o.uuid, p.uuid FROM ticket t JOIN project p ON p.id = t.project\n"
        "JOIN organization o ON o.id = p.organization\n"
        "WHERE t.uuid = $1 AND p.deleted_at IS NULL",
    [select_role] =
        "SELECT role FROM member WHERE organization = (SELECT id FROM organization WHERE uuid = $1)\n"
        "  AND account = (SELECT id FROM account WHERE uuid = $2)",
    [select_project_role] =
        "SELECT role FROM project_member\n"
        "WHERE project = (SELECT id FROM project WHERE uuid = $1 AND deleted_at IS NULL)\n"
        "  AND account = (SELECT id FROM account WHERE uuid = $2)",
    [savepoint] = "SAVEPOINT request",
    [select_row] = "SELECT id FROM ticket WHERE uuid = $1",
    [select_project] =
        PROJECT_COLUMNS "WHERE p.id = $1 AND p.organization = $2 AND p.deleted_at IS NULL",
    [select_ticket] =
        "SELECT t.uuid, t.kind, t.title, coalesce(b.text, ''), t.status, t.priority, t.assignee,\n"
        "  t.reporter, t.labels, t.due, t.created_at, t.updated_at, t.entered_at, t.version, t.target,\n"
        "  t.agent, t.bound_status, t.bound_workflow, t.bound_revision, w.uuid\n"
        "FROM ticket t LEFT JOIN ticket_body b ON b.ticket = t.id\n"
        "LEFT JOIN workflow w ON w.id = t.bound_workflow WHERE t.id = $1",
    [select_marks] = "SELECT gate, item, by, at FROM gate_mark WHERE ticket = $1 AND workflow = $2",
    [select_values] =
        "SELECT field, type, text, by, at FROM field_value WHERE ticket = $1 AND workflow = $2",
    [select_comments] =
        "SELECT author, at, text FROM comment WHERE ticket = $1 ORDER BY at DESC, id DESC LIMIT $2",
    [update_ticket] =
        "UPDATE ticket SET title = $2, labels = $3, due = $4, met = $5, version = $6, reporter = $7,\n"
        "  updated_at = $8, target = $9, status = $10, priority = $11, entered_at = $12,\n"
        "  assignee = $13, agent = $14, bound_status = $15 WHERE id = $1",
    [count] =
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
    [select_project_by_id] =
        PROJECT_COLUMNS "WHERE p.uuid = $1 AND p.organization = $2 AND p.deleted_at IS NULL",
    [select_account] = "SELECT " ACCOUNT_COLUMNS " FROM account a WHERE a.handle = $1",
    [release] = "RELEASE request",
    [rollback] = "ROLLBACK",
    [commit] = "COMMIT",
};

static const enum statement reading[] = {
    begin_reading, select_token,   select_place,  select_role,   select_project_role, select_row,
    select_project, select_ticket, select_marks, select_values, select_comments, select_account,
    rollback,
};

static const enum statement moving[] = {
    begin_writing, select_token,    select_place,         select_role,    select_project_role,
    savepoint,     select_row,      select_project,       select_ticket,  select_marks,
    select_values, update_ticket,   count,                delete_label,   insert_label,
    insert_event,  select_sequence, select_project_by_id, select_account, release,
    commit,
};

const char *baseline_serve_reading_statement(int index) {
  int count = (int)(sizeof reading / sizeof *reading);
  return index < count ? serve_statements[reading[index]] : 0;
}

const char *baseline_serve_moving_statement(int index) {
  int count = (int)(sizeof moving / sizeof *moving);
  return index < count ? serve_statements[moving[index]] : 0;
}
