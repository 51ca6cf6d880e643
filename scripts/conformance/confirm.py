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

from compare import canonical, difference, is_of_the_port
from filter_process import FilterProcess

AS_REFERENCE = " (by the reference)"
OF_THE_PORT = "an answer of the port's own, mostly about nesting"
UNANSWERED = {OF_THE_PORT, "the reference cannot answer it", "the schema does not stand by itself"}
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
    if is_of_the_port(plain):
        return OF_THE_PORT
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
    cases: list[dict[str, Any]] = []
    left_out: list[dict[str, Any]] = []
    asked: set[str] = set()
    for line in recorded.open(encoding="utf-8"):
        case = json.loads(line)
        if "reason" in case:
            left_out.append(case)
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
            left_out.append({**case, "reason": reason, "reference": first})
            if reason in UNANSWERED:
                continue
            # What the suite put in place is not there, but the question is as good with the reference's answer.
            request["id"] += AS_REFERENCE
        second.pop("id", None)
        kept.setdefault(case["op"], []).append(json.dumps({**request, "expected": second}, ensure_ascii=False))
    corpus.mkdir(parents=True, exist_ok=True)
    for op, lines in kept.items():
        (corpus / f"{op}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with (corpus / "not-portable.txt").open("w", encoding="utf-8") as output:
        counts = Counter((case["op"], case["reason"]) for case in left_out)
        lines = [f"{op:20} {count:5} not portable: {reason}" for (op, reason), count in sorted(counts.items())]
        output.write("\n".join(lines) + "\n\n")
        output.writelines(json.dumps(case, ensure_ascii=False) + "\n" for case in left_out)
    for op, portable in sorted(kept.items()):
        print(f"{op:20} {len(portable):5} portable")
    print("\n".join(lines))


if __name__ == "__main__":
    confirm(Path(sys.argv[1]), Path(sys.argv[2]))
