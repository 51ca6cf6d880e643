-- Asks the workloads of SCALE_WORKLOADS in turn, each time for another of SCALE_LETTERS letters or SCALE_COURTS courts.

dofile("Benchmarks/report.lua")

local headers = { ["Content-Type"] = "application/json", ["Accept"] = "application/graphql-response+json" }
local statuses = { "PENDING", "ASSIGNED", "REPLIED", "CLOSED" }
local letters, courts = tonumber(os.getenv("SCALE_LETTERS")), tonumber(os.getenv("SCALE_COURTS"))

local variables = {
    letter = function() return string.format('{"id":"%d"}', math.random(letters)) end,
    letters = function()
        return string.format('{"courtId":%d,"status":"%s"}', math.random(courts), statuses[math.random(#statuses)])
    end,
    dossiers = function() return string.format('{"courtId":%d}', math.random(courts)) end,
    event = function() return string.format('{"letterId":"%d","action":"NOTED"}', math.random(letters)) end,
}

local threads = {}

function setup(thread)
    table.insert(threads, thread)
    thread:set("seed", #threads)
end

local function document(name)
    local file = assert(io.open("Benchmarks/Scale/" .. name .. ".graphql"))
    local text = file:read("*a")
    file:close()
    return (text:gsub("%s+", " "))
end

-- Made before the clock starts, so that wrk takes little of the machine while it runs.
function init()
    math.randomseed(seed)
    local names, documents = {}, {}
    for name in os.getenv("SCALE_WORKLOADS"):gmatch("%S+") do
        table.insert(names, name)
        documents[name] = document(name)
    end
    requests = {}
    for index = 1, 20000 do
        local name = names[index % #names + 1]
        local body = string.format('{"query":"%s","variables":%s}', documents[name], variables[name]())
        requests[index] = wrk.format("POST", "/graphql", headers, body)
    end
    position = 0
    faults = 0
end

function request()
    position = position % #requests + 1
    return requests[position]
end

-- An answer with errors has the status 200, too.
function response(_, _, body)
    if body:find('"errors":', 1, true) then faults = faults + 1 end
end

local report = done

function done(...)
    report(...)
    local sum = 0
    for _, thread in ipairs(threads) do sum = sum + thread:get("faults") end
    io.write("answered faults=", sum, "\n")
end
