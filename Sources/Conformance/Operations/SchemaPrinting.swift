import GraphQLLanguage
import GraphQLSchema

extension ConformanceFilter {
    /// `printSchema`: the schema as SDL, extended or sorted first where that is asked for.
    mutating func printSchema(_ request: ConformanceRequest) throws(ConformanceFailure) -> ConformanceAnswer {
        var schema = try schemas.schema(request.text("schema"))
        if let extensions = try request.optionalText("extend") {
            schema = try Self.extending(schema, by: Source(extensions))
        }
        return .printed(try request.flag("sorted") ? schema.sorted.printed : schema.printed)
    }

    private static func extending(_ schema: Schema, by source: Source) throws(ConformanceFailure) -> Schema {
        let document: Document
        do throws(SyntaxError) {
            document = try Document(parsing: source, limits: .anyLength)
        } catch {
            throw ConformanceFailure("Syntax Error: \(error.message)")
        }
        do throws(SchemaFailure) {
            return try schema.extended(by: document)
        } catch {
            throw ConformanceFailure("the schema cannot be extended so: \(error.messages)")
        }
    }
}
