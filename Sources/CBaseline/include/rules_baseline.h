#pragma once
#include <stdint.h>

enum { BASELINE_STATUSES = 64, BASELINE_GATES = 32 };

/* A workflow as numbers: what a decision looks up and nothing else. */
typedef struct {
  uint8_t steps[BASELINE_STATUSES][BASELINE_STATUSES];
  uint8_t stage[BASELINE_STATUSES];
  uint8_t cancelled[BASELINE_STATUSES];
  int32_t limit[BASELINE_STATUSES]; /* 0 for none */
  int32_t gate_count;
  uint8_t left[BASELINE_GATES], entered[BASELINE_GATES];
  uint32_t asked[BASELINE_GATES]; /* one bit for each requirement of the workflow */
} baseline_rules;

enum {
  BASELINE_UNCHANGED,
  BASELINE_ALLOWED,
  BASELINE_NO_TRANSITION,
  BASELINE_FULL,
  BASELINE_UNMET,
};

/* What strict rules say of a move, given what is confirmed and how many tickets the target holds.
 * No reasons, no names: a number. */
int baseline_decide(
    const baseline_rules *rules, int from, int to, uint32_t confirmed, int32_t held);
