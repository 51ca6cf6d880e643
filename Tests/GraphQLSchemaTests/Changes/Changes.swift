import GraphQLSchema

/// The changes between two schemas as `KIND coordinate: description`, in order.
func changes(from old: String, to new: String) throws -> [String] {
    try SchemaChanges(from: Schema.build(old), to: Schema.build(new)).all
        .map { "\($0.kind.rawValue) \($0.coordinate): \($0.description)" }
}
