"""Random schemas, as SDL."""

from __future__ import annotations

from random import Random

from random_text import (
    ARGUMENT_NAMES,
    DIRECTIVE_NAMES,
    ENUM_VALUES,
    FIELD_NAMES,
    SCALAR_NAMES,
    TYPE_NAMES,
    any_string,
    block_literal,
    string_literal,
    text,
    untyped_literal,
)

BUILT_IN = ["Int", "Float", "String", "Boolean", "ID"]
SDL_LOCATIONS = (
    "SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION"
).split()
EXECUTABLE_LOCATIONS = "QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION".split()

Arguments = dict[str, str]
Fields = dict[str, tuple[str, Arguments]]


class SchemaMaker:
    """Makes a schema that holds nearly all rules, or a loose one, that breaks those of the type system here and there."""

    def __init__(self, rng: Random, *, plain: bool = False, loose: bool = False) -> None:
        self.rng = rng
        self.looseness = 0.06 if loose else 0.0
        # Without descriptions and directives, which say nothing to an execution.
        self.plain = plain
        names = iter(rng.sample(TYPE_NAMES, len(TYPE_NAMES)))
        if self.loosely():
            names = iter(["__Hidden", *names])
        self.scalars = rng.sample(SCALAR_NAMES, rng.randint(0, 2))
        self.enums = {next(names): rng.sample(ENUM_VALUES, rng.randint(1, 4)) for _ in range(rng.randint(1, 2))}
        self.inputs = [next(names) + "Input" for _ in range(rng.randint(1, 3))]
        self.one_of = {name for name in self.inputs if rng.random() < 0.25}
        self.input_fields: dict[str, dict[str, str]] = {}
        self.interfaces = [next(names) for _ in range(rng.randint(0, 3))]
        self.objects = [next(names) for _ in range(rng.randint(2, 4))]
        self.unions = [next(names) for _ in range(rng.randint(0, 2))]
        self.parents: dict[str, list[str]] = {}
        self.fields: dict[str, Fields] = {}
        # One signature for each name of a field, so that an object can implement several interfaces that have it.
        self.signatures: Fields = {}
        self.inherited: dict[str, set[str]] = {}
        self.directives: dict[str, tuple[Arguments, list[str], bool]] = {}

    def make(self) -> str:
        """The SDL."""
        self.choose_directives()
        for name in self.inputs:
            self.choose_input(name)
        for name in self.interfaces:
            self.choose_composite(name, self.interfaces[: self.interfaces.index(name)])
        for name in self.objects:
            self.choose_composite(name, self.interfaces)
        roots = self.choose_roots()
        definitions = [
            *(self.scalar(name) for name in self.scalars),
            *(self.enum(name) for name in self.enums),
            *(self.input(name) for name in self.inputs),
            *(self.composite("interface", name) for name in self.interfaces),
            *(self.composite("type", name) for name in [*self.objects, *roots.values()]),
            *(self.union(name) for name in self.unions),
            *(self.directive(name) for name in self.directives),
            *self.schema(roots),
        ]
        self.rng.shuffle(definitions)
        return "\n\n".join(definitions) + "\n"

    def loosely(self) -> bool:
        """Whether to break a rule."""
        return self.rng.random() < self.looseness

    def any_name(self) -> str:
        """The name of any type."""
        named = [*self.objects, *self.interfaces, *self.unions, *self.inputs, *self.enums, *self.scalars]
        return self.rng.choice([*named, *BUILT_IN])

    # What there is.

    def choose_directives(self) -> None:
        for name in self.rng.sample(DIRECTIVE_NAMES, 0 if self.plain else self.rng.randint(0, 3)):
            places = self.rng.sample(SDL_LOCATIONS, self.rng.randint(1, 5)) + self.rng.sample(EXECUTABLE_LOCATIONS, self.rng.randint(0, 4))
            arguments = {name: self.leaf_type() for name in self.rng.sample(ARGUMENT_NAMES, self.rng.randint(0, 2))}
            self.directives[name] = (arguments, places, self.rng.random() < 0.4)

    def choose_input(self, name: str) -> None:
        fields: dict[str, str] = {}
        for field in self.rng.sample(FIELD_NAMES, self.rng.randint(1, 4)):
            if name in self.one_of and not self.loosely():
                # The first is no input, so that there is a finite value.
                fields[field] = (self.input_type() if fields else self.leaf_type()).rstrip("!")
            else:
                fields[field] = self.input_type()
        self.input_fields[name] = fields

    def choose_composite(self, name: str, candidates: list[str]) -> None:
        wanted = self.rng.sample(candidates, self.rng.randint(0, min(2, len(candidates))))
        parents: list[str] = []
        for parent in wanted:
            inherited = [] if self.loosely() else [other for other in self.parents[parent] if other in self.fields]
            parents += [other for other in [parent, *inherited] if other not in parents]
        fields: Fields = {}
        for parent in parents:
            for field, (type_, arguments) in self.fields[parent].items():
                required = type_.endswith("!") or (field in fields and fields[field][0].endswith("!"))
                narrower = type_.rstrip("!") + "!" if required or self.rng.random() < 0.2 else type_
                if self.loosely():
                    continue
                fields[field] = (self.output_type() if self.loosely() else narrower, self.loosened(arguments))
        if self.loosely():
            parents.append(self.rng.choice([name, self.any_name(), *parents]))
        self.inherited[name] = set(fields)
        for field in self.rng.sample(FIELD_NAMES, self.rng.randint(1, 5)):
            own = name in self.objects and self.rng.random() < 0.4
            fields.setdefault(field, (self.output_type(), self.arguments()) if own else self.signature(field))
        self.parents[name] = parents
        self.fields[name] = fields

    def loosened(self, arguments: Arguments) -> Arguments:
        """The arguments of a field that implements another, not always the same."""
        kept = {name: self.input_type() if self.loosely() else type_ for name, type_ in arguments.items() if not self.loosely()}
        if self.loosely():
            kept["extra"] = self.input_type()
        return kept

    def signature(self, field: str) -> tuple[str, Arguments]:
        """The type and the arguments that a name stands for in this schema."""
        if field not in self.signatures:
            self.signatures[field] = (self.output_type(), self.arguments())
        type_, arguments = self.signatures[field]
        return type_, dict(arguments)

    def choose_roots(self) -> dict[str, str]:
        renamed = self.rng.random() < 0.2
        roots = {"query": "RootQuery" if renamed else "Query"}
        if self.rng.random() < 0.5:
            roots["mutation"] = "RootMutation" if renamed else "Mutation"
        if self.rng.random() < 0.2:
            roots["subscription"] = "RootSubscription" if renamed else "Subscription"
        for name in roots.values():
            self.parents[name] = []
            self.inherited[name] = set()
            self.fields[name] = {
                field: (self.output_type(), self.arguments()) for field in self.rng.sample(FIELD_NAMES, self.rng.randint(2, 6))
            }
        return roots

    # Types.

    def wrap(self, type_: str) -> str:
        pattern = self.rng.choice(["{}", "{}", "{}", "{}!", "{}!", "[{}]", "[{}!]", "[{}]!", "[{}!]!", "[[{}]]"])
        return pattern.format(type_)

    def leaf_type(self) -> str:
        return self.wrap(self.rng.choice([*BUILT_IN, *self.scalars, *self.scalars, *self.enums]))

    def input_type(self) -> str:
        """A type of input; of the inputs only ones that are not required, so that each has a finite value."""
        if self.loosely():
            return self.wrap(self.any_name())
        if self.rng.random() < 0.3:
            return self.rng.choice(["{}", "[{}]", "[{}!]", *(["{}!"] if self.looseness else [])]).format(self.rng.choice(self.inputs))
        return self.leaf_type()

    def output_type(self) -> str:
        if self.loosely():
            return self.wrap(self.any_name())
        if self.rng.random() < 0.5:
            return self.wrap(self.rng.choice([*BUILT_IN, *self.scalars, *self.scalars, *self.enums]))
        return self.wrap(self.rng.choice([*self.objects, *self.interfaces, *self.unions]))

    def arguments(self) -> Arguments:
        if self.rng.random() < 0.6:
            return {}
        return {name: self.input_type() for name in self.rng.sample(ARGUMENT_NAMES, self.rng.randint(1, 3))}

    # Values.

    def value(self, type_: str, depth: int = 3) -> str:
        """A constant of a type."""
        rng = self.rng
        if self.loosely():
            return untyped_literal(rng, 1)
        if type_.endswith("!"):
            return self.value_not_null(type_[:-1], depth)
        return "null" if rng.random() < 0.15 else self.value_not_null(type_, depth)

    def value_not_null(self, type_: str, depth: int) -> str:
        rng = self.rng
        if type_.startswith("["):
            if rng.random() < 0.2:
                item = self.value(type_[1:-1], depth - 1)
                return item if item != "null" else "[]"
            return "[" + ", ".join(self.value(type_[1:-1], depth - 1) for _ in range(rng.randint(0, 2))) + "]"
        if type_ == "Int":
            return str(rng.randint(-50, 50))
        if type_ == "Float":
            return rng.choice([str(rng.randint(-5, 5)), "0.5", "-2.25", "1e3", "2.5e-1"])
        if type_ == "Boolean":
            return rng.choice(["true", "false"])
        if type_ == "ID":
            return rng.choice(["1", '"1"', '"abc"', "-7"])
        if type_ == "String":
            return any_string(rng)
        if type_ in self.enums:
            return rng.choice(self.enums[type_])
        if type_ in self.scalars:
            return untyped_literal(rng, 1)
        return self.input_value(type_, depth)

    def input_value(self, type_: str, depth: int) -> str:
        fields = self.input_fields.get(type_)
        if fields is None or depth < 0:
            # An input that is not chosen yet, or that requires itself.
            return "{}"
        if type_ in self.one_of:
            simple = [name for name, of in fields.items() if of.strip("[]!") not in self.inputs]
            if not simple:
                return "{}"
            name = self.rng.choice(simple)
            return "{" + f"{name}: {self.value_not_null(fields[name], depth - 1)}" + "}"
        given = [
            f"{name}: {self.value(of, depth - 1)}"
            for name, of in fields.items()
            if of.endswith("!") or (depth > 0 and of.strip("[]!") not in self.inputs and self.rng.random() < 0.5)
        ]
        self.rng.shuffle(given)
        return "{" + ", ".join(given) + "}"

    # SDL.

    def description(self, indent: str = "") -> str:
        if self.plain or self.rng.random() > 0.15:
            return ""
        value = text(self.rng)
        written = block_literal(self.rng, value) if self.rng.random() < 0.6 else string_literal(self.rng, value)
        return f"{written}\n{indent}"

    def applied(self, place: str, *, deprecable: bool = False) -> str:
        """Directives at a place."""
        written = []
        if deprecable and self.rng.random() < 0.1:
            reason = "" if self.rng.random() < 0.3 else f"(reason: {any_string(self.rng)})"
            written.append(f"@deprecated{reason}")
        for name, (arguments, places, repeatable) in self.directives.items():
            if place in places and self.rng.random() < 0.2:
                written += [self.application(name, arguments) for _ in range(2 if repeatable and self.rng.random() < 0.3 else 1)]
        return "".join(" " + one for one in written)

    def application(self, name: str, arguments: Arguments) -> str:
        given = [f"{argument}: {self.value(of)}" for argument, of in arguments.items() if of.endswith("!") or self.rng.random() < 0.6]
        return f"@{name}({', '.join(given)})" if given else f"@{name}"

    def argument_list(self, arguments: Arguments) -> str:
        if not arguments:
            return ""
        return "(" + ", ".join(self.input_member(name, of, "ARGUMENT_DEFINITION") for name, of in arguments.items()) + ")"

    def input_member(self, name: str, type_: str, place: str, *, default: bool = True) -> str:
        # Defaults of inputs could make a cycle: those are left to the recorded suite.
        if self.looseness and self.rng.random() < 0.3:
            default = True
        with_default = default and (type_.strip("[]!") not in self.inputs or self.looseness > 0) and self.rng.random() < 0.35
        value = f" = {self.value(type_)}" if with_default else ""
        deprecable = not type_.endswith("!") or with_default or self.loosely()
        return f"{self.description()}{name}: {type_}{value}{self.applied(place, deprecable=deprecable)}"

    def scalar(self, name: str) -> str:
        url = f" @specifiedBy(url: {string_literal(self.rng, 'https://example.com/' + name)})" if self.rng.random() < 0.4 else ""
        return f"{self.description()}scalar {name}{url}{self.applied('SCALAR')}"

    def enum(self, name: str) -> str:
        values = "".join(f"\n  {self.description('  ')}{value}{self.applied('ENUM_VALUE', deprecable=True)}" for value in self.enums[name])
        return f"{self.description()}enum {name}{self.applied('ENUM')} {{{values}\n}}"

    def input(self, name: str) -> str:
        fields = "".join(
            f"\n  {self.input_member(field, of, 'INPUT_FIELD_DEFINITION', default=name not in self.one_of)}"
            for field, of in self.input_fields[name].items()
        )
        one_of = " @oneOf" if name in self.one_of else ""
        return f"{self.description()}input {name}{one_of}{self.applied('INPUT_OBJECT')} {{{fields}\n}}"

    def composite(self, keyword: str, name: str) -> str:
        parents = f" implements {' & '.join(self.parents[name])}" if self.parents[name] else ""
        inherited = self.inherited[name]
        fields = "".join(
            f"\n  {self.description('  ')}{field}{self.argument_list(arguments)}: {of}"
            # What implements a field may be deprecated only where that is.
            f"{self.applied('FIELD_DEFINITION', deprecable=field not in inherited or self.loosely())}"
            for field, (of, arguments) in self.fields[name].items()
        )
        place = "INTERFACE" if keyword == "interface" else "OBJECT"
        return f"{self.description()}{keyword} {name}{parents}{self.applied(place)} {{{fields}\n}}"

    def union(self, name: str) -> str:
        members = self.rng.sample(self.objects, self.rng.randint(1, len(self.objects)))
        if self.loosely():
            members.append(self.rng.choice([*self.objects, self.any_name()]))
        return f"{self.description()}union {name}{self.applied('UNION')} = {' | '.join(members)}"

    def directive(self, name: str) -> str:
        arguments, places, repeatable = self.directives[name]
        # Arguments of directives have no directives here: one could come to use itself.
        written = ", ".join(f"{argument}: {of}{f' @{name}' if self.loosely() else ''}" for argument, of in arguments.items())
        given = f"({written})" if written else ""
        return f"{self.description()}directive @{name}{given}{' repeatable' if repeatable else ''} on {' | '.join(places)}"

    def schema(self, roots: dict[str, str]) -> list[str]:
        if roots["query"] == "Query" and self.rng.random() < 0.7:
            return []
        if self.loosely():
            roots = {**roots, self.rng.choice(["query", "mutation", "subscription"]): self.any_name()}
        fields = "".join(f"\n  {operation}: {name}" for operation, name in roots.items())
        return [f"{self.description()}schema{self.applied('SCHEMA')} {{{fields}\n}}"]
