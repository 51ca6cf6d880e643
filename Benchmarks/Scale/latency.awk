# Prints medians as Markdown from lines of workload, letters, p50 and p99 in ms, one for each round; `answers` is a file with lines
# of workload, letters, objects and bytes of an answer, `looked` one of workload, letters and PostgreSQL's pages per request.
# Allowed is growth with the logarithm of the rows.

FILENAME == answers {
    objects[$1, $2] = $3
    bytes[$1, $2] = $4
    next
}
FILENAME == looked {
    pages[$1, $2] = $3
    next
}
{
    if (!(($1, $2) in runs)) keys[++rows] = $1 SUBSEP $2
    run = ++runs[$1, $2]
    p50[$1, $2, run] = $3
    p99[$1, $2, run] = $4
}
END {
    print "| one connection | letters | objects, bytes | pages | p50 ms | p99 ms | rows × | allowed × | pages × | p50 × | p99 × | p50 within | p99 within |"
    print "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |"
    for (r = 1; r <= rows; r++) {
        split(keys[r], key, SUBSEP)
        middle = median(p50, keys[r])
        tail = median(p99, keys[r])
        if (key[1] != workload) {
            workload = key[1]
            base = key[2]
            base50 = middle
            base99 = tail
            printf "| %s | %d | %d, %d | %.0f | %.3f | %.3f | 1 | - | - | - | - | - | - |\n", title(workload), base, objects[key[1], base],
                bytes[key[1], base], pages[key[1], base], middle, tail
            continue
        }
        allowed = log(key[2]) / log(base)
        printf "| | %d | %d, %d | %.0f | %.3f | %.3f | %g | %.2f | %.2f | %.2f | %.2f | %s | %s |\n", key[2], objects[key[1], key[2]],
            bytes[key[1], key[2]], pages[key[1], key[2]], middle, tail, key[2] / base, allowed,
            pages[key[1], key[2]] / pages[key[1], base], middle / base50, tail / base99,
            middle / base50 <= allowed ? "yes" : "no", tail / base99 <= allowed ? "yes" : "no"
    }
}

function median(values, key,    count, i, j, swap, sorted) {
    count = runs[key]
    for (i = 1; i <= count; i++) sorted[i] = values[key, i]
    for (i = 1; i <= count; i++) for (j = i + 1; j <= count; j++) if (sorted[j] < sorted[i]) {
        swap = sorted[i]
        sorted[i] = sorted[j]
        sorted[j] = swap
    }
    return count % 2 ? sorted[(count + 1) / 2] : (sorted[count / 2] + sorted[count / 2 + 1]) / 2
}

function title(name) {
    if (name == "letter") return "W1 a letter by id"
    if (name == "letters") return "W2 50 letters of a court and status"
    return "W3 20 dossiers, nested three deep"
}
