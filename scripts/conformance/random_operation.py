"""Random documents for a schema: operations with fragments, aliases, variables, directives and introspection."""

from __future__ import annotations

import re
from random import Random
from typing import Any

from graphql import (
    GraphQLSchema,
    get_named_type,
    is_composite_type,
    is_enum_type,
    is_input_object_type,
    is_input_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
    is_union_type,
)

from random_text import any_string, number_literal, untyped_literal

INTROSPECTION = (
    "__schema { queryType { name } types { kind name } }",
    "__schema { description directives { name isRepeatable locations args { name defaultValue type { name kind ofType { name } } } } }",
    '__type(name: "NAME") { kind name description specifiedByURL isOneOf }',
    '__type(name: "NAME") { fields(includeDeprecated: true) { name isDeprecated deprecationReason type { name ofType { name } } } }',
    '__type(name: "NAME") { inputFields { name defaultValue } enumValues(includeDeprecated: true) { name deprecationReason } }',
    '__type(name: "NAME") { interfaces { name } possibleTypes { name } fields { args(includeDeprecated: true) { name isDeprecated } } }',
)


def simple_fields(type_: Any) -> list[str]:
    """The fields of an input that are no inputs themselves, or all of them where there is none."""
    simple = [name for name, field in type_.fields.items() if not is_input_object_type(get_named_type(field.type))]
    return simple or list(type_.fields)


# Deeper than the rule about the depth of introspection allows, or as deep as it does.
DEEP_INTROSPECTION = (
    "__schema { types { fields { type { fields { type { fields { name } } } } } } }",
    "__schema { types { fields { type { fields { name } } } inputFields { type { inputFields { name } } } } }",
    "__schema { types { interfaces { interfaces { interfaces { name } } } } }",
    "__schema { types { possibleTypes { possibleTypes { possibleTypes { name } } } } }",
    '__type(name: "Query") { fields { type { fields { type { fields { name } } } } } }',
)
LOOSE_DEFINITIONS = (
    "type Extra { a: Int }",
    "extend type Query { a: Int }",
    "schema { query: Query }",
    "directive @extra on FIELD",
    "query Op0 { __typename }",
    "{ __typename }",
    "fragment F0 on Query { __typename }",
    "fragment Unused on Query { ...Unused }",
    "fragment One on Query { ...Two } fragment Two on Query { ...One }",
    "fragment Bad on Int { a }",
    "fragment Worse on Nothing { a }",
    "query { __schema { types { ...Types } } } fragment Types on __Type { fields { type { ...More } } } "
    "fragment More on __Type { fields { name } }",
    "query { __schema { types { ...Deep } } } "
    "fragment Deep on __Type { fields { type { ofType { fields { type { fields { name } } } } } } }",
    "subscription { __typename }",
    "subscription Two { a: __typename b: __typename }",
)


class OperationMaker:
    """Makes a document that is valid, or a loose one, that looks so and breaks the rules about names, types and merging."""

    def __init__(self, rng: Random, schema: GraphQLSchema, *, loose: bool = False) -> None:
        self.rng = rng
        self.schema = schema
        self.looseness = 0.15 if loose else 0.0
        self.fragments: dict[str, Any] = {}
        self.fragment_bodies: dict[str, str] = {}
        self.variables: dict[str, tuple[Any, str]] = {}
        self.aliases = 0

    def document(self) -> str:
        """The document, with one operation or more."""
        rng = self.rng
        count = 1 if rng.random() < 0.8 else rng.randint(2, 3)
        made = [self.operation() for _ in range(count)]
        names = [f"Op{index}" if count > 1 or rng.random() < 0.5 else "" for index in range(count)]
        bodies = {
            name: f"fragment {name} on {on.name}{self.directives('FRAGMENT_DEFINITION')} {self.fragment_bodies[name]}"
            for name, on in self.fragments.items()
        }
        operations = [self.with_head(name, keyword, body, bodies) for name, (keyword, body) in zip(names, made, strict=True)]
        definitions = [*operations, *bodies.values()]
        while self.loosely():
            definitions.append(rng.choice(LOOSE_DEFINITIONS))
        if rng.random() < 0.2:
            rng.shuffle(definitions)
        return "\n\n".join(definitions) + "\n"

    def loosely(self) -> bool:
        """Whether to do something that a rule may forbid."""
        return self.rng.random() < self.looseness

    def operation(self) -> tuple[str, str]:
        """The keyword of an operation and its selections, with directives before them."""
        roots = [
            (keyword, type_)
            for keyword, type_ in (
                ("query", self.schema.query_type),
                ("mutation", self.schema.mutation_type),
                ("subscription", self.schema.subscription_type if self.looseness else None),
            )
            if type_ is not None
        ]
        keyword, type_ = roots[0] if self.rng.random() < 0.8 else self.rng.choice(roots)
        body = self.selection_set(type_, 4, root=keyword)
        return keyword, f"{self.directives(keyword.upper())} {body}"

    def with_head(self, name: str, keyword: str, body: str, fragments: dict[str, str]) -> str:
        """An operation that declares the variables that it and its fragments use."""
        reached, waiting = body, [body]
        seen: set[str] = set()
        while waiting:
            for fragment in re.findall(r"\.\.\.(F\d+)", waiting.pop()):
                if fragment not in seen and fragment in fragments:
                    seen.add(fragment)
                    waiting.append(fragments[fragment])
                    reached += fragments[fragment]
        used = set(re.findall(r"\$(v\d+)", reached)) if self.rng.random() < (0.95 if self.looseness else 0.99) else set(self.variables)
        declared = ", ".join(
            f"${variable}: {of}{default}{self.directives('VARIABLE_DEFINITION')}"
            for variable, (of, default) in list(self.variables.items())
            if variable in used
        )
        if keyword == "query" and not name and not declared and body.startswith(" {"):
            return body.lstrip()
        return f"{keyword}{' ' + name if name else ''}{'(' + declared + ')' if declared else ''}{body}"

    def selection_set(self, type_: Any, depth: int, *, root: str = "") -> str:
        """A selection set on a composite type."""
        rng = self.rng
        used: dict[str, str] = {}
        selections = [self.selection(type_, depth, used) for _ in range(rng.randint(1, 4))]
        if root == "query" and rng.random() < 0.08:
            selections.append(rng.choice(INTROSPECTION).replace("NAME", rng.choice(list(self.schema.type_map))))
        if root == "query" and self.loosely():
            selections.append(rng.choice(DEEP_INTROSPECTION))
        kept = [selection for selection in selections if selection]
        return "{ " + " ".join(kept or ["__typename"]) + " }"

    def selection(self, type_: Any, depth: int, used: dict[str, str]) -> str:
        rng = self.rng
        choice = rng.random()
        if choice < 0.1 or is_union_type(type_) and choice < 0.3:
            return f"__typename{self.directives('FIELD')}"
        if depth > 0 and (choice < 0.25 or is_union_type(type_)):
            on = self.overlapping(type_)
            condition = "" if on is type_ and rng.random() < 0.5 else f"on {on} "
            body = self.selection_set(on, depth - 1) if is_composite_type(on) else "{ name }"
            return f"... {condition}{self.directives('INLINE_FRAGMENT').lstrip()} {body}"
        if depth > 0 and choice < 0.35:
            return f"...{self.fragment(type_, depth - 1)}{self.directives('FRAGMENT_SPREAD')}"
        if is_union_type(type_):
            return "__typename"
        return self.field(type_, depth, used)

    def field(self, type_: Any, depth: int, used: dict[str, str]) -> str:
        rng = self.rng
        name = rng.choice(list(type_.fields))
        if self.loosely():
            return self.field_of_another(depth)
        field = type_.fields[name]
        named = get_named_type(field.type)
        if is_composite_type(named) and depth <= 0:
            return "__typename"
        arguments = self.arguments(field.args)
        alias = ""
        if self.looseness and rng.random() < 0.5:
            # A response name that others have too.
            alias = rng.choice(["", "", "a: ", "b: ", f"{rng.choice(list(type_.fields))}: "])
            body = f" {self.selection_set(named, depth - 1)}" if is_composite_type(named) and not self.loosely() else ""
            if not is_composite_type(named) and self.loosely():
                body = " { name }"
            return f"{alias}{name}{arguments}{self.directives('FIELD')}{body}"
        if rng.random() < 0.15 or used.get(name, arguments) != arguments or arguments:
            self.aliases += 1
            alias = f"{rng.choice('abc')}{self.aliases}: "
        else:
            used[name] = arguments
        body = f" {self.selection_set(named, depth - 1)}" if is_composite_type(named) else ""
        return f"{alias}{name}{arguments}{self.directives('FIELD')}{body}"

    def field_of_another(self, depth: int) -> str:
        """A field of any type."""
        composites = [type_ for type_ in self.schema.type_map.values() if is_composite_type(type_) and not is_union_type(type_)]
        return self.field(self.rng.choice(composites), depth, {})

    def overlapping(self, type_: Any) -> Any:
        """A type whose objects may be of another."""
        if self.loosely() and self.rng.random() < 0.3:
            return self.rng.choice([*self.schema.type_map.values(), "Nothing"])
        if self.loosely():
            composites = [other for other in self.schema.type_map.values() if is_composite_type(other) and not other.name.startswith("__")]
            return self.rng.choice(composites)
        candidates = [
            other
            for other in self.schema.type_map.values()
            if is_composite_type(other) and not other.name.startswith("__") and self.overlap(type_, other)
        ]
        return self.rng.choice(candidates) if candidates and self.rng.random() < 0.8 else type_

    def overlap(self, one: Any, other: Any) -> bool:
        return bool(self.possible(one) & self.possible(other))

    def possible(self, type_: Any) -> set[str]:
        return {type_.name} if is_object_type(type_) else {member.name for member in self.schema.get_possible_types(type_)}

    def fragment(self, type_: Any, depth: int) -> str:
        """A fragment that may be spread on a type: one that is there, or a new one."""
        fitting = [name for name, on in self.fragments.items() if name in self.fragment_bodies and self.overlap(type_, on)]
        if fitting and self.rng.random() < 0.5:
            return self.rng.choice(fitting)
        on = self.overlapping(type_)
        if not is_composite_type(on):
            on = type_
        name = f"F{len(self.fragments)}"
        self.fragments[name] = on
        # A body that is not made yet cannot be chosen, so that no fragment comes to spread itself.
        self.fragment_bodies[name] = self.selection_set(on, depth)
        return name

    def arguments(self, arguments: Any, *, variables: bool = True) -> str:
        given = [
            f"{name}: {self.value(argument.type, variables=variables)}"
            for name, argument in arguments.items()
            if (is_non_null_type(argument.type) and argument.default is None) or self.rng.random() < 0.6
        ]
        self.rng.shuffle(given)
        return f"({', '.join(given)})" if given else ""

    def directives(self, place: str) -> str:
        rng = self.rng
        written = ""
        if place in ("FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT") and rng.random() < 0.12:
            boolean = self.schema.type_map.get("Boolean")
            condition = rng.choice(["true", "false"])
            if boolean is not None and rng.random() < 0.4:
                condition = self.variable(boolean, "!")
            written += f" @{rng.choice(['skip', 'include'])}(if: {condition})"
        for directive in self.schema.directives:
            if place in {location.name for location in directive.locations} and directive.name not in ("skip", "include"):
                if rng.random() < 0.1:
                    written += f" @{directive.name}{self.arguments(directive.args, variables=place != 'VARIABLE_DEFINITION')}"
        return written

    def variable(self, type_: Any, suffix: str = "") -> str:
        """A variable of a type, declared with it."""
        written = f"{type_}{suffix}"
        if self.loosely():
            written = f"{self.rng.choice(list(self.schema.type_map))}{suffix}"
        known = [name for name, (of, _) in self.variables.items() if of == written]
        if known and self.rng.random() < 0.4:
            return f"${self.rng.choice(known)}"
        name = f"v{len(self.variables)}"
        default = f" = {self.constant(type_)}" if not suffix and self.rng.random() < 0.3 else ""
        self.variables[name] = (written, default)
        return f"${name}"

    def constant(self, type_: Any) -> str:
        return self.value(type_, variables=False)

    def value(self, type_: Any, depth: int = 3, *, variables: bool = True) -> str:
        """A literal of an input type."""
        rng = self.rng
        if variables and rng.random() < 0.2:
            return self.variable(type_)
        if is_non_null_type(type_):
            return self.value_not_null(type_.of_type, depth, variables=variables)
        return "null" if rng.random() < 0.1 else self.value_not_null(type_, depth, variables=variables)

    def value_not_null(self, type_: Any, depth: int, *, variables: bool) -> str:
        rng = self.rng
        if is_list_type(type_):
            if rng.random() < 0.2:
                item = self.value(type_.of_type, depth - 1, variables=False)
                return item if item != "null" else "[]"
            items = [self.value(type_.of_type, depth - 1, variables=variables) for _ in range(rng.randint(0, 2))]
            return "[" + ", ".join(items) + "]"
        if is_enum_type(type_):
            return rng.choice(list(type_.values))
        if is_input_object_type(type_):
            return self.input_object(type_, depth, variables=variables)
        if variables and type_.name not in ("Int", "Float", "Boolean", "ID", "String") and rng.random() < 0.3:
            return self.literal_with_variable()
        return self.scalar(type_.name)

    def literal_with_variable(self) -> str:
        """A literal of a custom scalar that has variables in it."""
        # Introspection's own enums have values of Python's kind there.
        names = [name for name, type_ in self.schema.type_map.items() if is_input_type(type_) and not name.startswith("__")]
        variable = self.variable(self.schema.type_map[self.rng.choice(names)])
        return self.rng.choice(["{a: %s, b: [1]}", "[%s, null]", "{a: {b: [%s]}}"]) % variable

    def scalar(self, name: str) -> str:
        rng = self.rng
        if name == "Int":
            return str(rng.randint(-9, 9))
        if name == "Float":
            return rng.choice([str(rng.randint(-9, 9)), "1.5", "-2.25e1"])
        if name == "Boolean":
            return rng.choice(["true", "false"])
        if name == "ID":
            return rng.choice(["1", '"abc"'])
        if name == "String":
            return any_string(rng)
        return rng.choice([untyped_literal(rng, 1), number_literal(rng)])

    def input_object(self, type_: Any, depth: int, *, variables: bool) -> str:
        fields = type_.fields
        if type_.is_one_of:
            name = self.rng.choice(simple_fields(type_) if depth <= 0 else list(fields))
            if variables and self.rng.random() < 0.3:
                return f"{{{name}: {self.variable(fields[name].type, '!')}}}"
            return f"{{{name}: {self.value_not_null(fields[name].type, depth - 1, variables=False)}}}"
        given = [
            f"{name}: {self.value(field.type, depth - 1, variables=variables)}"
            for name, field in fields.items()
            if is_non_null_type(field.type) and field.default is None or (depth > 0 and self.rng.random() < 0.5)
        ]
        self.rng.shuffle(given)
        return "{" + ", ".join(given) + "}"
