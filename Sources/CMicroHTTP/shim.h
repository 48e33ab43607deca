#pragma once
#include <microhttpd.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

// Variadic functions do not reach Swift, so that each of these passes what one of them takes.

struct sluice_mhd_callbacks {
  MHD_AccessHandlerCallback serve;
  void *(*open)(void *context, const char *target, struct MHD_Connection *connection);
  MHD_RequestCompletedCallback close;
  MHD_NotifyConnectionCallback notify;
};

// The path is taken apart after it was routed by its slashes; the library would decode it before.
static inline size_t sluice_mhd_keep(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

// A daemon without a thread and without a socket of its own: both are the caller's.
static inline struct MHD_Daemon *sluice_mhd_start(struct sluice_mhd_callbacks callbacks, void *context, size_t memory,
                                                  unsigned int connections, const char *certificate,
                                                  const char *key) {
  unsigned int flags = MHD_USE_EPOLL | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME;
  struct MHD_OptionItem tls[] = {
      {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)certificate},
      {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)key},
      {MHD_OPTION_HTTPS_PRIORITIES, 0, (void *)"NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"},
      {MHD_OPTION_END, 0, NULL},
  };
  struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};
  if (certificate) flags |= MHD_USE_TLS;
  return MHD_start_daemon(flags, 0, NULL, NULL, callbacks.serve, context,
                          MHD_OPTION_URI_LOG_CALLBACK, callbacks.open, context,
                          MHD_OPTION_NOTIFY_COMPLETED, callbacks.close, context,
                          MHD_OPTION_NOTIFY_CONNECTION, callbacks.notify, context,
                          MHD_OPTION_UNESCAPE_CALLBACK, sluice_mhd_keep, NULL,
                          MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
                          MHD_OPTION_CONNECTION_LIMIT, connections,
                          MHD_OPTION_CONNECTION_TIMEOUT, 0u,
                          MHD_OPTION_ARRAY, certificate ? tls : none, MHD_OPTION_END);
}

static inline int sluice_mhd_epoll(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD);
  return info ? info->epoll_fd : -1;
}

static inline int sluice_mhd_has_work(struct MHD_Daemon *daemon) {
  MHD_UNSIGNED_LONG_LONG wait = 0;
  return MHD_get_timeout(daemon, &wait) == MHD_YES && wait == 0;
}

static inline void *sluice_mhd_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : NULL;
}

static inline size_t sluice_mhd_head_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}

// Connections with a time limit of their own are looked at in every turn; the others, once nothing happens
// on their sockets, only when they are the oldest.
static inline void sluice_mhd_look_again(struct MHD_Connection *connection) {
  MHD_set_connection_option(connection, MHD_CONNECTION_OPTION_TIMEOUT, 1u);
}

// What the callback of a stream answers; the macros are casts, which Swift does not read.
static const long sluice_mhd_end = MHD_CONTENT_READER_END_OF_STREAM;
static const long sluice_mhd_break = MHD_CONTENT_READER_END_WITH_ERROR;
static const uint64_t sluice_mhd_unknown_size = MHD_SIZE_UNKNOWN;

// The system's headers keep these for those who ask for its extensions, which modules do not.

struct sluice_credentials {
  pid_t process;
  uid_t user;
  gid_t group;
};

static inline int sluice_peer_credentials(int socket, struct sluice_credentials *credentials) {
  socklen_t size = sizeof *credentials;
  return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, credentials, &size);
}

extern int accept4(int, struct sockaddr *, socklen_t *, int);

static inline int sluice_accept(int socket) {
  return accept4(socket, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
}
