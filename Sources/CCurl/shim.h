#pragma once
#include <curl/curl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <sys/socket.h>

// The library is loaded when it is first used, so its functions are called by address. Variadic ones do
// not reach Swift; each of these passes one kind of argument.

typedef CURLcode (*sluice_curl_setopt)(CURL *, CURLoption, ...);
typedef CURLcode (*sluice_curl_getinfo)(CURL *, CURLINFO, ...);

static inline CURL *sluice_curl_make(void *function) {
  return ((CURL * (*)(void))function)();
}

static inline void sluice_curl_free(void *function, CURL *handle) {
  ((void (*)(CURL *))function)(handle);
}

static inline CURLcode sluice_curl_start(void *function) {
  return ((CURLcode (*)(long))function)(CURL_GLOBAL_DEFAULT);
}

static inline CURLcode sluice_curl_perform(void *function, CURL *handle) {
  return ((CURLcode (*)(CURL *))function)(handle);
}

static inline const char *sluice_curl_reason(void *function, CURLcode code) {
  return ((const char *(*)(CURLcode))function)(code);
}

static inline struct curl_slist *sluice_curl_append(void *function, struct curl_slist *list, const char *text) {
  return ((struct curl_slist * (*)(struct curl_slist *, const char *))function)(list, text);
}

static inline void sluice_curl_free_list(void *function, struct curl_slist *list) {
  ((void (*)(struct curl_slist *))function)(list);
}

static inline CURLcode sluice_curl_set_text(void *function, CURL *handle, CURLoption option, const char *text) {
  return ((sluice_curl_setopt)function)(handle, option, text);
}

static inline CURLcode sluice_curl_set_number(void *function, CURL *handle, CURLoption option, long number) {
  return ((sluice_curl_setopt)function)(handle, option, number);
}

static inline CURLcode sluice_curl_set_list(void *function, CURL *handle, CURLoption option, struct curl_slist *list) {
  return ((sluice_curl_setopt)function)(handle, option, list);
}

static inline size_t sluice_curl_drop(char *bytes, size_t size, size_t count, void *context) {
  (void)bytes;
  (void)context;
  return size * count;
}

// What a server says is not kept: a program that only asks for the status must not fill its memory.
static inline CURLcode sluice_curl_drop_body(void *function, CURL *handle) {
  return ((sluice_curl_setopt)function)(handle, CURLOPT_WRITEFUNCTION, sluice_curl_drop);
}

static inline CURLcode sluice_curl_status(void *function, CURL *handle, long *status) {
  return ((sluice_curl_getinfo)function)(handle, CURLINFO_RESPONSE_CODE, status);
}

static inline void sluice_curl_reset(void *function, CURL *handle) {
  ((void (*)(CURL *))function)(handle);
}

static inline CURLcode sluice_curl_set_pointer(void *function, CURL *handle, CURLoption option, void *pointer) {
  return ((sluice_curl_setopt)function)(handle, option, pointer);
}

// What takes received bytes, and what gives those to be sent, have the same shape.
static inline CURLcode sluice_curl_set_function(
    void *function, CURL *handle, CURLoption option, curl_write_callback callback) {
  return ((sluice_curl_setopt)function)(handle, option, callback);
}

static inline int sluice_curl_limit_loss(void *context, curl_socket_t socket, curlsocktype purpose) {
  unsigned milliseconds = (unsigned)(uintptr_t)context;
  (void)purpose;
  // A Unix socket has no such limit, and needs none.
  setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds, sizeof milliseconds);
  return CURL_SOCKOPT_OK;
}

// How long a connection lives of which the other end acknowledges nothing, be it data or the question whether
// it is still there.
static inline void sluice_curl_set_loss_limit(void *function, CURL *handle, unsigned milliseconds) {
  ((sluice_curl_setopt)function)(handle, CURLOPT_SOCKOPTFUNCTION, sluice_curl_limit_loss);
  ((sluice_curl_setopt)function)(handle, CURLOPT_SOCKOPTDATA, (void *)(uintptr_t)milliseconds);
}

static inline CURLcode sluice_curl_get_number(void *function, CURL *handle, CURLINFO info, long *number) {
  return ((sluice_curl_getinfo)function)(handle, info, number);
}

static inline CURLcode sluice_curl_get_double(void *function, CURL *handle, CURLINFO info, double *number) {
  return ((sluice_curl_getinfo)function)(handle, info, number);
}

// A wait that another thread can end needs the interface for many transfers, also where there is one.

static inline CURLM *sluice_curl_multi_make(void *function) {
  return ((CURLM * (*)(void))function)();
}

static inline CURLMcode sluice_curl_multi_free(void *function, CURLM *multi) {
  return ((CURLMcode(*)(CURLM *))function)(multi);
}

static inline CURLMcode sluice_curl_multi_change(void *function, CURLM *multi, CURL *handle) {
  return ((CURLMcode(*)(CURLM *, CURL *))function)(multi, handle);
}

static inline CURLMcode sluice_curl_multi_perform(void *function, CURLM *multi, int *running) {
  return ((CURLMcode(*)(CURLM *, int *))function)(multi, running);
}

static inline CURLMcode sluice_curl_multi_poll(void *function, CURLM *multi, int milliseconds) {
  return ((CURLMcode(*)(CURLM *, struct curl_waitfd *, unsigned int, int, int *))function)(
      multi, NULL, 0, milliseconds, NULL);
}

static inline CURLMcode sluice_curl_multi_wakeup(void *function, CURLM *multi) {
  return ((CURLMcode(*)(CURLM *))function)(multi);
}

// Whether a transfer has ended, and how.
static inline int sluice_curl_multi_result(void *function, CURLM *multi, CURLcode *result) {
  int left = 0;
  CURLMsg *message = ((CURLMsg * (*)(CURLM *, int *))function)(multi, &left);
  if (message == NULL || message->msg != CURLMSG_DONE) return 0;
  *result = message->data.result;
  return 1;
}
