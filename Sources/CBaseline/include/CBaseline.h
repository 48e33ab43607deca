#pragma once
#include "allocations.h"
#include "rules_baseline.h"
#include "screen_baseline.h"
#include "serve_baseline.h"
#include "store_baseline.h"
#include "streams_baseline.h"
#include "trace.h"
