import GraphQLLanguage
import GraphQLSchema

extension ConformanceFilter {
    /// `diff`: what changed from one schema to another.
    mutating func diff(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        let old = try schemas.schema(request.text("old"))
        let changes = SchemaChanges(from: old, to: try schemas.schema(request.text("new")))
        func list(_ changes: [SchemaChange]) -> JSONValue {
            .array(
                changes.map {
                    .object([.init("type", .string($0.kind.rawValue)), .init("description", .string($0.description))])
                }
            )
        }
        return ConformanceAnswer([
            .init("breaking", list(changes.breaking)), .init("dangerous", list(changes.dangerous)),
            .init("safe", list(changes.safe)),
        ])
    }
}
