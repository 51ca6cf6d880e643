"""What an execution saw: the values its resolvers gave, as a JSON document that gives the same."""

from __future__ import annotations

import functools
from contextvars import ContextVar
from typing import Any

from graphql import (
    GraphQLError,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_enum_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_specified_scalar_type,
)
from graphql.pyutils import Undefined

Position = tuple[str | int, ...]
MISSING = object()


class Observation:
    """The values of one execution by their place in the response."""

    def __init__(self) -> None:
        self.executed = False
        self.conflict: str | None = None
        self.values: dict[Position, tuple[Any, Any]] = {}
        self.fields: dict[Position, tuple[str, str]] = {}
        self.types: dict[Position, str] = {}
        self.failures: dict[Position, str] = {}
        self.children: dict[Position, dict[str | int, None]] = {}

    def saw(self, position: Position, parent: str, field: str) -> None:
        """Notes a field or an item."""
        if position not in self.fields:
            self.fields[position] = (parent, field)
            self.children.setdefault(position[:-1], {})[position[-1]] = None

    def root(self) -> dict[str, Any]:
        """The JSON document."""
        return self.members(())

    def members(self, position: Position) -> dict[str, Any]:
        """The members of an object."""
        members: dict[str, Any] = {}
        for key in self.children.get(position, {}):
            child = (*position, key)
            parent, field = self.fields[child]
            if parent.startswith("__") or field in {"__schema", "__type"}:
                continue
            value = self.json(child)
            if value is MISSING:
                continue
            if field in members:
                value = self.merge(members[field], value)
            members[field] = value
        return members

    def merge(self, one: Any, other: Any) -> Any:
        """One value that gives what two did."""
        if one == other and type(one) is type(other):
            return one
        if isinstance(one, dict) and isinstance(other, dict) and "__error" not in one and "__error" not in other:
            merged = dict(one)
            for key, value in other.items():
                merged[key] = self.merge(merged[key], value) if key in merged else value
            return merged
        if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
            return [self.merge(left, right) for left, right in zip(one, other, strict=True)]
        self.conflict = "one property with several values"
        return one

    def json(self, position: Position) -> Any:
        """The value at a place."""
        if position in self.failures:
            return {"__error": self.failures[position]}
        if position not in self.values:
            return MISSING
        type_, value = self.values[position]
        if isinstance(value, Exception):
            return {"__error": str(value)}
        if value is None or value is Undefined:
            return None
        if is_non_null_type(type_):
            type_ = type_.of_type
        if is_list_type(type_):
            return self.items(position, value)
        if is_composite_type(type_):
            members = self.members(position)
            if is_abstract_type(type_) and position in self.types:
                members = {"__typename": self.types[position], **members}
            return members
        return leaf(type_, value)

    def items(self, position: Position, value: Any) -> Any:
        """The items of a list."""
        indices = self.children.get(position, {})
        count = len(indices)
        if isinstance(value, (list, tuple)):
            count = len(value)
        elif not indices and isinstance(value, (str, int, float, bool, dict)):
            return value
        items = []
        for index in range(count):
            item = self.json((*position, index))
            if item is MISSING:
                raw = value[index] if isinstance(value, (list, tuple)) else None
                item = raw if isinstance(raw, (str, int, float, bool)) else None
            items.append(item)
        return items


def leaf(type_: Any, value: Any) -> Any:
    """The JSON value of a leaf: what it is, or for other than built-in types what it is written as."""
    if is_leaf_type(type_) and (not is_specified_scalar_type(type_) or not isinstance(value, (str, int, float, bool, list, dict))):
        try:
            written = type_.coerce_output_value(value)
        except Exception:  # noqa: BLE001
            return value
        if written is not None and written is not Undefined:
            return written
    return value


def failure_text(error: Any, value: tuple[Any, Any] | None, position: Position) -> str | None:
    """What a resolver, a type or a scalar of the test said when it failed; nothing when the value itself explains the error."""
    if isinstance(error, GraphQLError):
        if error.path is not None and tuple(error.path) == position and error.original_error is not None:
            error = error.original_error
        elif error.path is not None or (error.nodes is not None and value is not None):
            return None
    text = str(error)
    if text.startswith("Cannot return null for non-nullable"):
        return None
    if value is not None and isinstance(error, GraphQLError):
        type_ = get_named_type(value[0])
        if is_enum_type(type_) or is_specified_scalar_type(type_) or not is_leaf_type(type_):
            return None
    return text if value is not None or not isinstance(error, GraphQLError) or error.nodes is None else None


CURRENT: ContextVar[Observation | None] = ContextVar("observation", default=None)


def observe_executors(executor: Any) -> None:
    """Makes every executor tell the current observation what it sees."""
    build = executor.build.__func__
    execute_operation = executor.execute_operation
    complete_value = executor.complete_value
    handle_field_error = executor.handle_field_error
    complete_abstract_value = executor.complete_abstract_value
    complete_object_value = executor.complete_object_value
    ensure_valid_runtime_type = executor.ensure_valid_runtime_type

    @functools.wraps(build)
    def building(cls: Any, *args: Any, **kwargs: Any) -> Any:
        built = build(cls, *args, **kwargs)
        if not isinstance(built, list):
            built.observation = CURRENT.get()
        return built

    @functools.wraps(execute_operation)
    def executing(self: Any, *args: Any, **kwargs: Any) -> Any:
        seen = getattr(self, "observation", None)
        if seen is not None:
            seen.executed = True
        return execute_operation(self, *args, **kwargs)

    @functools.wraps(complete_value)
    def completing(self: Any, return_type: Any, details: Any, info: Any, path: Any, result: Any, *rest: Any) -> Any:
        seen = getattr(self, "observation", None)
        if seen is not None:
            position = tuple(path.as_list())
            if position not in seen.values:
                seen.saw(position, info.parent_type.name, info.field_name)
                seen.values[position] = (return_type, result)
        return complete_value(self, return_type, details, info, path, result, *rest)

    @functools.wraps(handle_field_error)
    def failing(self: Any, raw_error: Any, return_type: Any, details: Any, path: Any) -> Any:
        seen = getattr(self, "observation", None)
        if seen is not None:
            position = tuple(path.as_list())
            text = failure_text(raw_error, seen.values.get(position), position)
            if text is not None:
                seen.saw(position, path.typename or "", details[0].node.name.value)
                seen.failures[position] = text
        return handle_field_error(self, raw_error, return_type, details, path)

    @functools.wraps(complete_abstract_value)
    def completing_abstract(self: Any, return_type: Any, details: Any, info: Any, path: Any, *rest: Any) -> Any:
        self.abstract_position = tuple(path.as_list())
        return complete_abstract_value(self, return_type, details, info, path, *rest)

    @functools.wraps(complete_object_value)
    def completing_object(self: Any, return_type: Any, details: Any, info: Any, path: Any, *rest: Any) -> Any:
        seen = getattr(self, "observation", None)
        if seen is not None:
            seen.types[tuple(path.as_list())] = return_type.name
        return complete_object_value(self, return_type, details, info, path, *rest)

    @functools.wraps(ensure_valid_runtime_type)
    def ensuring(self: Any, name: Any, *rest: Any) -> Any:
        seen = getattr(self, "observation", None)
        if seen is not None and isinstance(name, str):
            seen.types.setdefault(getattr(self, "abstract_position", ()), name)
        return ensure_valid_runtime_type(self, name, *rest)

    executor.build = classmethod(building)
    executor.execute_operation = executing
    executor.complete_value = completing
    executor.handle_field_error = failing
    executor.complete_abstract_value = completing_abstract
    executor.complete_object_value = completing_object
    executor.ensure_valid_runtime_type = ensuring
