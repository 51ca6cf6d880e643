"""Asks a filter all cases of a corpus and prints what passes.

    run.py --filter COMMAND [--op OP] [--match TEXT] [--show N] [--report FILE] CORPUS

Ends with 1 when a case fails. `--show` prints the request, the expected answer and the other one of the first N that fail.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from compare import difference
from filter_process import FilterProcess
from wanted import named_alone

Failure = tuple[dict[str, Any], dict[str, Any], dict[str, Any], str]


def read(corpus: Path, op: str | None, match: str | None) -> list[dict[str, Any]]:
    """Reads the cases of a corpus: a folder of JSON lines or one such file."""
    files = sorted(corpus.glob("*.jsonl")) if corpus.is_dir() else [corpus]
    cases = []
    for file in files:
        with file.open(encoding="utf-8") as lines:
            cases += [json.loads(line) for line in lines if match is None or match in line]
    return [case for case in cases if op is None or case["op"] == op]


def run(command: str, cases: list[dict[str, Any]]) -> list[Failure]:
    """Asks all cases and returns those that fail."""
    filter_process = FilterProcess(command)
    requests = [{name: value for name, value in case.items() if name != "expected"} for case in cases]
    failures = []
    for case, request, got in zip(cases, requests, filter_process.ask_all(requests), strict=True):
        what = "crash" if "crashed" in got else difference(case["op"], case["expected"], got)
        if what is not None and (what == "crash" or difference(case["op"], case["expected"], named_alone(got))):
            failures.append((request, case["expected"], got, what))
    filter_process.close()
    return failures


def summary(cases: list[dict[str, Any]], failures: list[Failure]) -> list[str]:
    """Counts what passed, by operation and in total."""
    ops = sorted({case["op"] for case in cases})
    lines = []
    for op in ops:
        all_of_op = sum(case["op"] == op for case in cases)
        failed = sum(request["op"] == op for request, *_ in failures)
        lines.append(f"{op:20} {all_of_op - failed:6} / {all_of_op:<6}{'' if failed == 0 else f' {failed} fail'}")
    lines.append(f"{'total':20} {len(cases) - len(failures):6} / {len(cases)}")
    return lines


def report(failures: list[Failure], left_out: Path) -> str:
    """Writes everything that a reader of a failure needs."""
    parts = [f"{what:12} {request['op']:20} {request['id']}" for request, _, _, what in failures]
    if left_out.exists():
        parts += ["", left_out.read_text(encoding="utf-8").partition("\n\n")[0]]
    parts.append("")
    parts += [shown(failure) for failure in failures]
    return "\n".join(parts) + "\n"


def shown(failure: Failure) -> str:
    """Shows one failure, texts on lines of their own."""
    request, expected, got, what = failure
    lines = [f"=== {request['op']} {request['id']}: {what}"]
    for name, value in request.items():
        if name not in ("id", "op"):
            lines.append(f"--- {name}\n{value}" if isinstance(value, str) else f"--- {name}: {json.dumps(value, ensure_ascii=False)}")
    got = {name: value for name, value in got.items() if name != "id"}
    for name, answer in (("expected", expected), ("got", got)):
        lines.append(f"--- {name}\n{json.dumps(answer, ensure_ascii=False)}")
        if isinstance(answer.get("printed"), str):
            lines.append(answer["printed"])
    return "\n".join(lines) + "\n"


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--filter", required=True, help="the filter's command")
    parser.add_argument("--op", help="only this operation")
    parser.add_argument("--match", help="only cases whose line contains this text")
    parser.add_argument("--show", type=int, default=0, help="how many failures to show")
    parser.add_argument("--report", type=Path, help="where to write the whole report")
    parser.add_argument("corpus", type=Path, help="a folder of JSON lines, or one file")
    options = parser.parse_args()
    cases = read(options.corpus, options.op, options.match)
    failures = run(options.filter, cases)
    for failure in failures[: options.show]:
        print(shown(failure))
    for request, _, _, what in failures:
        print(f"FAIL {what:12} {request['op']:20} {request['id']}")
    lines = summary(cases, failures)
    print("\n".join(lines))
    if options.report is not None:
        folder = options.corpus if options.corpus.is_dir() else options.corpus.parent
        options.report.write_text("\n".join(lines) + "\n\n" + report(failures, folder / "not-portable.txt"), encoding="utf-8")
    return 1 if failures or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
