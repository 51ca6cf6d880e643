#!/usr/bin/env python3
"""Compares ways to find words in Chinese text: a scan, pg_trgm, and the pairs of characters of schema core.

Usage: bench-search.py [ROWS]   with an empty database in libpq's variables (PGHOST, PGDATABASE, …), whose user may make
the extension pg_trgm. Prints tables for docs/performance.md. What is found is compared before anything is timed.
"""
import collections, itertools, os, pathlib, random, re, statistics, subprocess, sys, time

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
CORE = pathlib.Path(__file__).parent.parent / "Sources/CourtCore/Migrations/0002_core_search.sql"
os.environ["PGOPTIONS"] = "-c max_parallel_workers_per_gather=0 -c max_parallel_maintenance_workers=0 -c jit=off " \
    "-c work_mem=64MB -c maintenance_work_mem=512MB -c synchronous_commit=off -c client_min_messages=warning"


def sql(text, stdin=None):
    command = ["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-c" if stdin is None else "-f", text if stdin is None else "-"]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=True).stdout.strip()


def seconds(text):
    start = time.monotonic()
    sql(text)
    return time.monotonic() - start


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def letters():
    """About 500 characters each: words by Zipf's law from 20,000, a case number and a name."""
    rng = random.Random(20260101)
    everything = [chr(code) for code in range(0x4E00, 0x9FA0)]
    rng.shuffle(everything)
    characters, weights = everything[:3500], [1 / (i + 5) ** 0.8 for i in range(3500)]
    words = "人民法院 信访人 申请再审 执行案件 拖欠工资 借款合同 证人证言 合同纠纷 财产查控 书面答复 判决 执行 立案 送达".split()
    words += ["".join(rng.choices(characters, weights, k=n)) for n in rng.choices([2, 3, 4], [70, 15, 15], k=20_000)]
    frequency = list(itertools.accumulate(1 / (i + 2) ** 0.9 for i in range(len(words))))
    for number in range(1, ROWS + 1):
        body = rng.choices(words, cum_weights=frequency, k=190)
        body[::7] = [word + "，" for word in body[::7]]
        body.insert(rng.randint(0, 180), f"（{rng.randint(2005, 2018)}）晋{rng.randint(301, 330):04d}民初{rng.randint(1, 9999)}号")
        body.insert(rng.randint(0, 180), rng.choice("王李张刘陈") + "".join(rng.choices(characters, k=2)))
        yield number, "".join(body)


def terms(texts):
    """By length and how common: in few texts, in about 1 %, in the most."""
    for length in (1, 2, 3, 4, 8):
        counts = collections.Counter()
        for text in texts:
            pieces = (text[i:i + length] for i in range(len(text) - length + 1))
            counts.update({piece for piece in pieces if all("\u4e00" <= c <= "\u9fff" for c in piece)})
        ranked = sorted(counts.items(), key=lambda item: (item[1], item[0]))
        yield length, "rare", ranked[0][0]
        yield length, "1 %", min(ranked, key=lambda item: (abs(item[1] - len(texts) // 100), item[0]))[0]
        yield length, "common", ranked[-1][0]


def execution(table, condition):
    times, rows = [], None
    for _ in range(3):
        plan = sql(f"EXPLAIN (ANALYZE, TIMING OFF) SELECT id FROM {table} WHERE {condition}")
        times.append(float(re.search(r"Execution Time: ([\d.]+)", plan).group(1)))
        rows = int(re.search(r"actual rows=(\d+)", plan).group(1))
    return rows, f"{statistics.median(times):.1f}" + (" (scan)" if "Seq Scan" in plan else "")


def main():
    sql("", stdin="CREATE EXTENSION pg_trgm; CREATE SCHEMA core;\n" + CORE.read_text())
    rows = list(letters())
    sql("CREATE TABLE plain (id bigint, content text NOT NULL)")
    sql("", stdin="COPY plain FROM STDIN;\n" + "".join(f"{n}\t{text}\n" for n, text in rows) + "\\.\n")
    sql("UPDATE plain SET content = core.search_text(content)")
    sql("VACUUM FULL plain")
    indexes = {
        "pg_trgm": "gin (content gin_trgm_ops)",
        "pairs": "gin (core.search_pairs(content))",
    }
    print(f"{sql('SHOW server_version')}, {ROWS} texts, {sql('SELECT round(avg(length(content))) FROM plain')} characters "
          f"on average, {sql('SELECT pg_size_pretty(pg_table_size($$plain$$))')}; load average {os.getloadavg()[0]:.1f}\n")
    print("| | index | build s | insert µs/row |\n|---|---:|---:|---:|")
    sample = "SELECT id + 10000000, content FROM plain WHERE id <= 1000"
    for name in ("plain", *indexes):
        if name != "plain":
            sql(f"CREATE TABLE {name} AS TABLE plain")
            built = f"{seconds(f'CREATE INDEX {name}_i ON {name} USING {indexes[name]}'):.0f}"
            size = sql(f"SELECT pg_size_pretty(pg_relation_size('{name}_i'))")
            sql(f"ALTER INDEX {name}_i ALTER COLUMN 1 SET STATISTICS 0") if name == "pairs" else None
        else:
            built = size = "-"
        sql(f"VACUUM ANALYZE {name}")
        times = []
        for _ in range(3):
            times.append(seconds(f"INSERT INTO {name} {sample}"))
            sql(f"DELETE FROM {name} WHERE id > 10000000")
            sql(f"VACUUM {name}")
        print(f"| {name} | {size} | {built} | {statistics.median(times) * 1000:.0f} |")
    print("\n| characters | | in texts | scan ms | pg_trgm ms | pairs ms |\n|---:|---|---:|---:|---:|---:|")
    for length, kind, term in terms([text for _, text in rows[:10_000]]):
        like = f"content LIKE {quoted('%' + term + '%')}"
        pairs = (f"core.search_pairs(content) @@ (SELECT core.search_query({quoted(term)})) "
                 f"AND content LIKE ALL ((SELECT core.search_patterns({quoted(term)}))::text[])")
        results = [execution("plain", like), execution("pg_trgm", like), execution("pairs", pairs)]
        assert len({found for found, _ in results}) == 1, (term, results)
        print(f"| {length} | {kind} | {results[0][0]} | " + " | ".join(time for _, time in results) + " |", flush=True)
    print("\n| similar text | in texts | word_similarity > 0.4 ms | more than half of the pairs ms |\n|---|---:|---:|---:|")
    for term in ("申请再审的书面答复", rows[0][1][100:112].replace("，", "")):
        pairs = (f"core.search_pairs(content) @@ (SELECT core.similar_query({quoted(term)})) AND "
                 f"core.similar_share(content, (SELECT core.similar_pairs({quoted(term)}))) > 0.5")
        sql("ALTER DATABASE " + sql("SELECT current_database()") + " SET pg_trgm.word_similarity_threshold = 0.4")
        trgm, ours = execution("pg_trgm", f"content %> {quoted(term)}"), execution("pairs", pairs)
        print(f"| {len(term)} characters | {trgm[0]} and {ours[0]} | {trgm[1]} | {ours[1]} |")


main()
