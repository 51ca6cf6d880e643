package import GraphQLLanguage
package import GraphQLSchema
import PluginKit
import Postgres

/// Values that a schema's inputs accept, so that one text at a time can be wrong.
package struct SampleInputs: Sendable {
    private let schema: Schema
    private let known: [String: JSONValue]
    /// A row of the court for each type that a field may name.
    private let keys: [String: JSONValue]

    /// Values for a court whose rows they may name; `known` are those of fields by name, where any of the type will not do.
    package init(_ court: TestCourt, _ schema: Schema, known: [String: JSONValue] = [:]) async throws {
        self.schema = schema
        self.known = known
        var keys: [String: JSONValue] = ["Staff": .string(try await court.staffID(of: .handler))]
        for type in schema.types where keys[type.name] == nil {
            guard let entity = Entity(type.name, in: schema), try await Self.hasKey(entity, court) else { continue }
            let row = try await court.database.query("SELECT min(id)::text AS id FROM \(raw: entity.table)").first
            if let id = try row?.decode("id", as: String?.self) { keys[type.name] = .string(id) }
        }
        self.keys = keys
    }

    /// Whether the rows have a key of one number, `id`.
    private static func hasKey(_ entity: Entity, _ court: TestCourt) async throws -> Bool {
        let names = entity.table.split(separator: ".").map(String.init)
        guard names.count == 2 else { return false }
        return try await !court.database.query(
            """
            SELECT 1 FROM information_schema.columns
            WHERE table_schema = \(names[0]) AND table_name = \(names[1]) AND column_name = 'id'
            """
        ).isEmpty
    }

    /// Whether values of a type are texts that a caller writes.
    package static func isText(_ name: String) -> Bool { ["String", "CourtCode", "RegionCode", "ID"].contains(name) }

    /// Places of texts below an input object.
    package func texts(in input: InputObjectType) -> [[String]] {
        places(in: input, of: ["String", "CourtCode", "RegionCode", "ID"])
    }

    /// Places of values of these types below an input object.
    package func places(in input: InputObjectType, of scalars: Set<String>, depth: Int = 0) -> [[String]] {
        input.fields.flatMap { field -> [[String]] in
            if scalars.contains(field.type.namedType) { return [[field.name]] }
            guard depth < 2, case .input(let inner) = schema.type(named: field.type.namedType), inner.name != input.name
            else {
                return []
            }
            return places(in: inner, of: scalars, depth: depth + 1).map { [field.name] + $0 }
        }
    }

    /// An input object of its required fields, with a value at a place.
    package func object(_ input: InputObjectType, placing value: JSONValue, at place: ArraySlice<String>) -> JSONValue {
        var members: [JSONValue.Member] = []
        for field in input.fields {
            if field.name == place.first {
                var inner = value
                if place.count > 1, case .input(let type) = schema.type(named: field.type.namedType) {
                    inner = object(type, placing: value, at: place.dropFirst())
                }
                members.append(.init(field.name, field.type.nullable.listItem == nil ? inner : .array([inner])))
            } else if field.type.isNonNull, field.defaultValue == nil {
                members.append(.init(field.name, sample(of: field)))
            }
        }
        return .object(members)
    }

    /// A value that keeps a field's rules.
    package func sample(of field: SchemaInputValue) -> JSONValue {
        if let value = known[field.name] { return value }
        guard let value = ruled(field) else { return value(field.type) }
        return field.type.nullable.listItem == nil ? value : .array([value])
    }

    /// A value, or an item, that the field's directives ask for.
    private func ruled(_ field: SchemaInputValue) -> JSONValue? {
        if field.type.namedType == "ID", field.name.hasSuffix("Id") {
            let name = String(field.name.dropLast(2))
            if let key = keys[name.prefix(1).uppercased() + name.dropFirst()] { return key }
        }
        for directive in field.directives {
            switch directive.name.text {
            case "row": return directive.argument("of")?.stringText.flatMap { keys[$0] }
            case "ahead": return "2018-07-02"
            case "identityNumber": return Self.forms["RESIDENT_ID"]
            case "format": return directive.argument("as")?.enumName.flatMap { Self.forms[$0] }
            default: continue
            }
        }
        return nil
    }

    private static let forms: [String: JSONValue] = [
        "CASE_NUMBER": "（2017）晋03民终1675号", "RESIDENT_ID": "11010519491231002X", "MOBILE": "15471693388",
        "USCC": "91350100M000100Y43", "LANDLINE": "0353-2024512", "EMAIL": "a@example.cn", "REGION": "140302",
        "COURT": "晋03",
    ]

    /// A value of a type.
    package func value(_ type: TypeReference) -> JSONValue {
        if let item = type.nullable.listItem { return .array([value(item)]) }
        switch schema.type(named: type.namedType) {
        case .input(let input): return object(input, placing: .null, at: [])
        case .enumeration(let type): return .string(type.values.first?.name ?? "")
        default: break
        }
        switch type.namedType {
        case "Int": return 1
        case "Float": return 1
        case "Boolean": return false
        case "ID": return "1"
        case "Date": return "2018-06-01"
        case "CourtCode": return "晋03"
        case "RegionCode": return "140302"
        default: return "核对来信人身份以便书面答复"
        }
    }
}
