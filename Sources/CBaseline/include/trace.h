#pragma once

/* Notes the texts of all statements that connections opened from now on begin to run. */
void baseline_trace_start(void);

/* The text of a statement noted, in the order of running; null after the last. */
const char *baseline_trace_statement(int index);

/* Forgets what was noted. */
void baseline_trace_clear(void);

/* Connections opened from now on are not watched. */
void baseline_trace_stop(void);
