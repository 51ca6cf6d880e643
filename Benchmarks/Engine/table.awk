# Prints medians and ratios of the runs. A line is: workload, subject, `measured`, iterations, nanoseconds, bytes of input; or:
# workload, subject, `allocations`, calls, bytes.

BEGIN {
    title["parse-large"] = "parse a document of 1 MB"
    title["parse-operation"] = "parse an operation"
    title["validate-letters"] = "validate it, Docket's schema"
    title["validate-shop"] = "validate with fragments, shop schema"
    title["request-plain"] = "request to plan, no variables"
    title["request-variables"] = "request to plan, three variables"
    title["write-json"] = "write JSON"
    title["execute-rows"] = "execute 1,000 objects × 3 scalars"
    title["plan-and-execute-rows"] = "the same, planned anew"
    title["execute-json"] = "the same from a JSON value"
}
$3 == "measured" {
    key = $1 SUBSEP $2
    if (!(key in runs)) {
        if (!($1 in subjects)) workloads[++workloadCount] = $1
        subjects[$1] = subjects[$1] " " $2
    }
    time[key, ++runs[key]] = $5 / $4 / 1000
    bytes[$1] = $6
}
$3 == "allocations" {
    calls[$1, $2] = $4
    allocated[$1, $2] = $5
}
END {
    print "|  |  | µs (lowest–highest) | MB/s | × docket's time | allocations | KB allocated |"
    print "| --- | --- | ---: | ---: | ---: | ---: | ---: |"
    for (w = 1; w <= workloadCount; w++) {
        workload = workloads[w]
        count = split(subjects[workload], names, " ")
        for (s = 1; s <= count; s++) {
            key = workload SUBSEP names[s]
            middle = median(key)
            if (s == 1) base = middle
            printf "| %s | %s | %s (%s–%s) | %s | %s | %s | %s |\n", s == 1 ? title[workload] : "", names[s], shown(middle),
                shown(lowest), shown(highest), bytes[workload] ? shown(bytes[workload] / middle) : "-",
                s == 1 ? "-" : sprintf("%.2f", middle / base), key in calls ? shown(calls[key]) : "-",
                key in calls ? shown(allocated[key] / 1000) : "-"
        }
    }
}

# Three significant digits.
function shown(number) { return number >= 100 ? sprintf("%.0f", number) : number >= 10 ? sprintf("%.1f", number) : sprintf("%.2f", number) }

# Leaves the extremes in `lowest` and `highest`.
function median(key,    n, i, j, sorted) {
    n = runs[key]
    for (i = 1; i <= n; i++) {
        for (j = i - 1; j > 0 && sorted[j] > time[key, i]; j--) sorted[j + 1] = sorted[j]
        sorted[j + 1] = time[key, i]
    }
    lowest = sorted[1]
    highest = sorted[n]
    return n % 2 ? sorted[(n + 1) / 2] : (sorted[n / 2] + sorted[n / 2 + 1]) / 2
}
