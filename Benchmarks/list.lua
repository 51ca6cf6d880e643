-- The first page of letters.

dofile("Benchmarks/graphql.lua")

function init()
    page = post(os.getenv("BENCH_BODY"))
end

function request()
    return page
end
