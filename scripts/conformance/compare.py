"""Whether two answers of the filter say the same."""

from __future__ import annotations

import json
from typing import Any

Answer = dict[str, Any]

# What only the port says: how deep a document may nest is Python's matter, and it does not name `__typename` where it cannot be streamed.
OF_THE_PORT = (
    "nested too deeply.",
    "nested too deeply. Execution aborted.",
    "nested too deeply. Parsing aborted.",
    "Validation aborted.",
)
NAMELESS = "Stream directive cannot be used on non-list field on type"


def is_of_the_port(answer: Answer) -> bool:
    """Whether an answer of the reference is none of graphql-js'."""
    messages = [error["message"] for error in answer.get("errors", [])]
    too_many = "error limit reached. Validation aborted."
    return any((message.endswith(OF_THE_PORT) and not message.endswith(too_many)) or message.startswith(NAMELESS) for message in messages)


def canonical(value: Any) -> str:
    """One text for one JSON value, the order of its members included; 1.0 is 1, as JSON has one kind of number."""
    return json.dumps(numbers_alike(value), ensure_ascii=False)


def numbers_alike(value: Any) -> Any:
    """A value whose integral numbers are all integers."""
    if isinstance(value, dict):
        return {name: numbers_alike(item) for name, item in value.items()}
    if isinstance(value, list):
        return [numbers_alike(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def error_key(error: dict[str, Any]) -> str:
    """What makes two errors the same: message, places and path."""
    return canonical([error.get("message"), error.get("locations") or [], error.get("path") or []])


def change_key(change: dict[str, Any]) -> str:
    """What makes two changes the same."""
    return canonical([change.get("type"), change.get("description")])


def multiset(values: Any, key: Any) -> list[str]:
    """Values in an order that does not depend on theirs."""
    return sorted(key(value) for value in values or [])


def difference(op: str, expected: Answer, got: Answer) -> str | None:
    """Says in a word what differs, or nothing."""
    if "error" in expected or "error" in got:
        return None if "error" in expected and "error" in got else "refusal"
    if ("errors" in expected or "errors" in got) and multiset(expected.get("errors"), error_key) != multiset(got.get("errors"), error_key):
        return "errors"
    if op == "diff":
        for kind in ("breaking", "dangerous", "safe"):
            if multiset(expected.get(kind), change_key) != multiset(got.get(kind), change_key):
                return kind
        return None
    for member in ("data", "printed", "operations"):
        if (member in expected) != (member in got):
            return member
        if member in expected and canonical(expected[member]) != canonical(got[member]):
            return member
    if "resolved" in expected or "resolved" in got:
        return None if element(expected) == element(got) else "resolved"
    return None


def element(answer: Answer) -> Any:
    """The kind and the coordinate of what was resolved."""
    resolved = answer.get("resolved", "nothing")
    return [resolved.get("kind"), resolved.get("coordinate")] if isinstance(resolved, dict) else resolved
