#include "json_text.h"

#include <stdlib.h>
#include <string.h>

static char *room(json_text *json, size_t length) {
  if (json->length + length > json->capacity) {
    size_t capacity = (json->length + length) * 2;
    char *bytes = realloc(json->bytes, capacity);
    if (!bytes) abort();
    json->bytes = bytes;
    json->capacity = capacity;
  }
  return json->bytes + json->length;
}

void json_raw(json_text *json, const char *text, size_t length) {
  memcpy(room(json, length), text, length);
  json->length += length;
}

void json_word(json_text *json, const char *text) { json_raw(json, text, strlen(text)); }

static char *digits(char *end, uint64_t number, int count) {
  for (int i = 0; i < count || number; i++, number /= 10) *--end = (char)('0' + number % 10);
  return end;
}

void json_number(json_text *json, int64_t number) {
  char text[24], *end = text + sizeof text;
  char *start = digits(end, (uint64_t)(number < 0 ? -number : number), 1);
  if (number < 0) *--start = '-';
  json_raw(json, start, (size_t)(end - start));
}

/* How long a scalar is and what it is; malformed bytes do not come out of the store. */
static int scalar_at(const unsigned char *text, uint32_t *scalar) {
  int length = *text < 0x80 ? 1 : *text < 0xe0 ? 2 : *text < 0xf0 ? 3 : 4;
  *scalar = length == 1 ? *text : *text & (0x7fu >> length);
  for (int i = 1; i < length; i++) *scalar = *scalar << 6 | (text[i] & 0x3fu);
  return length;
}

static int acts_or_hides(uint32_t scalar) {
  return scalar < 0x20 || (scalar >= 0x7f && scalar < 0xa0) || scalar == 0xad ||
         (scalar >= 0x200b && scalar <= 0x200f) || (scalar >= 0x2028 && scalar <= 0x202e) ||
         (scalar >= 0x2060 && scalar <= 0x206f) || (scalar >= 0xfe00 && scalar <= 0xfe0f) ||
         scalar == 0xfeff;
}

static void escaped(json_text *json, const unsigned char *text, int length, uint32_t scalar) {
  static const char hex[] = "0123456789abcdef";
  switch (scalar) {
    case '"': json_raw(json, "\\\"", 2); return;
    case '\\': json_raw(json, "\\\\", 2); return;
    case '\n': json_raw(json, "\\n", 2); return;
    case '\r': json_raw(json, "\\r", 2); return;
    case '\t': json_raw(json, "\\t", 2); return;
  }
  if (!acts_or_hides(scalar)) return json_raw(json, (const char *)text, (size_t)length);
  char unit[6] = {'\\', 'u', hex[scalar >> 12 & 15], hex[scalar >> 8 & 15], hex[scalar >> 4 & 15],
                  hex[scalar & 15]};
  json_raw(json, unit, sizeof unit);
}

void json_string(json_text *json, const char *text, size_t length) {
  if (!text) return json_raw(json, "null", 4);
  const unsigned char *next = (const unsigned char *)text, *end = next + length, *plain = next;
  json_raw(json, "\"", 1);
  while (next < end) {
    if (*next >= 0x20 && *next < 0x7f && *next != '"' && *next != '\\') {
      next++;
      continue;
    }
    uint32_t scalar;
    json_raw(json, (const char *)plain, (size_t)(next - plain));
    int count = scalar_at(next, &scalar);
    escaped(json, next, count, scalar);
    plain = next += count;
  }
  json_raw(json, (const char *)plain, (size_t)(end - plain));
  json_raw(json, "\"", 1);
}

void json_uuid(json_text *json, const uint8_t *bytes) {
  static const char hex[] = "0123456789abcdef";
  char text[38], *next = text;
  *next++ = '"';
  for (int i = 0; i < 16; i++) {
    if (i == 4 || i == 6 || i == 8 || i == 10) *next++ = '-';
    *next++ = hex[bytes[i] >> 4];
    *next++ = hex[bytes[i] & 15];
  }
  *next++ = '"';
  json_raw(json, text, sizeof text);
}

/* Source: Howard Hinnant, “chrono-compatible low-level date algorithms”. */
static void write_day(char *text, int64_t days) {
  int64_t shifted = days + 719468, era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int64_t day_of_era = shifted - era * 146097;
  int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t part = (5 * day_of_year + 2) / 153, month = part < 10 ? part + 3 : part - 9;
  digits(text + 4, (uint64_t)(year_of_era + era * 400 + (month <= 2)), 4);
  text[4] = text[7] = '-';
  digits(text + 7, (uint64_t)month, 2);
  digits(text + 10, (uint64_t)(day_of_year - (153 * part + 2) / 5 + 1), 2);
}

void json_day(json_text *json, int64_t day) {
  char text[12];
  text[0] = text[11] = '"';
  write_day(text + 1, day);
  json_raw(json, text, sizeof text);
}

void json_moment(json_text *json, int64_t milliseconds) {
  char text[26];
  int64_t days = milliseconds / 86400000, rest = milliseconds % 86400000;
  memcpy(text, "\"0000-00-00T00:00:00.000Z\"", sizeof text);
  write_day(text + 1, days);
  digits(text + 14, (uint64_t)(rest / 3600000), 2);
  digits(text + 17, (uint64_t)(rest / 60000 % 60), 2);
  digits(text + 20, (uint64_t)(rest / 1000 % 60), 2);
  digits(text + 24, (uint64_t)(rest % 1000), 3);
  json_raw(json, text, sizeof text);
}
