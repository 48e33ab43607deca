#pragma once
#include <stdint.h>

/* Many followers of a server's events, read by one thread. */
typedef struct baseline_streams baseline_streams;

/* Opens so many event streams, each with room to note when so many events arrived; null if it cannot. */
baseline_streams *baseline_streams_open(
    uint16_t port, const char *token, int32_t count, int32_t events);

/* How many streams have begun. */
int32_t baseline_streams_ready(baseline_streams *streams);

/* How many events have arrived, over all streams. */
int64_t baseline_streams_arrived(baseline_streams *streams);

/* How many events came in the wrong order or were too many, and how many streams broke off. */
int64_t baseline_streams_faults(baseline_streams *streams);

/* When an event, counted from 0, arrived at a stream, in nanoseconds; 0 if it did not. */
int64_t baseline_streams_arrival(baseline_streams *streams, int32_t event, int32_t stream);

void baseline_streams_close(baseline_streams *streams);
