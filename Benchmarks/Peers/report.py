#!/usr/bin/env python3
"""report.py FILE: the medians of what bench.py measured as Markdown, Docket beside its rivals, against the targets."""
import json
import os
import platform
import statistics
import subprocess
import sys

NAMES = {
    "W1": "letter by id, 8 fields",
    "W2": "50 letters",
    "W3": "20 dossiers, nested three deep",
    "W4": "1,000 letters, 240 KB",
    "W5": "mutation, one row, read back",
    "W6": "{ __typename }",
}
# Times the requests/s of the best GraphQL rival, and of the hand-written endpoint.
TARGETS = {"W1": (2.0, 1.1), "W2": (2.5, 1.3), "W3": (3.5, 1.3), "W4": (3.0, 1.4), "W5": (1.2, 1.0), "W6": (1.0, 0.85)}
HAND_WRITTEN = "go-sql-peer"
# Neither speaks GraphQL.
NO_RIVALS = {"docket", HAND_WRITTEN, "nginx"}
# A turn in which other programs took more of the machine than this says little.
NOISE_PERCENT = 8


class Turns:
    """The turns of one server in one workload."""

    def __init__(self, rows):
        self.rows = rows

    def median(self, field):
        return statistics.median(row[field] for row in self.rows)

    @property
    def rate(self):
        return self.median("rps")

    def cells(self):
        rates = [row["rps"] for row in self.rows]
        return [
            f"{self.rate:,.0f} ({min(rates):,.0f}–{max(rates):,.0f})",
            f"{self.median('p50_ms'):.2f}",
            f"{self.median('p99_ms'):.2f}",
            # bench.py counts CPU seconds per 1,000 requests.
            f"{self.median('cpu_server') * 1000:,.1f}",
            f"{self.median('cpu_pg') * 1000:,.1f}",
            f"{max(row['rss_mb'] for row in self.rows):,.0f}",
            f"{sum(row['errors'] for row in self.rows)}",
        ]


def version(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return f"{command[0]}: unknown"


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.machine()


def table(header, rows):
    widths = [max(len(row[column]) for row in [header] + rows) for column in range(len(header))]
    lines = [header, ["-" * width for width in widths]] + rows
    for line in lines:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |")


def ratio(docket, other, target):
    """Docket's rate in those of another, and whether that is enough."""
    if other is None:
        return "–"
    reached = docket.rate / other.rate
    return f"{reached:.2f} {'≥' if reached >= target else '<'} {target}"


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    turns = {}
    for row in rows:
        turns.setdefault((row["workload"], row["conns"], row["peer"]), []).append(row)
    turns = {key: Turns(value) for key, value in turns.items()}
    print(f"{os.cpu_count()} × {processor()}; {version('swift', '--version')}; {version('postgres', '--version')}")
    rounds = max(len(value.rows) for value in turns.values())
    print(f"{rounds} turns of {rows[0]['dur']} s for each server; median (lowest–highest); CPU in µs per request")
    ratios = []
    for workload in dict.fromkeys(row["workload"] for row in rows):
        for conns in sorted({row["conns"] for row in rows if row["workload"] == workload}):
            here = {peer: value for (name, count, peer), value in turns.items() if (name, count) == (workload, conns)}
            print(f"\n{workload}, {NAMES.get(workload, '')}, {conns} connections\n")
            header = ["server", "requests/s", "p50 ms", "p99 ms", "CPU server", "CPU PostgreSQL", "peak MB", "failures"]
            table(header, [[peer] + value.cells() for peer, value in here.items()])
            docket = here.get("docket")
            if docket is None:
                continue
            rivals = {peer: value for peer, value in here.items() if peer not in NO_RIVALS}
            best = max(rivals, key=lambda peer: rivals[peer].rate) if rivals else None
            targets = TARGETS.get(workload, (0, 0))
            ratios.append(
                [
                    workload,
                    str(conns),
                    f"{docket.rate:,.0f}",
                    best or "–",
                    ratio(docket, rivals.get(best), targets[0]),
                    ratio(docket, here.get(HAND_WRITTEN), targets[1]),
                ]
            )
    print("\nDocket's requests/s as a multiple of the best GraphQL rival's and of the hand-written endpoint's, and the targets:\n")
    table(["", "connections", "docket", "best rival", "× rival", "× hand-written"], ratios)
    noisy = sum(row.get("other_pct", 0) > NOISE_PERCENT for row in rows)
    print(f"\nTurns kept although other programs took more than {NOISE_PERCENT} % of the machine: {noisy} of {len(rows)}")


main()
