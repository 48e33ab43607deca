"""What the description of the interface cannot say of valid requests."""

import itertools
import re

import schemathesis

numbers = itertools.count(1)


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
