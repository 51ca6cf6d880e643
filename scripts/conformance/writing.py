"""How the recorder writes errors, rules and schemas."""

from __future__ import annotations

import functools
from collections.abc import Collection
from typing import Any

import graphql
from graphql import GraphQLError, GraphQLSchema, validation

# The library's own functions, taken before the recorder wraps them.
_print_schema = graphql.print_schema
_build_schema = graphql.build_schema


def formatted(errors: Collection[GraphQLError]) -> list[dict[str, Any]]:
    """Writes errors as a response does, leaving out what is not there."""
    written = []
    for error in errors:
        entry: dict[str, Any] = {"message": error.message}
        if error.locations:
            entry["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
        if error.path is not None:
            entry["path"] = error.path
        written.append(entry)
    return written


def rule_names(rules: Collection[Any]) -> list[str] | None:
    """The names of rules, unless one is not the library's."""
    names = [rule.__name__ for rule in rules]
    return names if all(getattr(validation, name, None) is rule for name, rule in zip(names, rules, strict=True)) else None


def schema_text(schema: GraphQLSchema) -> str | None:
    """The SDL that a schema was built from, or else prints as, when that makes the same schema again."""
    parts = schema.__dict__.get("sdl_parts")
    if parts is not None and len(parts) == 1:
        return parts[0]
    try:
        printed = _print_schema(schema)
    except Exception:  # noqa: BLE001
        return None
    if parts is not None:
        joined = "\n".join(parts)
        if _printed_again(joined) == printed:
            return joined
    return printed if _printed_again(printed) == printed else None


@functools.lru_cache(maxsize=4096)
def _printed_again(text: str) -> str | None:
    try:
        return _print_schema(_build_schema(text))
    except Exception:  # noqa: BLE001
        return None
