/* A thousand readers of server-sent events in one thread: what they cost must not spoil what is measured. */
#define _GNU_SOURCE
#include "include/streams_baseline.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { line_limit = 64, peers_limit = 100 };

typedef struct {
  int socket;
  int is_ready, is_start; /* whether it has begun, and whether this event says so */
  int32_t events;
  int64_t id, last_id; /* of this event and of the one before */
  char line[line_limit];
  size_t length;
} stream;

struct baseline_streams {
  int32_t count, events;
  int poller;
  pthread_t thread;
  int has_thread;
  atomic_int stop, ready;
  atomic_llong arrived, faults;
  _Atomic int64_t *arrivals; /* by event, then by stream */
  stream *streams;
};

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void end_event(baseline_streams *all, stream *one, int64_t moment) {
  if (one->id < 0) return;
  if (one->is_start) {
    if (!one->is_ready) atomic_fetch_add(&all->ready, 1);
    one->is_ready = 1;
  } else if (one->id <= one->last_id || one->events >= all->events) {
    atomic_fetch_add(&all->faults, 1);
  } else {
    int64_t place = (int64_t)one->events++ * all->count + (one - all->streams);
    atomic_store_explicit(&all->arrivals[place], moment, memory_order_relaxed);
    atomic_fetch_add(&all->arrived, 1);
  }
  one->last_id = one->id;
  one->id = -1;
  one->is_start = 0;
}

static void end_line(baseline_streams *all, stream *one, int64_t moment) {
  one->line[one->length] = 0;
  if (one->length == 0)
    end_event(all, one, moment);
  else if (!strncmp(one->line, "id: ", 4))
    one->id = atoll(one->line + 4);
  else if (!strcmp(one->line, "event: ready"))
    one->is_start = 1;
  one->length = 0;
}

/* Chunk sizes stand on lines of their own and look like no field; the line ends of chunks are CR LF. */
static void take(baseline_streams *all, stream *one, const char *bytes, ssize_t count, int64_t moment) {
  for (const char *next = bytes, *end = bytes + count; next < end; next++) {
    if (*next == '\n')
      end_line(all, one, moment);
    else if (one->length < line_limit - 1)
      one->line[one->length++] = *next;
  }
}

static void *read_all(void *context) {
  baseline_streams *all = context;
  struct epoll_event events[256];
  static char bytes[1 << 16];
  while (!all->stop) {
    int count = epoll_wait(all->poller, events, 256, 100);
    for (int i = 0; i < count; i++) {
      stream *one = &all->streams[events[i].data.u32];
      ssize_t length = read(one->socket, bytes, sizeof bytes);
      if (length > 0) {
        take(all, one, bytes, length, now());
      } else {
        epoll_ctl(all->poller, EPOLL_CTL_DEL, one->socket, 0);
        atomic_fetch_add(&all->faults, 1);
      }
    }
  }
  return 0;
}

/* Every hundred streams come from an address of their own, for a server limits those of one peer. */
static int connect_from(int32_t index, uint16_t port) {
  struct sockaddr_in own = {.sin_family = AF_INET}, server = own;
  own.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + (uint32_t)(index / peers_limit));
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  server.sin_port = htons(port);
  int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  if (bind(descriptor, (struct sockaddr *)&own, sizeof own) == 0 &&
      connect(descriptor, (struct sockaddr *)&server, sizeof server) == 0)
    return descriptor;
  close(descriptor);
  return -1;
}

static int open_one(baseline_streams *all, int32_t index, uint16_t port, const char *request) {
  stream *one = &all->streams[index];
  one->id = -1;
  one->socket = connect_from(index, port);
  if (one->socket < 0) return 0;
  struct epoll_event event = {.events = EPOLLIN, .data.u32 = (uint32_t)index};
  ssize_t length = (ssize_t)strlen(request);
  return write(one->socket, request, (size_t)length) == length &&
         epoll_ctl(all->poller, EPOLL_CTL_ADD, one->socket, &event) == 0;
}

baseline_streams *baseline_streams_open(
    uint16_t port, const char *token, int32_t count, int32_t events) {
  char request[512];
  snprintf(
      request, sizeof request,
      "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n", token);
  baseline_streams *all = calloc(1, sizeof *all);
  if (!all) return 0;
  all->count = count;
  all->events = events;
  all->poller = epoll_create1(EPOLL_CLOEXEC);
  all->streams = calloc((size_t)count, sizeof *all->streams);
  all->arrivals = calloc((size_t)count * (size_t)events, sizeof *all->arrivals);
  for (int32_t i = 0; all->streams && i < count; i++) all->streams[i].socket = -1;
  int is_open = all->poller >= 0 && all->streams && all->arrivals;
  for (int32_t i = 0; is_open && i < count; i++) is_open = open_one(all, i, port, request);
  all->has_thread = is_open && pthread_create(&all->thread, 0, read_all, all) == 0;
  if (all->has_thread) return all;
  baseline_streams_close(all);
  return 0;
}

int32_t baseline_streams_ready(baseline_streams *streams) { return streams->ready; }

int64_t baseline_streams_arrived(baseline_streams *streams) { return streams->arrived; }

int64_t baseline_streams_faults(baseline_streams *streams) { return streams->faults; }

int64_t baseline_streams_arrival(baseline_streams *streams, int32_t event, int32_t stream) {
  return streams->arrivals[(int64_t)event * streams->count + stream];
}

void baseline_streams_close(baseline_streams *streams) {
  streams->stop = 1;
  if (streams->has_thread) pthread_join(streams->thread, 0);
  for (int32_t i = 0; streams->streams && i < streams->count; i++)
    if (streams->streams[i].socket >= 0) close(streams->streams[i].socket);
  if (streams->poller >= 0) close(streams->poller);
  free(streams->streams);
  free((void *)streams->arrivals);
  free(streams);
}
