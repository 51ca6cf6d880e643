-- One document with one set of variables (VOLUME_BODY), again and again; an answer with errors is a failure.

dofile("Benchmarks/graphql.lua")

local body = os.getenv("VOLUME_BODY")
local threads = {}

function setup(thread) table.insert(threads, thread) end

function init() faults = 0 end

function request() return post(body) end

function response(_, _, answer)
    if answer:find('"errors":', 1, true) then faults = faults + 1 end
end

local report = done

function done(...)
    report(...)
    local sum = 0
    for _, thread in ipairs(threads) do sum = sum + thread:get("faults") end
    io.write("answered faults=", sum, "\n")
end
