"""Asks a filter and the reference random requests and stops where their answers differ.

    fuzz.py --filter COMMAND [--seed N] [--cases N] [--op OP] [--only NUMBER] [--limit N] [--whole]

Of a difference it prints the smallest request that it finds, both answers, and the options that make it again. Ends with 1 then.
"""

from __future__ import annotations

import as_graphql_js

as_graphql_js.install()

import argparse
import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import reference
from compare import difference, is_of_the_port
from filter_process import FilterProcess
from random_request import MAKERS, random_request
from shrink import shrink
from wanted import is_wanted

BATCH = 200
Request = dict[str, Any]


def oracle(request: Request) -> dict[str, Any] | None:
    """The reference's answer, if Python can give one."""
    try:
        answer = json.loads(json.dumps(reference.answer(request), allow_nan=False))
    except Exception:  # noqa: BLE001
        return None
    return None if is_of_the_port(answer) else answer


def differ(filter_process: FilterProcess, request: Request) -> str | None:
    """Asks both, and says what differs."""
    expected = oracle(request)
    if expected is None:
        return None
    return unwanted(request, expected, filter_process.ask(request))


def unwanted(request: Request, expected: dict[str, Any], got: dict[str, Any]) -> str | None:
    """Says what differs and should not."""
    what = "crash" if "crashed" in got else difference(request["op"], expected, got)
    return None if what is None or (what != "crash" and is_wanted(request, expected, got)) else what


def requests(options: argparse.Namespace) -> Iterator[Request]:
    """The requests that the options ask for."""
    numbers = [options.only] if options.only is not None else range(options.cases)
    for number in numbers:
        yield random_request(options.seed, number, options.op)


def batches(source: Iterator[Request]) -> Iterator[list[Request]]:
    """Some requests at a time."""
    batch: list[Request] = []
    for request in source:
        batch.append(request)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def fuzz(options: argparse.Namespace) -> int:
    """Asks all, and returns how many differ."""
    filter_process = FilterProcess(options.filter)
    started, asked, found, unanswered = time.monotonic(), 0, 0, 0
    counts: dict[str, int] = {}
    for batch in batches(requests(options)):
        for request, got in zip(batch, filter_process.ask_all(batch), strict=True):
            asked += 1
            counts[request["op"]] = counts.get(request["op"], 0) + 1
            expected = oracle(request)
            if expected is None:
                unanswered += 1
                continue
            what = unwanted(request, expected, got)
            if what is not None:
                found += 1
                show(options, request, what)
                if found >= options.limit:
                    filter_process.close()
                    return found
    filter_process.close()
    shares = ", ".join(f"{op} {count}" for op, count in sorted(counts.items()))
    print(f"{asked} random requests in {time.monotonic() - started:.0f} s, seed {options.seed}: {found} differ ({shares})")
    if unanswered:
        print(f"{unanswered} of them Python could not answer")
    return found


def show(options: argparse.Namespace, request: Request, what: str) -> None:
    """Prints a difference, made small with a process of its own."""
    seed, number = request["id"].split("/")
    asking = FilterProcess(options.filter)
    if not options.whole:
        request = shrink(request, lambda candidate: differ(asking, candidate) == what)
    expected, got = oracle(request), asking.ask(request)
    asking.close()
    print(f"=== {request['op']}: {what} differs; again with --seed {seed} --only {number}{f' --op {options.op}' if options.op else ''}")
    for name, value in request.items():
        if name not in ("id", "op"):
            print(f"--- {name}\n{value}" if isinstance(value, str) else f"--- {name}: {json.dumps(value, ensure_ascii=False)}")
    print(f"--- expected\n{json.dumps(expected, ensure_ascii=False)}")
    print(f"--- got\n{json.dumps({key: value for key, value in got.items() if key != 'id'}, ensure_ascii=False)}\n", flush=True)


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--filter", required=True, help="the filter's command")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=6000)
    parser.add_argument("--op", choices=MAKERS, help="only this operation")
    parser.add_argument("--only", type=int, help="only the request of this number")
    parser.add_argument("--limit", type=int, default=10, help="how many differences to show before it stops")
    parser.add_argument("--whole", action="store_true", help="show requests as they were made, not made small")
    sys.setrecursionlimit(10_000)
    return 1 if fuzz(parser.parse_args()) else 0


if __name__ == "__main__":
    sys.exit(main())
