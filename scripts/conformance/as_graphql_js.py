"""Makes graphql-core, a port, answer as graphql-js does.

The port quotes with ' where the original quotes with ", shows values as Python does, and has lost the places of some literals. `install()`
must run before graphql is imported: it rewrites the string constants of its modules while they are loaded, and then mends the rest.
"""

from __future__ import annotations

import ast
import json
import math
import re
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType
from typing import Any

# An apostrophe is none of the quotes, nor is the character that the lexer speaks of.
QUOTE = re.compile(r"(?<![A-Za-z(])'|'(?![A-Za-z)])")
# What the two languages name differently. Each of these is in one message only.
WORDS = {
    "not to be None.": "not to be null.",
    "resolve_type": "resolveType",
    "is_type_of": "isTypeOf",
    ".coerce_output_value(": ".coerceOutputValue(",
}
KEPT = {"'\"'", "'"}
# Modules that put a quote into a message by other means than a text with more in it.
BARE = {
    "graphql.validation.rules.executable_definitions": "'{}'",
    "graphql.validation.rules.no_fragment_cycles": "'",
}
# Where a location of directives is named as Python names it.
LOCATION_NAMES = {"graphql.validation.rules.known_directives"}
# Where a description that is not there is named as Python names it.
DESCRIPTIONS = {"graphql.utilities.find_schema_changes"}
REPR = {"graphql.type.validate", "graphql.type.assert_name"}


def reword(text: str) -> str:
    """Words one constant as graphql-js does."""
    for ours, theirs in WORDS.items():
        text = text.replace(ours, theirs)
    return QUOTE.sub('"', text)


def placeholder(expression: str) -> ast.FormattedValue:
    """A part of an f-string."""
    return ast.FormattedValue(ast.parse(expression, mode="eval").body, -1)


class Reworder(ast.NodeTransformer):
    """Rewords the messages of a module: what stands in f-strings, and other constants of more than one word."""

    def __init__(self, module: str) -> None:
        self.module = module

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        return node if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        parts: list[ast.expr] = []
        for part in node.values:
            if isinstance(part, ast.Constant):
                parts.append(ast.Constant(reword(str(part.value))))
            elif isinstance(part, ast.FormattedValue) and part.conversion == ord("r") and self.module in REPR:
                parts += [ast.Constant('"'), ast.FormattedValue(part.value, -1), ast.Constant('"')]
            else:
                shown = ast.unparse(part.value) if isinstance(part, ast.FormattedValue) else ""
                if self.module in DESCRIPTIONS and shown.endswith(".description"):
                    part = placeholder(f"'undefined' if {shown} is None else {shown}")
                if self.module in LOCATION_NAMES and shown == "candidate_location.value":
                    part = placeholder("candidate_location.name")
                self.visit(part)
                parts.append(part)
        node.values = parts
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        text = node.value
        if not isinstance(text, str) or text in KEPT and BARE.get(self.module) != text:
            return node
        if " " in text or BARE.get(self.module) == text:
            node.value = reword(text)
        return node


class RewordingLoader(SourceFileLoader):
    """Loads a module from its source, reworded; never from or to a cache."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        tree = ast.parse(self.get_data(path), path)
        return compile(ast.fix_missing_locations(Reworder(fullname).visit(tree)), path, "exec", dont_inherit=True)


class RewordingFinder(MetaPathFinder):
    """Finds graphql's modules where they are and has them loaded reworded."""

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if fullname != "graphql" and not fullname.startswith("graphql."):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = RewordingLoader(spec.loader.name, spec.loader.path)
        return spec


def install() -> None:
    """Rewords graphql, which must not have been imported yet."""
    if "graphql" in sys.modules:
        raise RuntimeError("graphql was imported before it could be reworded")
    sys.meta_path.insert(0, RewordingFinder())
    import_module("graphql")
    module = sys.modules["graphql.pyutils.inspect"]
    setattr(module, "inspect_recursive", lambda value, _seen: js_inspect(value))
    keep_places()


def keep_places() -> None:
    """Lets a literal whose variables are replaced stay where it stood."""
    module = sys.modules["graphql.utilities.replace_variables"]
    original = module.replace_variables

    def replace(value_node: Any, *values: Any) -> Any:
        replaced = original(value_node, *values)
        if replaced is not value_node and type(replaced) is type(value_node) and replaced.loc is None:
            object.__setattr__(replaced, "loc", value_node.loc)
        return replaced

    for name, other in list(sys.modules.items()):
        if name.startswith("graphql.") and vars(other).get("replace_variables") is original:
            setattr(other, "replace_variables", replace)


def js_number(value: float) -> str:
    """Shows a number as JavaScript's String(value) does."""
    if isinstance(value, int) and abs(value) < 10**21:
        return str(value)
    value = float(value)
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("Infinity" if value > 0 else "-Infinity")
    if value == 0:
        return "0"
    mantissa, _, exponent = f"{value!r}".partition("e")
    sign, digits = ("-", mantissa[1:]) if mantissa[0] == "-" else ("", mantissa)
    whole, _, fraction = digits.partition(".")
    point = len(whole) + int(exponent or 0)
    all_digits = whole + ("" if fraction == "0" else fraction)
    stripped = all_digits.lstrip("0")
    point -= len(all_digits) - len(stripped)
    digits = stripped.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    power = f"e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return f"{sign}{digits[0]}{'.' + digits[1:] if count > 1 else ''}{power}"


def js_inspect(value: Any, seen: tuple[Any, ...] = ()) -> str:
    """Shows a value as graphql-js' inspect does."""
    from graphql.pyutils import Undefined

    if value is None:
        return "null"
    if value is Undefined:
        return "undefined"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return js_number(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if any(value is other for other in seen):
        return "[Circular]"
    if isinstance(value, Mapping):
        return _inspect_object(value, (*seen, value))
    if isinstance(value, (list, tuple)):
        return _inspect_array(value, (*seen, value))
    return str(value)


def _inspect_object(value: Mapping[str, Any], seen: tuple[Any, ...]) -> str:
    if not value:
        return "{}"
    if len(seen) > 2:
        return "[Object]"
    return "{ " + ", ".join(f"{key}: {js_inspect(item, seen)}" for key, item in value.items()) + " }"


def _inspect_array(value: Any, seen: tuple[Any, ...]) -> str:
    if not value:
        return "[]"
    if len(seen) > 2:
        return "[Array]"
    shown = [js_inspect(item, seen) for item in value[:10]]
    rest = len(value) - 10
    if rest > 0:
        shown.append("... 1 more item" if rest == 1 else f"... {rest} more items")
    return "[" + ", ".join(shown) + "]"
