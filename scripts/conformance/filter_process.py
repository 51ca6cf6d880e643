"""A conformance filter that runs as a process."""

from __future__ import annotations

import json
import shlex
import subprocess
import threading
from collections.abc import Iterable, Iterator
from typing import Any


class FilterDied(Exception):
    """The filter ended before it had answered."""


class FilterProcess:
    """Asks a filter, one request after another or many at once."""

    def __init__(self, command: str) -> None:
        self.command = shlex.split(command)
        self.process = self._start()

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", errors="surrogatepass"
        )

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Answers one request; a filter that dies of it is started anew for the next."""
        return next(self.ask_all([request]))

    def ask_all(self, requests: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Answers requests in their order."""
        pending = list(requests)
        while pending:
            answered = 0
            for reply in self._stream(pending):
                answered += 1
                yield reply
            if answered < len(pending):
                yield {"crashed": f"the filter ended with {self.process.wait()}"}
                answered += 1
                self.process = self._start()
            pending = pending[answered:]

    def _stream(self, requests: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        standard_input, output = self.process.stdin, self.process.stdout
        assert standard_input is not None and output is not None

        def write() -> None:
            try:
                for request in requests:
                    standard_input.write(json.dumps(request) + "\n")
                standard_input.flush()
            except (BrokenPipeError, ValueError):
                pass

        writer = threading.Thread(target=write, daemon=True)
        writer.start()
        for request in requests:
            line = output.readline()
            if not line:
                break
            try:
                reply = json.loads(line)
            except ValueError:
                reply = {"crashed": f"no JSON: {line[:200]}"}
            if reply.get("id") != request.get("id"):
                reply = {"crashed": f"an answer with the id {reply.get('id')!r}"}
            yield reply
        writer.join(timeout=5)

    def close(self) -> None:
        """Ends the filter."""
        if self.process.stdin is not None:
            try:
                self.process.stdin.close()
            except BrokenPipeError:
                pass
        self.process.wait(timeout=30)
