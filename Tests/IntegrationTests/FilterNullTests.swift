import DocketTesting
import FieldEncryption
import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit
import Testing

@Suite("A filter's explicit null")
struct FilterNullTests {
    /// A place that filters: a query that gives it null, and where it stands.
    struct Place: Sendable, CustomTestStringConvertible {
        let coordinate: String
        let description: String
        let query: String

        var testDescription: String { coordinate }
    }

    /// Every filter of the fields of Query: their arguments, and the fields of their input objects, however deep they lead.
    private static func places(_ schema: Schema) -> [Place] {
        var places: [Place] = []
        for field in schema.rootType(for: .query)?.fields ?? [] {
            for argument in field.arguments {
                let others = field.arguments.filter {
                    $0.name != argument.name && $0.type.isNonNull && $0.defaultValue == nil
                }
                let required = others.map { "\($0.name): \(example(of: $0.type)), " }.joined()
                func add(_ value: SchemaInputValue, _ owner: String, _ text: String) {
                    places.append(
                        Place(
                            coordinate: "\(owner).\(value.name)",
                            description: value.description ?? "",
                            query: "{ \(field.name)(\(required)\(text)) { __typename } }"
                        )
                    )
                }
                if argument.directives.contains(where: { $0.name.text == "where" }), !argument.type.isNonNull {
                    add(argument, "Query.\(field.name)", "\(argument.name): null")
                }
                guard argument.name == "filter", case .input(let input) = schema.type(named: argument.type.namedType)
                else {
                    continue
                }
                walk(input, schema, depth: 0, before: "filter: {", after: "}") { add($0, $1, $2) }
            }
        }
        return places
    }

    private static func walk(
        _ input: InputObjectType,
        _ schema: Schema,
        depth: Int,
        before: String,
        after: String,
        _ found: (SchemaInputValue, String, String) -> Void
    ) {
        for field in input.fields {
            if !isNeutral(field, schema), !field.type.isNonNull {
                found(field, input.name, "\(before)\(field.name): null\(after)")
            }
            guard depth < 3, case .input(let inner) = schema.type(named: field.type.namedType) else { continue }
            walk(inner, schema, depth: depth + 1, before: "\(before)\(field.name): {", after: "}\(after)", found)
        }
    }

    /// Whether null is no filter: the parts of a tree, and relations to many.
    private static func isNeutral(_ field: SchemaInputValue, _ schema: Schema) -> Bool {
        if ["and", "or", "not", "some", "none", "every"].contains(field.name) { return true }
        guard case .input(let input) = schema.type(named: field.type.namedType) else { return false }
        return input.fields.contains { $0.name == "some" }
    }

    private static func example(of type: TypeReference) -> String {
        switch type.namedType {
        case "Date": #""2018-06-29""#
        case "Int": "1"
        case "CourtCode": #""晋03""#
        default: type.listItem == nil ? #""1""# : "[]"
        }
    }

    @Test(
        "In every filter of the composed schema it asks for rows that there can be, as the schema says, or is refused"
    )
    func everyFilter() async throws {
        let places = Self.places(try Composition(Installed.all(KeyRing.generate())).schema)
        #expect(places.count > 40, "\(places.count)")
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            var refused = 0
            let anyone = try await court.token(staff: "晋03-04", roles: Set(Role.allCases))
            for place in places {
                var answer = await court.send(place.query)
                if answer.codes == ["FORBIDDEN"] { answer = await court.send(place.query, bearing: anyone) }
                guard answer["errors"] != nil else {
                    #expect(
                        place.description.contains("null"),
                        "\(place.coordinate) takes null and does not say what for"
                    )
                    continue
                }
                refused += 1
                #expect(answer.codes == ["FILTER_NULL"], "\(place.query): \(answer)")
                let name = place.coordinate.split(separator: ".").last.map(String.init) ?? ""
                #expect(answer[path: "errors.0.message"].text?.contains("筛选项 \(name) 不接受 null") == true, "\(answer)")
                #expect(answer[path: "errors.0.extensions.field"].text == name)
            }
            #expect(refused > 20)
        }
    }

    @Test(
        "It is refused under or, and, not and relations, and by a variable that was meant to be left out",
        arguments: [
            "{or: [{courtCode: $v}]}", "{not: {courtCode: $v}}", "{and: [{dossier: {courtCode: $v}}]}",
            "{courtCode: $v}",
        ]
    )
    func nested(_ filter: String) async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let query = "query($v: CourtCode) { letters(filter: \(filter)) { totalCount } courts { totalCount } }"
            let answer = await court.send(query, ["v": nil])
            #expect(answer.codes == ["FILTER_NULL"], "\(answer)")
            #expect(await court.send(query, [:])["errors"] == nil)
            #expect(await court.send(query, ["v": "晋03"])["errors"] == nil)
        }
    }

    @Test("Where rows may have no value, it finds them")
    func unassigned() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let answer = await court.send("{ letters(filter: {assignee: null}) { totalCount } }")
            #expect(answer == ["data": ["letters": ["totalCount": 50]]])
        }
    }
}
