# Sums up the output of `swift test`: the closing line, and what failed, with its reasons, last.
# Variables: file, the name of the output's file; status, that of `swift test`.

function keep(line) {
    if (lines[count] < limit) block[count] = block[count] line "\n"
    else if (lines[count] == limit) block[count] = block[count] "  … (more in " file ")\n"
    lines[count]++
}

BEGIN { limit = 30 }

{ last[NR % 40] = $0 }
/^[^ ]* *Test run with .* after / { closing = $0; within = 0; next }
/ recorded an issue / { within = 1; count++; keep($0); next }
# A test or a suite that began or ended, and what belongs to no issue.
/^(◇|✔|✘|➜)/ { within = 0 }
within { keep($0) }

END {
    if (closing == "") {
        print "The tests ended without a result, with status " status ". The last lines of " file ":"
        for (i = NR - 39; i <= NR; i++) if (i > 0) print "  " last[i % 40]
        exit
    }
    print "The whole output is in " file "."
    print closing
    if (count == 0 && status != 0) print "swift test ended with status " status "."
    for (i = 1; i <= count; i++) printf "%s%s", (i == 1 ? "\n" : ""), block[i]
}
