-- How a GraphQL request is sent; the token is the environment's, so that no process list shows it.

dofile("Benchmarks/report.lua")

local headers = {
    ["Content-Type"] = "application/json",
    ["Accept"] = "application/graphql-response+json",
    ["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN"),
}

function post(body)
    return wrk.format("POST", "/graphql", headers, body)
end
