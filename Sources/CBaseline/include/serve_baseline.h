#pragma once
#include <stdint.h>

/* A status of the one workflow that the server knows, with what is printed of it. */
typedef struct {
  int64_t id;
  const char *name, *category;
  const char *available; /* where tickets in it may go, as JSON */
} baseline_status;

/* What a server reads of a workflow once and keeps. */
typedef struct {
  const char *uuid;
  int64_t revision;
  const baseline_status *statuses;
  int32_t status_count;
} baseline_workflow;

/* Serves a file at a port of this machine: GET of a ticket and POST of a transition, as our server answers
 * them to the bearer of a token. Returns only if it cannot, with a number that says where. */
int baseline_serve(
    const char *path, const char *journal_mode, uint16_t port, baseline_workflow workflow);

/* The texts of the statements that each of the requests runs; null after the last. */
const char *baseline_serve_reading_statement(int index);
const char *baseline_serve_moving_statement(int index);
