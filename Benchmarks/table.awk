# Prints medians and ratios of the runs: one line each of workload, subject, requests per second, p50 ms, p99 ms, CPU µs of the
# subject and of PostgreSQL per request (`-`: none), and round trips per request (`-`: not counted).

{
    run = ++runs[$1, $2]
    for (column = 3; column <= 8; column++) value[$1, $2, column, run] = $column
}
END {
    split("point list", workloads, " ")
    split("docket pgbench nginx", subjects, " ")
    print "|             |         | requests/s (lowest–highest) | p50 ms | p99 ms | CPU µs/request | PostgreSQL µs/request |"
    print "| ----------- | ------- | --------------------------: | -----: | -----: | -------------: | --------------------: |"
    for (w = 1; w <= 2; w++) for (s = 1; s <= 3; s++) {
        key = workloads[w] SUBSEP subjects[s]
        rate[key] = median(key, 3)
        own[key] = median(key, 6)
        postgres[key] = median(key, 7)
        printf "| %-11s | %-7s | %s | %6.2f | %6.2f | %14s | %21s |\n", s == 1 ? title(workloads[w]) : "", subjects[s],
            wide(sprintf("%.0f (%.0f–%.0f)", rate[key], lowest, highest), 27), median(key, 4), median(key, 5),
            shown(own[key]), shown(postgres[key])
    }
    print ""
    for (w = 1; w <= 2; w++) {
        key = workloads[w] SUBSEP "docket"
        printf "%s: %.2f × the requests/s of pgbench, %.2f × those of nginx; PostgreSQL's CPU %.2f × that under pgbench; " \
            "%.3f round trips to PostgreSQL per request\n", title(workloads[w]), rate[key] / rate[workloads[w], "pgbench"],
            rate[key] / rate[workloads[w], "nginx"], postgres[key] / postgres[workloads[w], "pgbench"], median(key, 8)
    }
}

function title(workload) { return workload == "point" ? "point read" : "50-row list" }

function shown(number) { return number == "-" ? "-" : sprintf("%.1f", number) }

# Leaves the extremes in `lowest` and `highest`.
function median(key, column,    n, i, j, sorted, held) {
    n = runs[key]
    for (i = 1; i <= n; i++) {
        held = value[key, column, i]
        for (j = i - 1; j > 0 && sorted[j] + 0 > held + 0; j--) sorted[j + 1] = sorted[j]
        sorted[j + 1] = held
    }
    if (column == 3) { lowest = sorted[1]; highest = sorted[n] }
    if (sorted[1] == "-") return "-"
    return n % 2 ? sorted[(n + 1) / 2] : (sorted[n / 2] + sorted[n / 2 + 1]) / 2
}

# Right-aligned; the dash in a range is one character of three bytes, which not every awk knows.
function wide(text, width,    plain) {
    plain = text
    sub(/–/, "-", plain)
    return sprintf("%" (width - length(plain)) "s", "") text
}
