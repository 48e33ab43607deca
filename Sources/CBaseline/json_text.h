#pragma once
/* Writes JSON into a buffer that grows. */
#include <stddef.h>
#include <stdint.h>

typedef struct {
  char *bytes;
  size_t length, capacity;
} json_text;

void json_raw(json_text *json, const char *text, size_t length);
void json_word(json_text *json, const char *text); /* as it is */
void json_number(json_text *json, int64_t number);

/* A string, escaped as our server does it; null for no text. */
void json_string(json_text *json, const char *text, size_t length);
void json_uuid(json_text *json, const uint8_t *bytes);
void json_moment(json_text *json, int64_t milliseconds);
void json_day(json_text *json, int64_t day);
