"""Random requests of the conformance filter."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from random import Random
from typing import Any

import graphql
from graphql import GraphQLSchema
from graphql.validation import NoDeprecatedCustomRule, NoSchemaIntrospectionCustomRule, specified_rules
from graphql.validation.specified_rules import specified_sdl_rules

from mutation import mutate, reformat
from random_data import DataMaker, variable
from random_operation import OperationMaker
from random_schema import SchemaMaker
from random_text import ARGUMENT_NAMES, DIRECTIVE_NAMES, ENUM_VALUES, FIELD_NAMES

Request = dict[str, Any]


class GroupedRandom(Random):
    """The chance of one request, which knows the group that it shares a schema with."""

    group = ""


# Requests of neighbouring numbers share their schema, which is dear to make.
SHARED = 8


def valid_schema(rng: GroupedRandom, *, plain: bool = False) -> tuple[str, GraphQLSchema]:
    """A schema that holds every rule."""
    return made_schema(rng.group, plain)


@lru_cache(maxsize=4)
def made_schema(group: str, plain: bool) -> tuple[str, GraphQLSchema]:
    """The schema of a group of requests."""
    rng = Random(f"{group}/{plain}")
    while True:
        sdl = SchemaMaker(rng, plain=plain).make()
        schema = buildable(sdl)
        if schema is not None and not graphql.validate_schema(schema):
            return sdl, schema


def loose_schema(rng: Random) -> str:
    """A schema that can be built, however wrong its types are."""
    for _ in range(20):
        sdl = SchemaMaker(rng, plain=rng.random() < 0.5, loose=True).make()
        if buildable(sdl) is not None:
            return sdl
    return "type Query { a: Int }"


def buildable(sdl: str) -> GraphQLSchema | None:
    """The schema of an SDL, if it is one."""
    try:
        return graphql.build_schema(sdl)
    except Exception:  # noqa: BLE001
        return None


def mutated_schema(rng: Random, sdl: str, changes: int) -> str:
    """Another SDL that can still be built, however wrong its types are."""
    for _ in range(40):
        other = mutate(rng, sdl, changes, syntax=0.15)
        if buildable(other) is not None:
            return other
    return sdl


def document_text(rng: GroupedRandom) -> str:
    """A document of either kind, well formed or not."""
    sdl, schema = valid_schema(rng)
    text = sdl if rng.random() < 0.4 else OperationMaker(rng, schema).document()
    if rng.random() < 0.3:
        text = reformat(rng, text)
    return text if rng.random() < 0.3 else mutate(rng, text, rng.randint(1, 3), syntax=0.8)


def parse(rng: GroupedRandom) -> Request:
    """Parsing and printing."""
    request: Request = {"op": "parse", "document": document_text(rng)}
    if rng.random() < 0.05:
        request["maxTokens"] = rng.randint(1, 60)
    return request


INCREMENTAL = """
directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT
directive @stream(label: String, if: Boolean! = true, initialCount: Int! = 0) on FIELD
"""


def validate(rng: GroupedRandom) -> Request:
    """A document that may break a rule."""
    sdl, schema = valid_schema(rng)
    if rng.random() < 0.15:
        # The directives that rules know though no schema has them by itself.
        sdl += INCREMENTAL
        schema = graphql.build_schema(sdl)
    loose = rng.random() < 0.5
    document = OperationMaker(rng, schema, loose=loose).document()
    if rng.random() < (0.3 if loose else 0.9):
        document = mutate(rng, document, rng.randint(1, 4), syntax=0.1)
    request: Request = {"op": "validate", "schema": sdl, "document": document}
    if rng.random() < 0.15:
        rules = [*specified_rules, NoDeprecatedCustomRule, NoSchemaIntrospectionCustomRule]
        request["rules"] = [rule.__name__ for rule in rng.sample(rules, rng.randint(1, 4))]
    if rng.random() < 0.1:
        request["hideSuggestions"] = True
    if rng.random() < 0.1:
        request["maxErrors"] = rng.randint(1, 4)
    return request


def validate_definitions(rng: GroupedRandom) -> Request:
    """SDL that may break a rule."""
    sdl, _ = valid_schema(rng)
    if rng.random() < 0.5:
        request: Request = {"op": "validateSDL", "sdl": mutate(rng, sdl, rng.randint(1, 4), syntax=0.1)}
    else:
        request = {"op": "validateSDL", "sdl": extension(rng, sdl), "schema": sdl}
    if rng.random() < 0.1:
        request["rules"] = [rule.__name__ for rule in rng.sample(specified_sdl_rules, rng.randint(1, 4))]
    return request


def extension(rng: Random, sdl: str) -> str:
    """Extensions of a schema made from the definitions of another or the same, some of which fit."""
    other = sdl if rng.random() < 0.5 else SchemaMaker(rng).make()
    definitions = re.split(r"\n\n(?=[\"a-z])", other)
    extended = []
    for definition in rng.sample(definitions, min(len(definitions), rng.randint(1, 4))):
        bare = re.sub(r'\A(""".*?"""|"[^"\n]*")\n', "", definition, flags=re.DOTALL)
        bare = mutate(rng, bare, rng.randint(0, 3), syntax=0.0)
        extended.append(f"extend {bare}" if rng.random() < 0.8 else bare)
    return "\n\n".join(extended)


def validate_type_system(rng: GroupedRandom) -> Request:
    """A schema whose types may be wrong."""
    if rng.random() < 0.6:
        return {"op": "validateSchema", "schema": loose_schema(rng)}
    sdl, _ = valid_schema(rng)
    return {"op": "validateSchema", "schema": mutated_schema(rng, sdl, rng.randint(1, 5))}


def print_schema(rng: GroupedRandom) -> Request:
    """A schema printed, sorted or extended."""
    sdl, _ = valid_schema(rng)
    request: Request = {"op": "printSchema", "schema": loose_schema(rng) if rng.random() < 0.3 else sdl}
    if rng.random() < 0.3:
        request["schema"] = mutated_schema(rng, request["schema"], 2)
    if rng.random() < 0.5:
        request["sorted"] = True
    if rng.random() < 0.4:
        request["extend"] = fitting_extension(rng, request["schema"])
    return request


def fitting_extension(rng: Random, sdl: str) -> str:
    """Extensions that a schema can be extended by."""
    schema = graphql.build_schema(sdl)
    for _ in range(20):
        text = extension(rng, sdl)
        try:
            graphql.extend_schema(schema, graphql.parse(text))
        except Exception:  # noqa: BLE001
            continue
        return text
    return "extend type " + (schema.query_type.name if schema.query_type else "Query") + " { added(a: [Int!] = [1, 2]): String }"


def introspect(rng: GroupedRandom) -> Request:
    """A schema by introspection."""
    sdl, _ = valid_schema(rng)
    request: Request = {"op": "introspect", "schema": mutated_schema(rng, sdl, 2) if rng.random() < 0.3 else sdl}
    for name in ("descriptions", "specifiedByUrl", "directiveIsRepeatable", "schemaDescription", "inputValueDeprecation", "oneOf"):
        if rng.random() < 0.5:
            request[name] = rng.random() < 0.6
    if rng.random() < 0.2:
        request["typeDepth"] = rng.randint(0, 4)
    return request


def diff(rng: GroupedRandom) -> Request:
    """Two schemas, of which the second came from the first."""
    old, _ = valid_schema(rng)
    if rng.random() < 0.3:
        old = loose_schema(rng)
    if rng.random() < 0.1:
        return {"op": "diff", "old": old, "new": loose_schema(rng)}
    return {"op": "diff", "old": old, "new": mutated_schema(rng, old, rng.randint(1, 6))}


def coordinate(rng: GroupedRandom) -> Request:
    """A coordinate, of what is there or is not."""
    sdl, schema = valid_schema(rng)
    types = list(schema.type_map)
    type_, field, argument = (
        rng.choice(types),
        rng.choice(FIELD_NAMES + ENUM_VALUES + ["__typename", "__schema"]),
        rng.choice(ARGUMENT_NAMES),
    )
    members = getattr(schema.type_map[type_], "fields", None) or getattr(schema.type_map[type_], "values", None)
    if members and rng.random() < 0.7:
        field = rng.choice(list(members))
        arguments = getattr(members[field], "args", None)
        if arguments and rng.random() < 0.7:
            argument = rng.choice(list(arguments))
    directive = rng.choice([*(one.name for one in schema.directives), *DIRECTIVE_NAMES])
    text = rng.choice([type_, f"{type_}.{field}", f"{type_}.{field}({argument}:)", f"@{directive}", f"@{directive}({argument}:)"])
    if rng.random() < 0.2:
        text = mutate(rng, text, 1, syntax=0.6)
    return {"op": "coordinate", "schema": sdl, "coordinate": text}


def execute(rng: GroupedRandom) -> Request:
    """A request executed over an object."""
    sdl, schema = valid_schema(rng, plain=True)
    document = OperationMaker(rng, schema).document()
    wrong, wrong_input = rng.choice([0.0, 0.03, 0.1]), rng.choice([0.0, 0.0, 0.0, 0.05])
    parsed = graphql.parse(document)
    request: Request = {"op": "execute", "schema": sdl, "document": document}
    operations = [one for one in parsed.definitions if isinstance(one, graphql.OperationDefinitionNode)]
    chosen = rng.choice(operations)
    if len(operations) > 1 and rng.random() < 0.95:
        request["operationName"] = chosen.name.value if chosen.name else ""
    elif rng.random() < 0.05:
        request["operationName"] = "Nothing"
    request["variables"] = variables(rng, schema, operations, wrong_input)
    root = schema.mutation_type if chosen.operation.value == "mutation" else schema.query_type
    request["root"] = DataMaker(rng, schema, set(re.findall(r"\w+", document)), wrong).object(root, 5)
    return request


def variables(rng: Random, schema: GraphQLSchema, operations: Any, wrong: float) -> dict[str, Any]:
    """Values for the variables of operations."""
    given = {}
    for operation in operations:
        for definition in operation.variable_definitions or ():
            type_ = graphql.type_from_ast(schema, definition.type)
            optional = definition.default_value is not None or not graphql.is_non_null_type(type_)
            if graphql.is_input_type(type_) and rng.random() > (0.4 if optional else wrong):
                given[definition.variable.name.value] = variable(rng, type_, wrong)
    return given


def strip_ignored(rng: GroupedRandom) -> Request:
    """A document without what means nothing."""
    return {"op": "stripIgnored", "document": document_text(rng)}


def separate_operations(rng: GroupedRandom) -> Request:
    """A document with several operations."""
    _, schema = valid_schema(rng)
    document = "\n".join(OperationMaker(rng, schema).document().replace("Op", f"Op{index}") for index in range(rng.randint(1, 3)))
    return {"op": "separateOperations", "document": mutate(rng, document, rng.randint(0, 2), syntax=0.0)}


KINDS: list[tuple[int, Callable[[GroupedRandom], Request]]] = [
    (12, parse),
    (18, validate),
    (12, validate_definitions),
    (8, validate_type_system),
    (6, print_schema),
    (4, introspect),
    (8, diff),
    (4, coordinate),
    (20, execute),
    (4, strip_ignored),
    (2, separate_operations),
]


def random_request(seed: int, number: int, op: str | None = None) -> Request:
    """The request of a seed and a number; the same for ever."""
    rng = GroupedRandom(f"{seed}/{number}")
    rng.group = f"{seed}/{number // SHARED}"
    kinds = [(weight, make) for weight, make in KINDS if op is None or make is MAKERS[op]]
    make = rng.choices([make for _, make in kinds], [weight for weight, _ in kinds])[0]
    return {"id": f"{seed}/{number}", **make(rng)}


MAKERS: dict[str, Callable[[GroupedRandom], Request]] = {
    "parse": parse,
    "validate": validate,
    "validateSDL": validate_definitions,
    "validateSchema": validate_type_system,
    "printSchema": print_schema,
    "introspect": introspect,
    "diff": diff,
    "coordinate": coordinate,
    "execute": execute,
    "stripIgnored": strip_ignored,
    "separateOperations": separate_operations,
}
