"""A pytest plugin that records what graphql-core's own suite asks of it, as requests of the conformance filter.

Each call of a public function becomes one line of the file that RECORDER_OUTPUT names: `{"id", "op", "request", "seen"}` with what the
library answered, `{"id", "op", "request"}` where only the input is the suite's, or `{"id", "op", "reason"}` where the filter has no words
for the call.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import Any

import graphql
from graphql import GraphQLSchema
from graphql.execution.executor import Executor
from graphql.language.block_string import dedent_block_string_lines, print_block_string
from graphql.language.lexer import Lexer
from graphql.language.print_string import print_string
from graphql.pyutils import suggestion_list
from graphql.validation.validate import validate_sdl

from notes import Notes
from observation import observe_executors
from recording import IMPORTING, Recorder


def replace(function: Any, other: Any) -> None:
    """Puts a function in the place of another wherever the library has it by name."""
    for name, module in list(sys.modules.items()):
        if name == "graphql" or name.startswith("graphql."):
            for attribute, value in list(vars(module).items()):
                if value is function:
                    setattr(module, attribute, other)


def install(recorder: Recorder) -> Notes:
    """Puts the noted functions in the place of the library's, in every module of it."""
    notes = Notes(recorder)
    functions: list[tuple[Any, Callable[..., None]]] = [
        (graphql.parse, notes.parse),
        (graphql.print_ast, notes.print_ast),
        (graphql.validate, notes.validate),
        (validate_sdl, notes.validate_sdl),
        (graphql.validate_schema, notes.validate_schema),
        (graphql.build_schema, notes.build),
        (graphql.build_ast_schema, notes.build),
        (graphql.extend_schema, notes.extend),
        (graphql.print_schema, notes.print_schema),
        (graphql.lexicographic_sort_schema, notes.sort),
        (graphql.introspection_from_schema, notes.introspect),
        (graphql.find_breaking_changes, notes.diff),
        (graphql.find_dangerous_changes, notes.diff),
        (graphql.find_schema_changes, notes.diff),
        (graphql.resolve_schema_coordinate, notes.coordinate),
        (graphql.parse_schema_coordinate, notes.parse_coordinate),
        (graphql.strip_ignored_characters, notes.strip),
        (graphql.separate_operations, notes.separate),
        (graphql.execute, notes.execute),
        (graphql.execute_sync, notes.execute),
        (graphql.graphql, notes.execute),
        (graphql.graphql_sync, notes.execute),
        (graphql.coerce_input_value, notes.input_value),
        (graphql.validate_input_value, notes.input_value),
        (graphql.coerce_input_literal, notes.input_literal),
        (graphql.validate_input_literal, notes.input_literal),
        (graphql.value_from_ast, notes.input_literal),
        (suggestion_list, notes.suggest),
        (print_string, notes.print_string),
        (print_block_string, notes.print_string),
        (dedent_block_string_lines, notes.dedent),
    ]
    for function, note in functions:
        replace(function, recorder.wrap(function, note))

    original = Lexer.__init__

    def make_lexer(self: Any, source: Any, *args: Any, **kwargs: Any) -> None:
        if not recorder.depth.get() and isinstance(getattr(source, "body", None), str):
            notes.lexed(source.body)
        original(self, source, *args, **kwargs)

    make = GraphQLSchema.__init__

    @functools.wraps(make)
    def make_schema(self: Any, *args: Any, **kwargs: Any) -> None:
        make(self, *args, **kwargs)
        if not recorder.depth.get():
            notes.schemas.append(self)

    GraphQLSchema.__init__ = make_schema  # type: ignore[method-assign]
    Lexer.__init__ = make_lexer  # type: ignore[method-assign]
    observe_executors(Executor)
    return notes


RECORDER = Recorder(open(os.environ["RECORDER_OUTPUT"], "w", encoding="utf-8"))  # noqa: SIM115
NOTES = install(RECORDER)


def pytest_runtest_logstart(nodeid: str) -> None:
    """Notes which test runs."""
    RECORDER.test = nodeid


def pytest_runtest_logfinish() -> None:
    """Notes that no test runs."""
    NOTES.made()
    RECORDER.test = IMPORTING


def pytest_unconfigure() -> None:
    """Ends the recording."""
    RECORDER.output.flush()
