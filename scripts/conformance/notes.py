"""What is written of each call of graphql-core's public functions."""

from __future__ import annotations

import json
import re
from typing import Any

import graphql
from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, Source
from graphql.pyutils import Undefined

from observation import Observation
from recording import NotPortable, Recorder
from writing import formatted, rule_names, schema_text

EVERYTHING = {
    "specifiedByUrl": True,
    "directiveIsRepeatable": True,
    "schemaDescription": True,
    "inputValueDeprecation": True,
    "oneOf": True,
}
ECHO = {"field": {"__args": True}}
A_SCHEMA = "type Query {\n  field(argument: Int): String\n}\n"


def body(source: Any) -> str:
    """The text of a source."""
    return source.body if isinstance(source, Source) else source


def text_of(document: Any) -> str:
    """The text that a document was parsed from."""
    if not isinstance(document, DocumentNode):
        raise NotPortable("not a whole document")
    if document.loc is None:
        raise NotPortable("a document made without text")
    return document.loc.source.body


def sdl_of(schema: Any) -> str:
    """The SDL of a schema."""
    text = schema_text(schema) if isinstance(schema, GraphQLSchema) else None
    if text is None:
        raise NotPortable("a schema that cannot be written in SDL")
    return text


def schema_for(type_: Any) -> str | None:
    """A schema with a field that takes an argument of a type."""
    if not graphql.is_input_type(type_):
        return None
    argument = graphql.GraphQLArgument(type_)
    field = graphql.GraphQLField(graphql.GraphQLString, args={"argument": argument})
    try:
        return schema_text(GraphQLSchema(graphql.GraphQLObjectType("Query", {"field": field})))
    except (TypeError, GraphQLError):
        return None


def given_values(value: Any) -> Any:
    """A value without the members that are undefined."""
    if isinstance(value, dict):
        return {name: given_values(item) for name, item in value.items() if item is not Undefined}
    return [given_values(item) for item in value] if isinstance(value, (list, tuple)) else value


def named(rules: Any) -> list[str]:
    """The names of rules."""
    names = rule_names(rules)
    if names is None:
        raise NotPortable("a rule of the test's own")
    return names


class Notes:
    """What is written of each function's call."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.derived: set[tuple[str, str]] = set()
        self.schemas: list[GraphQLSchema] = []

    def derive(self, op: str, **request: Any) -> None:
        """Writes a request whose input only is the suite's."""
        key = (op, json.dumps(request, default=str))
        if key not in self.derived:
            self.derived.add(key)
            self.recorder.record(op, lambda: (request, None))

    def parse(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`parse`."""

        def make() -> tuple[dict[str, Any], dict[str, Any]]:
            if given["max_comments"] is not None or given["max_source_length"] is not None:
                raise NotPortable("a limit that the filter has not")
            source = given["source"]
            if not isinstance(source, (str, Source)):
                raise NotPortable("no source")
            if isinstance(source, Source) and tuple(source.location_offset) != (1, 1):
                raise NotPortable("a source that does not begin at 1:1")
            request: dict[str, Any] = {"document": body(source)}
            limit = given["max_lexical_tokens"] if given["max_lexical_tokens"] is not None else given["max_tokens"]
            if limit is not None:
                request["maxTokens"] = limit
            if given["no_location"]:
                request["noLocation"] = True
            if isinstance(failure, GraphQLError):
                return request, {"errors": formatted([failure])}
            if failure is not None:
                raise NotPortable("an error of Python")
            return request, {"printed": graphql.print_ast(result)}

        self.recorder.record("parse", make)

    def print_ast(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`print_ast`."""
        if failure is None and isinstance(given["ast"], DocumentNode):
            self.recorder.record("parse", lambda: ({"document": text_of(given["ast"])}, {"printed": result}))

    def validate(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`validate`."""

        def make() -> tuple[dict[str, Any], dict[str, Any]]:
            request: dict[str, Any] = {"schema": sdl_of(given["schema"]), "document": text_of(given["document_ast"])}
            if failure is not None:
                raise NotPortable("an error of Python")
            if given["rules"] is not None:
                request["rules"] = named(given["rules"])
            if given["hide_suggestions"]:
                request["hideSuggestions"] = True
            if given["max_errors"] is not None:
                request["maxErrors"] = given["max_errors"]
            return request, {"errors": formatted(result)}

        self.recorder.record("validate", make)

    def validate_sdl(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`validate_sdl`."""

        def make() -> tuple[dict[str, Any], dict[str, Any]]:
            request: dict[str, Any] = {"sdl": text_of(given["document_ast"])}
            if failure is not None:
                raise NotPortable("an error of Python")
            if given["schema_to_extend"] is not None:
                request["schema"] = sdl_of(given["schema_to_extend"])
            if given["rules"] is not None:
                request["rules"] = named(given["rules"])
            return request, {"errors": formatted(result)}

        self.recorder.record("validateSDL", make)

    def validate_schema(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`validate_schema` and `assert_valid_schema`."""

        def make() -> tuple[dict[str, Any], dict[str, Any] | None]:
            schema = given["schema"]
            if not isinstance(schema, GraphQLSchema):
                raise NotPortable("no schema")
            parts = schema.__dict__.get("sdl_parts")
            if parts is None:
                raise NotPortable("a schema that was not made from SDL")
            if len(parts) > 1:
                # In one document the places are others: the reference says which.
                return {"schema": "\n".join(parts)}, None
            errors = graphql.validate_schema(schema)
            return {"schema": parts[0]}, {"errors": formatted(errors)}

        self.recorder.record("validateSchema", make)

    def build(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`build_schema` and `build_ast_schema`."""
        try:
            source = body(given["source"]) if "source" in given else text_of(given["document_ast"])
        except NotPortable as reason:
            self.recorder.write("printSchema", reason=str(reason))
            return
        if not isinstance(source, str):
            return
        if failure is not None or given["assume_valid"] or given["assume_valid_sdl"]:
            self.derive("validateSDL", sdl=source)
        if result is None:
            return
        result.__dict__["sdl_parts"] = [source]
        self.recorder.record("printSchema", lambda: ({"schema": source}, {"printed": graphql.print_schema(result)}))
        self.derive("parse", sdl=source)
        self.derive("validateSDL", sdl=source)
        self.derive("validateSchema", schema=source)
        self.derive("introspect", schema=source, **EVERYTHING)
        self.derive("printSchema", schema=source, sorted=True)

    def extend(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`extend_schema`."""
        schema, document = given["schema"], given["document_ast"]
        if not isinstance(schema, GraphQLSchema) or not isinstance(document, DocumentNode):
            return
        if failure is None:
            parts = schema.__dict__.get("sdl_parts")
            if parts is not None and document.loc is not None:
                result.__dict__["sdl_parts"] = [*parts, document.loc.source.body]

            def make() -> tuple[dict[str, Any], dict[str, Any]]:
                request = {"schema": sdl_of(schema), "extend": text_of(document)}
                return request, {"printed": graphql.print_schema(result)}

            self.recorder.record("printSchema", make)
        self.recorder.record("validateSDL", lambda: ({"schema": sdl_of(schema), "sdl": text_of(document)}, None))

    def print_schema(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`print_schema`."""
        if failure is None:
            self.recorder.record("printSchema", lambda: ({"schema": sdl_of(given["schema"])}, {"printed": result}))

    def sort(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`lexicographic_sort_schema`."""
        if failure is None:

            def make() -> tuple[dict[str, Any], dict[str, Any]]:
                return {"schema": sdl_of(given["schema"]), "sorted": True}, {"printed": graphql.print_schema(result)}

            self.recorder.record("printSchema", make)

    def introspect(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`introspection_from_schema`."""

        def make() -> tuple[dict[str, Any], dict[str, Any] | None]:
            if failure is not None:
                raise NotPortable("an error of Python")
            request = {"schema": sdl_of(given["schema"])}
            names = {
                "descriptions": "descriptions",
                "specified_by_url": "specifiedByUrl",
                "directive_is_repeatable": "directiveIsRepeatable",
                "schema_description": "schemaDescription",
                "input_value_deprecation": "inputValueDeprecation",
                "one_of": "oneOf",
            }
            request |= {theirs: given[ours] for ours, theirs in names.items() if ours in given}
            # The filter has no option for the deprecation of directives, which this asks for.
            return request, None if given.get("experimental_directive_deprecation") else {"data": result}

        self.recorder.record("introspect", make)

    def diff(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`find_schema_changes` and its two halves."""
        if failure is None:
            self.recorder.record("diff", lambda: ({"old": sdl_of(given["old_schema"]), "new": sdl_of(given["new_schema"])}, None))

    def coordinate(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`resolve_schema_coordinate`."""

        def make() -> tuple[dict[str, Any], dict[str, Any]]:
            text = body(given["schema_coordinate"])
            if not isinstance(text, str):
                raise NotPortable("a coordinate without text")
            request = {"schema": sdl_of(given["schema"]), "coordinate": text}
            if isinstance(failure, GraphQLError):
                return request, {"errors": formatted([failure])}
            if failure is not None:
                return request, {"errors": [{"message": str(failure)}]}
            return request, {"resolved": None if result is None else {"kind": result.kind, "coordinate": text}}

        self.recorder.record("coordinate", make)

    def parse_coordinate(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`parse_schema_coordinate`."""
        text = body(given["source"])
        if isinstance(text, str):
            self.derive("coordinate", schema=A_SCHEMA, coordinate=text)

    def strip(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`strip_ignored_characters`."""

        def make() -> tuple[dict[str, Any], dict[str, Any]]:
            text = body(given["source"])
            if isinstance(failure, GraphQLError):
                return {"document": text}, {"errors": formatted([failure])}
            if failure is not None:
                raise NotPortable("an error of Python")
            return {"document": text}, {"printed": result}

        self.recorder.record("stripIgnored", make)

    def separate(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`separate_operations`."""
        if failure is None:

            def make() -> tuple[dict[str, Any], dict[str, Any]]:
                printed = {name: graphql.print_ast(document) for name, document in result.items()}
                return {"document": text_of(given["document_ast"])}, {"operations": printed}

            self.recorder.record("separateOperations", make)

    def lexed(self, text: str) -> None:
        """A text that a lexer was made for."""
        self.derive("stripIgnored", document=text)
        self.derive("parse", document=text)

    def made(self) -> None:
        """The schemas that a test made by other means than SDL."""
        schemas, self.schemas = self.schemas, []
        token = self.recorder.depth.set(1)
        for schema in schemas:
            self.recorder.take_note(self.made_schema, schema)
        self.recorder.depth.reset(token)

    def made_schema(self, schema: GraphQLSchema) -> None:
        """A schema that was made by other means than SDL."""
        text = schema_text(schema)
        if text is not None and schema.__dict__.get("sdl_parts") is None:
            self.derive("printSchema", schema=text)
            self.derive("printSchema", schema=text, sorted=True)
            self.derive("introspect", schema=text, **EVERYTHING)
            self.derive("validateSchema", schema=text)

    def input_value(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`coerce_input_value` and `validate_input_value`: as a variable of an operation."""
        schema = schema_for(given["type_"])
        if schema is not None:
            value = given["input_value"]
            document = f"query ($value: {given['type_']}) {{\n  field(argument: $value)\n}}\n"
            variables = given_values({"value": value})
            self.derive("execute", schema=schema, document=document, variables=variables, root=ECHO)

    def input_literal(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`coerce_input_literal`, `validate_input_literal` and `value_from_ast`: as an argument of an operation."""
        schema, node = schema_for(given["type_"]), given["value_node"]
        if schema is not None and node is not None:
            document = f"{{\n  field(argument: {graphql.print_ast(node)})\n}}\n"
            self.derive("execute", schema=schema, document=document, root=ECHO)

    def suggest(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`suggestion_list`: as the fields of a type."""
        names, name = list(given["options"]), given["input_"]
        if names and all(re.fullmatch("[A-Za-z]\\w*", text, re.ASCII) for text in [name, *names]):
            schema = "type Query {\n" + "".join(f"  {text}: Int\n" for text in names) + "}\n"
            self.derive("validate", schema=schema, document=f"{{ {name} }}")

    def print_string(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`print_string`, `print_block_string`: as an argument."""
        if failure is None:
            self.derive("parse", document=f"{{\n  field(argument: {result})\n}}\n")

    def dedent(self, given: dict[str, Any], result: Any, failure: Any, _: Observation) -> None:
        """`dedent_block_string_lines`: as an argument."""
        text = "\n".join(given["lines"])
        if '"' not in text and "\\" not in text:
            self.derive("parse", document=f'{{ field(argument: """{text}""") }}')

    def execute(self, given: dict[str, Any], result: Any, failure: Any, observation: Observation) -> None:
        """`execute`, `graphql` and their synchronous forms."""

        def make() -> tuple[dict[str, Any], dict[str, Any]]:
            if failure is not None:
                raise NotPortable("an error of Python")
            if not isinstance(result, ExecutionResult):
                raise NotPortable("no single response")
            schema = given["schema"]
            document = body(given["source"]) if "source" in given else text_of(given["document"])
            for name in ("abort_signal", "hooks"):
                if given.get(name) is not None:
                    raise NotPortable(f"execution with {name}")
            request: dict[str, Any] = {"schema": sdl_of(schema), "document": document}
            if given["variable_values"] is not None:
                request["variables"] = given_values(given["variable_values"])
            if given["operation_name"] is not None:
                request["operationName"] = given["operation_name"]
            seen: dict[str, Any] = {}
            if result.errors:
                seen["errors"] = formatted(result.errors)
            if observation.executed:
                request["root"] = observation.root()
                seen["data"] = result.data
            if observation.conflict is not None:
                raise NotPortable(observation.conflict)
            return request, seen

        self.recorder.record("execute", make)
