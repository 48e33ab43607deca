#pragma once
#include "screen_baseline.h"
#include "store_baseline.h"
#include "trace.h"
