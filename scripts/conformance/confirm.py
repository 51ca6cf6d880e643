"""Makes the corpus of what the recorder wrote: confirms each case by the reference, and words it as graphql-js does.

    confirm.py RECORDED CORPUS

A case is kept when the reference answers the request as the suite saw it answered.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from compare import canonical, difference
from filter_process import FilterProcess

HERE = Path(__file__).parent


def reference(*options: str) -> FilterProcess:
    """Starts the reference filter."""
    return FilterProcess(" ".join([sys.executable, str(HERE / "reference.py"), *options]))


def why_not(case: dict[str, Any], plain: dict[str, Any]) -> str | None:
    """Why a case cannot be asked of another program, or nothing."""
    if "crashed" in plain:
        return "the reference cannot answer it"
    if "error" in plain and plain["error"].startswith(("TypeError", "AttributeError", "ValueError", "RecursionError", "KeyError")):
        return "the reference cannot answer it"
    if "seen" not in case:
        return None
    if "error" in plain:
        return "the schema does not stand by itself"
    if difference(case["op"], case["seen"], plain) is None:
        return None
    return reason_for(case, plain)


def reason_for(case: dict[str, Any], plain: dict[str, Any]) -> str:
    """Says of what a request lacks to give the answer that the suite saw."""
    if case["op"] == "execute":
        if "data" not in plain and "data" in case["seen"]:
            return "executed although not valid"
        return "resolvers that do more than give values"
    return "another answer without what the test put in place"


def confirm(recorded: Path, corpus: Path) -> None:
    """Writes the corpus and what was left out of it."""
    cases, left_out = [], Counter[tuple[str, str]]()
    asked: set[str] = set()
    for line in recorded.open(encoding="utf-8"):
        case = json.loads(line)
        if "reason" in case:
            left_out[case["op"], case["reason"]] += 1
            continue
        key = canonical([case["op"], case["request"]])
        if key not in asked:
            asked.add(key)
            cases.append(case)
    requests = [{"id": case["id"], "op": case["op"], **case["request"]} for case in cases]
    plain, worded = reference("--plain"), reference()
    kept: dict[str, list[str]] = {}
    for case, request, first, second in zip(cases, requests, plain.ask_all(requests), worded.ask_all(requests), strict=True):
        reason = why_not(case, first)
        if reason is not None:
            left_out[case["op"], reason] += 1
            continue
        second.pop("id", None)
        kept.setdefault(case["op"], []).append(json.dumps({**request, "expected": second}, ensure_ascii=False))
    corpus.mkdir(parents=True, exist_ok=True)
    for op, lines in kept.items():
        (corpus / f"{op}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = [{"op": op, "reason": reason, "count": count} for (op, reason), count in sorted(left_out.items())]
    (corpus / "not-portable.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    for op, lines in sorted(kept.items()):
        print(f"{op:20} {len(lines):5} portable")
    for entry in report:
        print(f"{entry['op']:20} {entry['count']:5} not portable: {entry['reason']}")


if __name__ == "__main__":
    confirm(Path(sys.argv[1]), Path(sys.argv[2]))
