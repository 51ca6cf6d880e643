"""Differences from graphql-core and graphql-js that are wanted: where both leave the specification, or cannot read what they wrote."""

from __future__ import annotations

import json
import re
from typing import Any

from compare import difference

ONE_OF_VARIABLE = "must be non-nullable to be used for OneOf Input Object"
# As JSON writes it: Argument \"Query.court(name:)\", Argument \"@skip(if:)\".
ARGUMENT_COORDINATE = re.compile(r'Argument \\"[^"\\(]*\((\w+):\)\\"')
ONE_OF_EXTENSION = re.compile(r"extend\s+input[^{]*@oneOf")


def is_wanted(request: dict[str, Any], expected: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether two answers differ only as they should."""
    return (
        one_of_variable(got)
        or one_of_extension(request)
        or shorthand(expected, got)
        or mapped_twice(expected)
        or difference(request["op"], expected, named_alone(got)) is None
    )


def one_of_variable(got: dict[str, Any]) -> bool:
    """§5.8.5: a nullable variable is refused in every OneOf Input Object; they overlook it where the object's own place is required."""
    return any(ONE_OF_VARIABLE in error["message"] for error in got.get("errors", []))


def one_of_extension(request: dict[str, Any]) -> bool:
    """§3.10.3: an extension may make an input a OneOf Input Object; they ignore that."""
    texts = [request.get(name) for name in ("extend", "sdl", "schema", "old", "new", "document")]
    return any(isinstance(text, str) and ONE_OF_EXTENSION.search(text) for text in texts)


def named_alone(got: dict[str, Any]) -> dict[str, Any]:
    """graphql-js 17 names a faulty argument by its coordinate, where the port names it alone; nothing else may differ."""
    return json.loads(ARGUMENT_COORDINATE.sub(r'Argument \\"\1\\"', json.dumps(got, ensure_ascii=False)))


def shorthand(expected: dict[str, Any], got: dict[str, Any]) -> bool:
    """A query in short form is written out after a type without braces, which would take the query's."""
    printed, other = expected.get("printed"), got.get("printed")
    return isinstance(printed, str) and isinstance(other, str) and re.sub(r"(?m)^query \{", "{", other) == printed


def mapped_twice(expected: dict[str, Any]) -> bool:
    """They cannot sort a schema in which a standard directive is defined anew with an argument of a type of its own."""
    return expected.get("error", "").startswith("Schema must contain uniquely named types")
