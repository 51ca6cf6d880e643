import GraphQLLanguage
import GraphQLSchema

extension ConformanceFilter {
    /// `coordinate`: the element of the schema that a coordinate names.
    mutating func coordinate(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        let schema = try schemas.schema(request.text("schema"))
        let source = Source(try request.text("coordinate"))
        let coordinate: SchemaCoordinate
        do throws(SyntaxError) {
            coordinate = try SchemaCoordinate(parsing: source)
        } catch {
            return .errors([error.graphQLError(in: source)])
        }
        do throws(GraphQLError) {
            guard let element = try schema.resolve(coordinate) else {
                return ConformanceAnswer([.init("resolved", .null)])
            }
            var members: [JSONValue.Member] = [
                .init("kind", .string(element.kind.rawValue)), .init("coordinate", .string(coordinate.description)),
            ]
            if let type = element.type { members.append(.init("type", .string(type.description))) }
            return ConformanceAnswer([.init("resolved", .object(members))])
        } catch {
            return .errors([error])
        }
    }
}
