-- One letter by its ID, random from BENCH_LOWEST to BENCH_HIGHEST.

dofile("Benchmarks/graphql.lua")

local count = 0

function setup(thread)
    count = count + 1
    thread:set("seed", count)
end

-- Made before the clock starts, that wrk takes no more CPU here than for the list.
function init()
    local lowest, highest = tonumber(os.getenv("BENCH_LOWEST")), tonumber(os.getenv("BENCH_HIGHEST"))
    local body = os.getenv("BENCH_BODY")
    math.randomseed(seed)
    requests = {}
    for index = 1, 20000 do
        requests[index] = post((body:gsub('"ID"', '"' .. math.random(lowest, highest) .. '"')))
    end
    position = 0
end

function request()
    position = position % #requests + 1
    return requests[position]
end
