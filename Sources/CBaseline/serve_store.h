#pragma once
/* The file behind the server in C: what the two requests read, write and print. */
#include <stddef.h>
#include <stdint.h>

#include "include/serve_baseline.h"

enum { reply_limit = 1 << 17, status_name_limit = 128 };

/* One request and its answer. */
typedef struct {
  char token[128];
  uint8_t ticket[16];
  char to_status[status_name_limit];
  int status;       /* of HTTP */
  int64_t version;  /* of the ticket */
  char handle[128]; /* whose token it is */
  char *body;
  size_t length, capacity;
} request;

typedef struct serve_store serve_store;

serve_store *serve_store_open(
    const char *path, const char *journal_mode, baseline_workflow workflow);

/* Reads the ticket and prints it. */
void serve_store_read(serve_store *store, request *asked);

/* One transaction around moves; ending it answers whether they are durable. */
int serve_store_begin(serve_store *store);
int serve_store_end(serve_store *store);

/* Moves the ticket and prints it, or takes back what it wrote. */
void serve_store_move(serve_store *store, request *asked);
