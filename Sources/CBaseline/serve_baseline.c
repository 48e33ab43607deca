/* Our server in C: the same HTTP library, the same work for each of two requests, the same line in the log.
 *
 * Reads are answered by the thread of the connection, writes by one thread that makes those that wait durable
 * together. It is for at most 64 connections, and is only ever stopped by the end of its process. */
#define _GNU_SOURCE
#include "include/serve_baseline.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "json_text.h"
#include "serve_store.h"

enum { body_limit = 1 << 12, threads = 2, connections = 512 };

typedef struct exchange {
  request asked;
  int64_t start;
  int is_write, is_answered;
  char sent[body_limit];
  size_t sent_length;
  struct MHD_Connection *connection;
  struct exchange *next;
} exchange;

static serve_store *store;
/* It is held for some microseconds only, which are better waited for awake. */
static pthread_mutex_t file_lock = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;
static pthread_mutex_t queue_lock = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;
static pthread_cond_t queue_bell = PTHREAD_COND_INITIALIZER;
static exchange *queue;
static exchange **queue_end = &queue;
static atomic_long names;
static pid_t run_number; /* tells the requests of one run from those of another */

static int64_t read_clock(clockid_t clock, int64_t parts) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (int64_t)time.tv_sec * parts + time.tv_nsec / (1000000000 / parts);
}

/* Answers, and writes what our server writes of it. */
static enum MHD_Result answer(struct MHD_Connection *connection, exchange *one) {
  static const enum MHD_ResponseMemoryMode copied = MHD_RESPMEM_MUST_COPY;
  char name[32], tag[32];
  request *asked = &one->asked;
  snprintf(name, sizeof name, "%08x-%ld", (unsigned)run_number, atomic_fetch_add(&names, 1) + 1);
  snprintf(tag, sizeof tag, "\"%lld\"", (long long)asked->version);
  struct MHD_Response *response =
      MHD_create_response_from_buffer(asked->length, asked->body, copied);
  if (!response) return MHD_NO;
  if (asked->status == 200) MHD_add_response_header(response, "ETag", tag);
  MHD_add_response_header(response, "Cache-Control", "no-store");
  MHD_add_response_header(response, "Content-Type", "application/json");
  MHD_add_response_header(response, "X-Request-Id", name);
  enum MHD_Result result = MHD_queue_response(connection, (unsigned)asked->status, response);
  MHD_destroy_response(response);
  json_text moment = {0};
  json_moment(&moment, read_clock(CLOCK_REALTIME, 1000));
  double time = (double)(read_clock(CLOCK_MONOTONIC, 1000000) - one->start) / 1000;
  char line[256];
  int length = snprintf(
      line, sizeof line, "%.24s request method=%s path=/api/v1/tickets/{ticket}%s status=%d ms=%.1f user=%s id=%s\n",
      moment.bytes + 1, one->is_write ? "POST" : "GET", one->is_write ? "/transition" : "",
      asked->status, time, asked->handle, name);
  free(moment.bytes);
  return write(2, line, (size_t)length) == length ? result : MHD_NO;
}

static exchange *take_all(void) {
  pthread_mutex_lock(&queue_lock);
  while (!queue) pthread_cond_wait(&queue_bell, &queue_lock);
  exchange *first = queue;
  queue = 0;
  queue_end = &queue;
  pthread_mutex_unlock(&queue_lock);
  return first;
}

static void *write_groups(void *context) {
  (void)context;
  while (1) {
    exchange *first = take_all();
    pthread_mutex_lock(&file_lock);
    serve_store_begin(store);
    for (exchange *one = first; one; one = one->next) serve_store_move(store, &one->asked);
    int is_kept = serve_store_end(store);
    pthread_mutex_unlock(&file_lock);
    for (exchange *one = first; one;) {
      /* Once it is resumed it belongs to the thread of the connection. */
      exchange *next = one->next;
      if (!is_kept) one->asked.status = 503;
      one->is_answered = 1;
      MHD_resume_connection(one->connection);
      one = next;
    }
  }
  return 0;
}

/* The text of the one member that the body must have. */
static int read_status(exchange *one) {
  static const char member[] = "\"to_status\"";
  one->sent[one->sent_length] = 0;
  char *next = strstr(one->sent, member);
  if (!next) return 0;
  next = strchr(next + sizeof member - 1, '"');
  char *end = next ? strchr(next + 1, '"') : 0;
  if (!end || end - next > status_name_limit) return 0;
  memcpy(one->asked.to_status, next + 1, (size_t)(end - next - 1));
  one->asked.to_status[end - next - 1] = 0;
  return 1;
}

static enum MHD_Result serve_write(struct MHD_Connection *connection, exchange *one) {
  if (one->is_answered) return answer(connection, one);
  if (!read_status(one)) {
    one->asked.status = 400;
    return answer(connection, one);
  }
  one->connection = connection;
  MHD_suspend_connection(connection);
  pthread_mutex_lock(&queue_lock);
  *queue_end = one;
  queue_end = &one->next;
  pthread_cond_signal(&queue_bell);
  pthread_mutex_unlock(&queue_lock);
  return MHD_YES;
}

static int digit(char letter) {
  return letter >= '0' && letter <= '9' ? letter - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

static int read_id(const char *text, uint8_t *id) {
  for (int i = 0; i < 16; i++) {
    if (*text == '-') text++;
    int high = digit(text[0]), low = high < 0 ? -1 : digit(text[1]);
    if (low < 0) return 0;
    id[i] = (uint8_t)(high << 4 | low);
    text += 2;
  }
  return 1;
}

static exchange *begin(
    struct MHD_Connection *connection, const char *path, const char *method) {
  static const char root[] = "/api/v1/tickets/", scheme[] = "Bearer ";
  const char *token =
      MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Authorization");
  if (strncmp(path, root, sizeof root - 1) || !token || strncmp(token, scheme, sizeof scheme - 1))
    return 0;
  exchange *one = calloc(1, sizeof *one);
  if (!one) return 0;
  const char *id = path + sizeof root - 1;
  one->start = read_clock(CLOCK_MONOTONIC, 1000000);
  one->is_write = !strcmp(method, "POST");
  snprintf(one->asked.token, sizeof one->asked.token, "%s", token + sizeof scheme - 1);
  if (strlen(id) >= 36 && read_id(id, one->asked.ticket) &&
      !strcmp(id + 36, one->is_write ? "/transition" : ""))
    return one;
  free(one);
  return 0;
}

/* The answer is given in a later call than the first; in the first it would close the connection. */
static enum MHD_Result serve(
    void *context, struct MHD_Connection *connection, const char *path, const char *method,
    const char *version, const char *bytes, size_t *length, void **slot) {
  (void)context, (void)version;
  exchange *one = *slot;
  if (!one) return (*slot = begin(connection, path, method)) ? MHD_YES : MHD_NO;
  if (*length > 0) {
    if (one->sent_length + *length >= body_limit) return MHD_NO;
    memcpy(one->sent + one->sent_length, bytes, *length);
    one->sent_length += *length;
    *length = 0;
    return MHD_YES;
  }
  if (one->is_write) return serve_write(connection, one);
  pthread_mutex_lock(&file_lock);
  serve_store_read(store, &one->asked);
  pthread_mutex_unlock(&file_lock);
  return answer(connection, one);
}

static void end(
    void *context, struct MHD_Connection *connection, void **slot,
    enum MHD_RequestTerminationCode reason) {
  (void)context, (void)connection, (void)reason;
  exchange *one = *slot;
  if (one) free(one->asked.body);
  free(one);
  *slot = 0;
}

int baseline_serve(
    const char *path, const char *journal_mode, uint16_t port, baseline_workflow workflow) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  run_number = getpid();
  store = serve_store_open(path, journal_mode, workflow);
  if (!store) return 1;
  pthread_t writer;
  if (pthread_create(&writer, 0, write_groups, 0) != 0) return 2;
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, 0, 0, serve, 0,
      MHD_OPTION_NOTIFY_COMPLETED, end, (void *)0, MHD_OPTION_SOCK_ADDR, &address,
      MHD_OPTION_THREAD_POOL_SIZE, (unsigned)threads, MHD_OPTION_CONNECTION_LIMIT,
      (unsigned)connections, MHD_OPTION_END);
  if (!daemon) return 3;
  while (1) pause();
}
