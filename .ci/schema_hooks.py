"""What the description of the interface cannot say of valid requests."""

import itertools
import re

import schemathesis
from hypothesis import strategies

numbers = itertools.count(1)


conditions = strategies.sampled_from([
    "login", "42", "HB-1", '"two words"', "assignee:none", "assignee:ann", "label:auth", "priority>=high",
    "priority:low", "status:Seen", "stage:ashore", "gate:blocked", "gate:ready", "age>3d", "stale<2w", "due<7d",
    "due:none", "due>=2026-03-01", "is:claimed", "is:overdue", "-is:closed", "(label:auth or age<1h)",
])
schemathesis.openapi.format("filter", strategies.lists(conditions, min_size=1, max_size=5).map(" ".join))


@schemathesis.hook
def before_call(context, case, kwargs):
    """Takes out a cursor, and makes keys of repetitions differ.

    Nobody can make up a cursor: the only valid ones are those that a page before has told. And requests that
    differ may not have one key, which is what would be tested all the time.
    """
    if case.query:
        case.query.pop("cursor", None)
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and re.fullmatch("[!-~]{1,200}", key):
        case.headers["Idempotency-Key"] = f"{next(numbers)}-{key}"[:200]
