"""Makes a request smaller as long as two filters go on to differ over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import graphql
from graphql import Node

from mutation import tokens_of

Request = dict[str, Any]
Differs = Callable[[Request], bool]
TEXTS = ("document", "sdl", "schema", "extend", "old", "new")


def shrink(request: Request, differs: Differs, budget: int = 3000) -> Request:
    """The smallest request that a number of tries finds."""
    left = [budget]

    def still(candidate: Request) -> bool:
        left[0] -= 1
        return left[0] >= 0 and differs(candidate)

    before = None
    while before != request and left[0] > 0:
        before = request
        for name in list(request):
            if name in TEXTS and isinstance(request[name], str):
                request = shrink_text(request, name, still)
            elif name not in ("id", "op", *TEXTS):
                request = shrink_member(request, name, still)
    return request


def shrink_text(request: Request, name: str, still: Differs) -> Request:
    """Takes what can be taken from a text: nodes where it parses, else tokens."""
    for pieces in (nodes, tokens):
        changed = True
        while changed:
            changed = False
            places, index = list(pieces(request[name])), 0
            while index < len(places):
                start, end = places[index]
                text = request[name]
                candidate = {**request, name: text[:start] + text[end:]}
                if still(candidate):
                    # What was too much before mostly still is: go on where this was.
                    request, changed = candidate, True
                    places = list(pieces(request[name]))
                else:
                    index += 1
    return request


def nodes(text: str) -> Iterator[tuple[int, int]]:
    """The places of all nodes that stand in a list, and of the lists with their brackets, the longest first."""
    try:
        document = graphql.parse(text)
    except graphql.GraphQLError:
        return
    spans: set[tuple[int, int]] = set()
    waiting: list[Node] = [document]
    while waiting:
        node = waiting.pop()
        for key in node.keys:
            value = getattr(node, key, None)
            children = value if isinstance(value, (list, tuple)) else [value]
            placed = [child for child in children if isinstance(child, Node) and child.loc is not None]
            waiting += placed
            if isinstance(value, (list, tuple)) or key in ("description", "default_value"):
                spans |= {(child.loc.start, child.loc.end) for child in placed if child.loc is not None}
            if isinstance(value, (list, tuple)) and placed and placed[0].loc is not None and placed[-1].loc is not None:
                spans.add(bracketed(text, placed[0].loc.start, placed[-1].loc.end))
            if key == "default_value" and placed and placed[0].loc is not None:
                spans.add((text.rindex("=", 0, placed[0].loc.start), placed[0].loc.end))
    yield from sorted(spans, key=lambda span: span[0] - span[1])


def bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """A place with the brackets about it, if there are some."""
    before, after = text[:start].rstrip(" \t\r\n,"), text[end:].lstrip(" \t\r\n,")
    if before[-1:] + after[:1] in ("{}", "()", "[]"):
        return len(before) - 1, len(text) - len(after) + 1
    return start, end


def tokens(text: str) -> Iterator[tuple[int, int]]:
    """The places of runs of tokens, long runs first."""
    starts = [0]
    for token in tokens_of(text):
        starts.append(starts[-1] + len(token))
    length = max(1, (len(starts) - 1) // 2)
    while True:
        for index in range(0, len(starts) - 1, length):
            yield starts[index], starts[min(index + length, len(starts) - 1)]
        if length == 1:
            return
        length = max(1, length // 2)


def shrink_member(request: Request, name: str, still: Differs) -> Request:
    """Takes what can be taken from a JSON value."""
    candidate = {key: value for key, value in request.items() if key != name}
    if still(candidate):
        return candidate
    changed = True
    while changed:
        changed = False
        for smaller in smaller_values(request[name]):
            candidate = {**request, name: smaller}
            if still(candidate):
                request, changed = candidate, True
                break
    return request


def smaller_values(value: Any) -> Iterator[Any]:
    """Values with a part less."""
    if isinstance(value, dict):
        for key in value:
            yield {other: item for other, item in value.items() if other != key}
        for key, item in value.items():
            for smaller in smaller_values(item):
                yield {**value, key: smaller}
    elif isinstance(value, list):
        for index in range(len(value)):
            yield value[:index] + value[index + 1 :]
        for index, item in enumerate(value):
            for smaller in smaller_values(item):
                yield [*value[:index], smaller, *value[index + 1 :]]
    elif isinstance(value, str) and len(value) > 1:
        yield value[: len(value) // 2]
        yield value[len(value) // 2 :]
