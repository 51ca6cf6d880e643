-- Prints what wrk measured as one line of name=value; the scripts beside this one load it, and a plain GET needs no more.

function done(summary, latency, _)
    local errors = summary.errors
    io.write(string.format(
        "\nmeasured requests=%d seconds=%.6f p50=%.3f p99=%.3f failures=%d",
        summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout
    ))
    for kind, count in pairs(errors) do io.write(" ", kind, "=", count) end
    io.write("\n")
end
