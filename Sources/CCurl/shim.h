#pragma once
#include <curl/curl.h>

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
