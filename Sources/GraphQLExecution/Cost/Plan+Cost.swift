package import GraphQLLanguage

extension Plan {
    /// How many rows the request can read.
    package func cost(_ variables: CoercedVariables) -> PlanCost { bounds.cost(variables) }

    /// Refuses a request that can read more rows than `limit`, before anything is read or written.
    ///
    /// Throws COST_LIMIT with the cost, the limit and the field that costs most. A mutation with a page or a
    /// filter that is not allowed is refused, too, by PAGE_SIZE or what the filter's fault is: nothing is written that
    /// cannot be answered.
    package func checkCost(_ variables: CoercedVariables, limit: Int) throws(GraphQLError) {
        if kind == .mutation {
            if let (fetch, error) = bounds.refusal(variables) { throw located(error, at: fetch) }
            for fetch in fetches {
                if let error = fetch.description.refusal(variables) { throw located(error, at: fetch.id) }
            }
        }
        let cost = bounds.cost(variables)
        guard cost.total > limit else { return }
        let place = cost.costliest.flatMap { root.place(of: $0) }
        let coordinate = place?.field.coordinate ?? ""
        let error = GraphQLError(
            "查询代价超限：最多可读 \(cost.total) 行，上限 \(limit) 行；代价最大的字段 \(coordinate)（\(cost.costliestShare) 行）",
            code: "COST_LIMIT",
            extensions: [
                JSONValue.Member("cost", .integer(cost.total)),
                JSONValue.Member("limit", .integer(limit)),
                JSONValue.Member("field", .string(coordinate)),
                JSONValue.Member("fieldPath", .array((place?.path ?? []).map { .string($0) })),
                JSONValue.Member("fieldCost", .integer(cost.costliestShare)),
            ]
        )
        throw cost.costliest.map { located(error, at: $0) } ?? error
    }

    private func located(_ error: GraphQLError, at fetch: Int) -> GraphQLError {
        var error = error
        if let place = root.place(of: fetch) {
            error.locations = place.field.offsets.map { source.location(at: $0) }
        }
        return error
    }
}

/// The field whose value a fetch is for.
private struct FetchPlace {
    let field: OutputField
    /// Response keys from the root.
    let path: [String]
}

extension ObjectShape {
    /// The field that a fetch is for; nil where no field shows it.
    fileprivate func place(of fetch: Int, in path: [String] = []) -> FetchPlace? {
        for field in fields {
            if let place = field.shape.place(of: fetch, field, path + [field.responseKey]) { return place }
        }
        return nil
    }
}

extension Shape {
    fileprivate func place(of fetch: Int, _ field: OutputField, _ path: [String]) -> FetchPlace? {
        switch self {
        case .leaf, .nodeID, .constant, .introspection, .refused: nil
        case .object(let object, _): object.place(of: fetch, in: path)
        case .variant(_, let shapes):
            shapes.sorted { $0.key < $1.key }.lazy.compactMap { $0.value.place(of: fetch, field, path) }.first
        case .rows(let own, let element, _):
            own == fetch ? FetchPlace(field: field, path: path) : element.place(of: fetch, field, path)
        case .row(let own, let shape):
            own == fetch ? FetchPlace(field: field, path: path) : shape.place(of: fetch, field, path)
        case .found(let list, _, let own, let element):
            list == fetch || own == fetch ? FetchPlace(field: field, path: path) : element.place(of: fetch, field, path)
        case .connection(let connection): connection.place(of: fetch, field, path)
        case .present(_, let shape), .given(_, let shape): shape.place(of: fetch, field, path)
        }
    }
}

extension ConnectionShape {
    fileprivate func place(of fetch: Int, _ field: OutputField, _ path: [String]) -> FetchPlace? {
        for part in parts {
            let path = path + [part.responseKey]
            switch part.content {
            case .totalCount(let own, _) where own == fetch: return FetchPlace(field: field, path: path)
            case .totalCount, .pageInfo, .constant: break
            case .field(let field):
                if let place = field.shape.place(of: fetch, field, path) { return place }
            case .nodes(let shape):
                if let place = shape.place(of: fetch, field, path) { return place }
            case .edges(let edges):
                for edge in edges {
                    guard case .node(let shape) = edge.content else { continue }
                    if let place = shape.place(of: fetch, field, path + [edge.responseKey]) { return place }
                }
            }
        }
        return self.fetch == fetch ? FetchPlace(field: field, path: path) : nil
    }
}
