"""The file of recorded calls, and functions that are recorded when they are called."""

from __future__ import annotations

import functools
import inspect
import json
from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, TextIO

from observation import CURRENT, Observation

IMPORTING = "collection"


class NotPortable(Exception):
    """Says why a call cannot be asked of the filter."""


class Recorder:
    """Writes the calls of the test that runs."""

    def __init__(self, output: TextIO) -> None:
        self.output = output
        self.test = IMPORTING
        self.counts: Counter[str] = Counter()
        self.depth: ContextVar[int] = ContextVar("depth", default=0)

    def write(self, op: str, **line: Any) -> None:
        """Writes a line under the next number of the running test."""
        self.counts[self.test] += 1
        entry = {"id": f"{self.test}#{self.counts[self.test]}", "op": op, **line}
        try:
            text = json.dumps(entry, ensure_ascii=False, allow_nan=False)
            text.encode()
        except (TypeError, ValueError, RecursionError):
            reason = "a value that JSON has no form for"
            text = json.dumps({"id": entry["id"], "op": op, "reason": reason})
        self.output.write(text + "\n")

    def record(self, op: str, make: Callable[[], tuple[dict[str, Any], dict[str, Any] | None]]) -> None:
        """Writes a call, or why it cannot be written."""
        token = self.depth.set(1)
        try:
            request, seen = make()
            self.write(op, request=request, **({} if seen is None else {"seen": seen}))
        except NotPortable as reason:
            self.write(op, reason=str(reason))
        except RecursionError:
            self.write(op, reason="nested deeper than Python goes")
        finally:
            self.depth.reset(token)

    def wrap(self, function: Callable[..., Any], note: Callable[..., None]) -> Callable[..., Any]:
        """Makes a function that is noted whenever a test calls it; what it calls itself is not."""
        signature = inspect.signature(function)

        def arguments(args: Any, kwargs: Any) -> dict[str, Any] | None:
            try:
                bound = signature.bind(*args, **kwargs)
            except TypeError:
                return None
            bound.apply_defaults()
            return dict(bound.arguments)

        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def call_later(*args: Any, **kwargs: Any) -> Any:
                given = arguments(args, kwargs)
                if self.depth.get() or given is None:
                    return await function(*args, **kwargs)
                token, watched = self.depth.set(1), CURRENT.set(Observation())
                try:
                    result = await function(*args, **kwargs)
                finally:
                    observation = CURRENT.get()
                    self.depth.reset(token)
                    CURRENT.reset(watched)
                self.take_note(note, given, result, None, observation)
                return result

            return call_later

        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            given = arguments(args, kwargs)
            if self.depth.get() or given is None:
                return function(*args, **kwargs)
            observation = Observation()
            token, watched = self.depth.set(1), CURRENT.set(observation)
            failure: Exception | None = None
            result = None
            try:
                result = function(*args, **kwargs)
            except Exception as error:
                failure = error
                raise
            finally:
                try:
                    if not inspect.isawaitable(result):
                        self.take_note(note, given, result, failure, observation)
                finally:
                    self.depth.reset(token)
                    CURRENT.reset(watched)
            if inspect.isawaitable(result):
                return self.later(result, given, note, observation)
            return result

        return call

    async def later(self, result: Any, given: dict[str, Any], note: Callable[..., None], observation: Observation) -> Any:
        """Waits for a result, and notes it."""
        awaited = await result
        self.take_note(note, given, awaited, None, observation)
        return awaited

    def take_note(self, note: Callable[..., None], *call: Any) -> None:
        """Notes a call; what goes wrong in that is a line of its own and none of the test's."""
        try:
            note(*call)
        except RecursionError:
            self.write(note.__name__, reason="nested deeper than Python goes")
        except Exception as error:  # noqa: BLE001
            self.write(note.__name__, reason=f"the recorder failed: {type(error).__name__}: {error}")
