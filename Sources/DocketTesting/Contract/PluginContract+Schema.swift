import FieldEncryption
import GraphQLLanguage
package import GraphQLSchema
import PluginHost
import PluginKit
import Postgres

// Rules over the composed schema.
extension PluginContract {
    /// Mutations that do not take one input with a key of the request.
    package static func inputFaults(_ schema: Schema) -> [String] {
        mutations(of: schema).flatMap { mutation -> [String] in
            guard mutation.arguments.map(\.name) == ["input"], let input = input(of: mutation, in: schema) else {
                return ["\(mutation.name) does not take one argument input with an input object"]
            }
            guard mutation.arguments[0].type.isNonNull else { return ["\(mutation.name): its input may be left out"] }
            let key = input.field(named: "idempotencyKey").map { "\($0.type)" }
            return key == "String" ? [] : ["\(input.name): no idempotencyKey: String"]
        }
    }

    /// Mutations that change a row and do not ask for the version that was read: one that makes a row may name another first,
    /// and a download changes none.
    func versionFaults() throws -> [String] {
        let composition = try composition()
        let makings = composition.plugins.flatMap(\.workflows).flatMap(\.rows).filter(\.isMaking).map(\.action)
        return Self.versionFaults(
            composition.schema,
            readers: exceptions.readers.union(makings).union(["downloadMaterial"])
        )
    }

    /// Mutations other than these that change a row and do not ask for the version that was read.
    package static func versionFaults(_ schema: Schema, readers: Set<String>) -> [String] {
        var faults: [String] = []
        for mutation in mutations(of: schema) where !readers.contains(mutation.name) {
            guard let input = input(of: mutation, in: schema), let target = input.fields.first,
                "\(target.type.nullable)" == "ID", target.name.hasSuffix("Id")
            else { continue }
            let second = input.fields.dropFirst().first
            if "\(target.type)" != "ID!" { faults.append("\(mutation.name): \(target.name) may be left out") }
            if second?.name != "version" || second.map({ "\($0.type)" }) != "Int!" {
                faults.append("\(mutation.name): no version: Int! after \(target.name)")
            }
        }
        return faults
    }

    /// Clear personal values, masked ones that do not say so, and inputs that take one unsaid.
    package static func clearFaults(_ schema: Schema, _ clearTypes: Set<String>) -> [String] {
        var faults: [String] = []
        for type in schema.types {
            switch type {
            case .object(let object) where !clearTypes.contains(object.name):
                for field in object.fields {
                    if clear.contains(field.name) { faults.append("\(object.name).\(field.name) is clear") }
                    let isMasked = field.directives.contains { $0.name.text == "masked" }
                    if field.name.hasSuffix("Masked"), !isMasked {
                        faults.append("\(object.name).\(field.name) is not @masked")
                    }
                }
            case .input(let input):
                for field in input.fields
                where clear.contains(field.name) && !field.directives.contains(where: { $0.name.text == "pii" }) {
                    faults.append("\(input.name).\(field.name) is not @pii")
                }
            default: break
            }
        }
        return faults
    }

    private static let clear: Set = ["idNumber", "mobile", "address", "residenceAddress", "phone"]

    /// Permissions that nobody holds, or that nothing asks for.
    func permissionFaults() throws -> [String] {
        let composition = try composition()
        // Uploads and downloads ask for what the owner of the materials says.
        var asked = Set(composition.plugins.flatMap(\.materials).flatMap { [$0.attach, $0.read] })
        for type in composition.schema.types {
            var directives = type.directives
            for field in type.fields ?? [] {
                directives += field.directives + field.arguments.flatMap(\.directives)
            }
            if case .input(let input) = type { directives += input.fields.flatMap(\.directives) }
            for directive in directives where directive.name.text == "requires" {
                if let name = directive.argument("permission")?.stringText { asked.insert(name) }
            }
        }
        let all = composition.permissions(of: Set(Role.allCases))
        return composition.permissionNames.sorted().flatMap { name -> [String] in
            (all.contains(name) ? [] : ["nobody holds the permission \(name)"])
                + (asked.contains(name) || Self.askedByHost.contains(name)
                    ? [] : ["nothing asks for the permission \(name)"])
        }
    }

    /// Asked by the engine itself.
    private static let askedByHost: Set = ["core.introspect"]

    /// Imports whose mutation is not there, takes no file, or does not answer as `docket import` prints it.
    func importFaults() throws -> [String] {
        let composition = try composition()
        return composition.plugins.flatMap(\.imports).flatMap { file -> [String] in
            guard let mutation = Self.mutations(of: composition.schema).first(where: { $0.name == file.mutation })
            else {
                return ["the import \(file.kind) has no mutation \(file.mutation)"]
            }
            let input = mutation.arguments.first.map { "\($0.type)" }
            let answers = mutation.type.namedType
            return (input == "ImportFileInput!" ? [] : ["\(file.mutation) does not take ImportFileInput!"])
                + (answers == "ImportPayload" ? [] : ["\(file.mutation) does not answer ImportPayload"])
        }
    }

    /// What differs where all plugins are given in another order.
    func orderFaults() throws -> [String] {
        let keys = try KeyRing.generate()
        let given = try Composition(plugins(keys))
        let reversed = try Composition(plugins(keys).reversed())
        var faults: [String] = []
        if given.plugins.first?.name != "core" || reversed.plugins.first?.name != "core" {
            faults.append("the core is not the first plugin")
        }
        for role in Role.allCases where given.permissions(of: [role]) != reversed.permissions(of: [role]) {
            faults.append("\(role.rawValue) may do something else")
        }
        if given.migrations.map(\.id).sorted() != reversed.migrations.map(\.id).sorted() {
            faults.append("other migrations are applied")
        }
        return faults
    }

    static func mutations(of schema: Schema) -> [SchemaField] { schema.rootType(for: .mutation)?.fields ?? [] }

    /// The input object of a mutation's first argument.
    static func input(of mutation: SchemaField, in schema: Schema) -> InputObjectType? {
        guard let argument = mutation.arguments.first,
            case .input(let input) = schema.type(named: argument.type.namedType)
        else { return nil }
        return input
    }
}
