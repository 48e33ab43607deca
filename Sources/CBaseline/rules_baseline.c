/* The rules of a strict workflow as table lookups: the least that deciding a move can cost. */
#include "include/rules_baseline.h"

static int meets(const baseline_rules *rules, int gate, int from, int to) {
  int start = rules->stage[from], end = rules->stage[to];
  int left = rules->left[gate], entered = rules->entered[gate];
  if (start > end) return left == start && entered == end;
  if (left < start || entered > end || left >= entered) return 0;
  return !rules->cancelled[to] || entered == end;
}

int baseline_decide(
    const baseline_rules *rules, int from, int to, uint32_t confirmed, int32_t held) {
  if (from == to) return BASELINE_UNCHANGED;
  if (!rules->steps[from][to]) return BASELINE_NO_TRANSITION;
  if (rules->limit[to] && held >= rules->limit[to]) return BASELINE_FULL;
  if (rules->stage[from] == rules->stage[to]) return BASELINE_ALLOWED;
  for (int gate = 0; gate < rules->gate_count; gate++)
    if (meets(rules, gate, from, to) && rules->asked[gate] & ~confirmed) return BASELINE_UNMET;
  return BASELINE_ALLOWED;
}
