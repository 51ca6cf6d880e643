"""Random JSON: variables for an operation and objects for its fields, right ones and wrong ones.

Left out because Python and JavaScript disagree about them, which says nothing about GraphQL: strings that look like numbers in other than
plain decimal form, integral numbers written as floats, integers beyond 2^53, NaN and infinities.
"""

from __future__ import annotations

from random import Random
from typing import Any

from graphql import (
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)

from random_operation import simple_fields
from random_text import text

ODD: tuple[Any, ...] = (
    0,
    1,
    -1,
    7,
    2147483647,
    2147483648,
    -2147483649,
    0.5,
    -2.25,
    True,
    False,
    "",
    "abc",
    "12",
    "-5",
    "RED",
    [],
    [1],
    {},
    {"a": 1},
    [[]],
)


def odd(rng: Random) -> Any:
    """A value that fits by chance only."""
    value = rng.choice(ODD)
    return list(value) if isinstance(value, list) else dict(value) if isinstance(value, dict) else value


def scalar(rng: Random, name: str) -> Any:
    """A value of a scalar."""
    if name == "Int":
        return rng.randint(-100, 100)
    if name == "Float":
        return rng.choice([rng.randint(-9, 9), 0.5, -2.25, 3.125])
    if name == "Boolean":
        return rng.random() < 0.5
    if name == "ID":
        return rng.choice([str(rng.randint(1, 99)), "abc", rng.randint(1, 99)])
    if name == "String":
        return text(rng)
    return rng.choice([1, "2026-01-01", True, [1, "a"], {"nested": {"a": [1]}}, 0.5])


def variable(rng: Random, type_: Any, wrong: float, depth: int = 3) -> Any:
    """A value of an input type, wrong in some of its places."""
    if rng.random() < wrong:
        return rng.choice([None, odd(rng)])
    if is_non_null_type(type_):
        type_ = type_.of_type
    elif rng.random() < 0.1:
        return None
    if is_list_type(type_):
        if rng.random() < 0.2:
            return variable(rng, type_.of_type, wrong, depth)
        # More than fifty faults end the coercion of variables.
        count = rng.randint(48, 56) if wrong and rng.random() < 0.02 else rng.randint(0, 3)
        return [variable(rng, type_.of_type, 1.0 if count > 3 else wrong, depth - 1) for _ in range(count)]
    if is_enum_type(type_):
        return rng.choice(list(type_.values))
    if is_input_object_type(type_):
        return input_object(rng, type_, wrong, depth)
    return scalar(rng, type_.name)


def input_object(rng: Random, type_: Any, wrong: float, depth: int) -> dict[str, Any]:
    """An input object."""
    if type_.is_one_of and rng.random() > wrong:
        name = rng.choice(simple_fields(type_) if depth <= 0 else list(type_.fields))
        return {name: variable(rng, type_.fields[name].type, wrong, depth - 1)}
    given = {
        name: variable(rng, field.type, wrong, depth - 1)
        for name, field in type_.fields.items()
        if (is_non_null_type(field.type) or (depth > 0 and rng.random() < 0.6)) and rng.random() > wrong
    }
    if rng.random() < wrong:
        given[rng.choice(["nam", "valu", "unknown", "idd"])] = odd(rng)
    items = list(given.items())
    rng.shuffle(items)
    return dict(items)


class DataMaker:
    """Makes the object that a request's fields resolve to."""

    def __init__(self, rng: Random, schema: GraphQLSchema, names: set[str], wrong: float) -> None:
        self.rng = rng
        self.schema = schema
        # Only fields that the operation names can be asked for.
        self.names = names
        self.wrong = wrong

    def object(self, type_: Any, depth: int) -> dict[str, Any]:
        """An object of a type."""
        members = {}
        for name, field in type_.fields.items():
            if name in self.names and self.rng.random() > 0.08:
                members[name] = self.field(field, depth)
        return members

    def field(self, field: Any, depth: int) -> Any:
        """What a field resolves to."""
        if field.args and self.rng.random() < 0.35:
            return {"__args": True}
        if self.rng.random() < self.wrong * 0.5:
            return {"__error": text(self.rng)}
        return self.value(field.type, depth)

    def value(self, type_: Any, depth: int) -> Any:
        """A value of a type."""
        rng = self.rng
        if rng.random() < self.wrong:
            return rng.choice([None, None, odd(rng), {"__error": "no"}])
        nullable = not is_non_null_type(type_)
        if not nullable:
            type_ = type_.of_type
        if rng.random() < (0.08 if nullable else self.wrong) or (depth <= 0 and not is_leaf(type_)):
            return None
        if is_list_type(type_):
            return [self.value(type_.of_type, depth - 1) for _ in range(rng.randint(0, 3))]
        if self.wrong and rng.random() < 0.3 and not is_list_type(type_) and is_leaf(type_):
            return odd(rng)
        if is_enum_type(type_):
            return rng.choice(list(type_.values))
        if is_object_type(type_):
            return self.object(type_, depth - 1)
        if is_abstract_type(type_):
            return self.abstract(type_, depth)
        return scalar(rng, type_.name)

    def abstract(self, type_: Any, depth: int) -> Any:
        """An object that says of which type it is, mostly one of the possible ones."""
        possible = self.schema.get_possible_types(type_)
        if not possible:
            return {"__typename": self.rng.choice(list(self.schema.type_map))}
        chosen = self.rng.choice(possible)
        members = self.object(chosen, depth - 1)
        if self.rng.random() < self.wrong:
            return {"__typename": self.rng.choice([*self.schema.type_map, "Nothing"]), **members}
        return members if self.rng.random() < self.wrong else {"__typename": chosen.name, **members}


def is_leaf(type_: Any) -> bool:
    """Whether a type, without its wrappers, has no fields."""
    named = get_named_type(type_)
    return not is_object_type(named) and not is_abstract_type(named)
