"""The reference filter: answers the requests of `docket conformance` by means of graphql-core.

As a program it reads requests as JSON lines and writes answers as JSON lines, worded as graphql-js does (`--plain`: as graphql-core does).
"""

from __future__ import annotations

import sys

if __name__ == "__main__" and "--plain" not in sys.argv:
    import as_graphql_js

    as_graphql_js.install()

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import graphql
from graphql import GraphQLError, GraphQLSchema, GraphQLSyntaxError, validation
from graphql.execution.executor import Executor
from graphql.language import DocumentNode
from graphql.utilities.find_schema_changes import BreakingChange, DangerousChange, find_schema_changes
from graphql.validation.specified_rules import specified_rules, specified_sdl_rules
from graphql.validation.validate import validate_sdl

Request = dict[str, Any]
Answer = dict[str, Any]


class Refused(Exception):
    """A request that cannot be answered."""


def formatted(errors: list[GraphQLError]) -> list[dict[str, Any]]:
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


@lru_cache(maxsize=64)
def build(sdl: str, *, valid: bool) -> GraphQLSchema:
    """Builds a schema; with `valid` it must hold the type system's rules too."""
    try:
        schema = graphql.build_schema(sdl)
        for type_ in schema.type_map.values():
            # These are made when they are first asked for; a fault in one is the schema's.
            getattr(type_, "fields", None), getattr(type_, "values", None)
    except (GraphQLError, TypeError, ValueError) as error:
        raise Refused(f"This is no schema: {error}") from error
    if valid:
        errors = graphql.validate_schema(schema)
        if errors:
            raise Refused("\n\n".join(error.message for error in errors))
    return schema


RULES = {rule.__name__: rule for rule in [*specified_rules, *specified_sdl_rules]}
# graphql-js' names all end alike.
RULES |= {f"{name}Rule": rule for name, rule in RULES.items() if not name.endswith("Rule")}
RULES |= {name: getattr(validation, name) for name in validation.__all__ if name.startswith("No") and name.endswith("Rule")}


def rules_named(request: Request) -> list[Any] | None:
    """Finds the rules that a request names."""
    if "rules" not in request:
        return None
    rules = []
    for name in request["rules"]:
        rule = RULES.get(name)
        if rule is None:
            raise Refused(f"There is no rule {name}.")
        rules.append(rule)
    return rules


def parse(request: Request) -> Answer:
    """Parses a document and prints it."""
    source = request["document"] if "document" in request else request["sdl"]
    document = graphql.parse(source, bool(request.get("noLocation")), max_lexical_tokens=request.get("maxTokens"))
    return {"printed": graphql.print_ast(document)}


def validate(request: Request) -> Answer:
    """Validates a document against a schema."""
    schema = build(request["schema"], valid=True)
    rules = rules_named(request)
    document = graphql.parse(request["document"])
    hidden = bool(request.get("hideSuggestions"))
    return {"errors": formatted(graphql.validate(schema, document, rules, request.get("maxErrors"), hidden))}


def validate_definitions(request: Request) -> Answer:
    """Validates SDL, alone or as what extends a schema."""
    extended = build(request["schema"], valid=False) if "schema" in request else None
    rules = rules_named(request)
    return {"errors": formatted(validate_sdl(graphql.parse(request["sdl"]), extended, rules))}


def validate_type_system(request: Request) -> Answer:
    """Validates a schema."""
    return {"errors": formatted(graphql.validate_schema(build(request["schema"], valid=False)))}


def print_schema(request: Request) -> Answer:
    """Prints a schema, extended or sorted."""
    schema = build(request["schema"], valid=False)
    if "extend" in request:
        try:
            schema = graphql.extend_schema(schema, graphql.parse(request["extend"]))
        except (GraphQLError, TypeError) as error:
            raise Refused(str(error)) from error
    if request.get("sorted"):
        schema = graphql.lexicographic_sort_schema(schema)
    return {"printed": graphql.print_schema(schema)}


INTROSPECTION_OPTIONS = {
    "descriptions": "descriptions",
    "specifiedByUrl": "specified_by_url",
    "directiveIsRepeatable": "directive_is_repeatable",
    "schemaDescription": "schema_description",
    "inputValueDeprecation": "input_value_deprecation",
    "oneOf": "one_of",
    "typeDepth": "type_depth",
}


def introspect(request: Request) -> Answer:
    """Answers the introspection query."""
    schema = build.__wrapped__(request["schema"], valid=False)
    options = {ours: request[name] for name, ours in INTROSPECTION_OPTIONS.items() if name in request}
    schema._validation_errors = []  # noqa: SLF001
    result = graphql.execute_sync(schema, graphql.parse(graphql.get_introspection_query(**options)))
    if result.errors:
        return {"data": result.data, "errors": formatted(result.errors)}
    return {"data": result.data}


def diff(request: Request) -> Answer:
    """Finds what changed from one schema to another."""
    changes: dict[str, list[dict[str, str]]] = {"breaking": [], "dangerous": [], "safe": []}
    for change in find_schema_changes(build(request["old"], valid=False), build(request["new"], valid=False)):
        kind = "breaking" if isinstance(change, BreakingChange) else "dangerous" if isinstance(change, DangerousChange) else "safe"
        changes[kind].append({"type": change.type.name, "description": change.description})
    return changes


def coordinate(request: Request) -> Answer:
    """Resolves a schema coordinate."""
    schema = build(request["schema"], valid=False)
    try:
        element = graphql.resolve_schema_coordinate(schema, request["coordinate"])
    except TypeError as error:
        return {"errors": [{"message": str(error)}]}
    if element is None:
        return {"resolved": None}
    resolved = {"kind": element.kind, "coordinate": request["coordinate"]}
    owner = getattr(element, "type", None)
    if owner is not None:
        resolved["type"] = owner.name
    return {"resolved": resolved}


class CoercedArguments(dict[str, Any]):
    """A field's arguments, which are the field's answer."""


def resolve(source: Any, info: graphql.GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    """Resolves a field to the property of its name."""
    value = source.get(info.field_name) if isinstance(source, dict) else None
    if isinstance(value, dict) and value.get("__args") is True:
        return CoercedArguments(arguments)
    return value


class RootExecutor(Executor[Any]):
    """An executor over the values of a JSON document."""

    def complete_value(self, return_type: Any, field_details_list: Any, info: Any, path: Any, result: Any, position_context: Any) -> Any:
        if isinstance(result, CoercedArguments):
            return dict(result)
        if isinstance(result, dict) and isinstance(result.get("__error"), str):
            raise RuntimeError(result["__error"])
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)


def execute(request: Request) -> Answer:
    """Executes a document over a JSON document."""
    schema = build(request["schema"], valid=True)
    document = graphql.parse(request["document"])
    errors = graphql.validate(schema, document)
    if errors:
        return {"errors": formatted(errors)}
    return run(schema, document, request)


def run(schema: GraphQLSchema, document: DocumentNode, request: Request) -> Answer:
    """Executes a document that is valid."""
    built = RootExecutor.build(schema, document, request.get("root"), None, request.get("variables"), request.get("operationName"), resolve)
    if isinstance(built, list):
        return {"errors": formatted(built)}
    result = built.execute_operation()
    assert isinstance(result, graphql.ExecutionResult)
    answer: Answer = {"errors": formatted(result.errors)} if result.errors else {}
    answer["data"] = result.data
    return answer


def strip_ignored(request: Request) -> Answer:
    """Strips a document of what means nothing."""
    return {"printed": graphql.strip_ignored_characters(request["document"])}


def separate_operations(request: Request) -> Answer:
    """Makes a document of each operation."""
    separated = graphql.separate_operations(graphql.parse(request["document"]))
    return {"operations": {name: graphql.print_ast(document) for name, document in separated.items()}}


OPERATIONS: dict[str, Callable[[Request], Answer]] = {
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


def answer(request: Request) -> Answer:
    """Answers a request, without its id."""
    operation = OPERATIONS.get(request.get("op", ""))
    if operation is None:
        return {"error": f"There is no op {request.get('op')}."}
    try:
        return operation(request)
    except Refused as refusal:
        return {"error": str(refusal)}
    except GraphQLSyntaxError as error:
        return {"errors": formatted([error])}
    except GraphQLError as error:
        # A schema that fails only when it is looked at.
        return {"error": error.message}


def main() -> None:
    """Answers requests until the input ends."""
    for line in sys.stdin:
        request: Any = None
        try:
            request = json.loads(line)
            reply = answer(request)
        except Exception as error:  # noqa: BLE001
            reply = {"error": f"{type(error).__name__}: {error}"}
        identity = request.get("id") if isinstance(request, dict) else None
        print(json.dumps({"id": identity, **reply}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    main()
