import GraphQLLanguage
import GraphQLSchema

/// Documents that select every field that can be reached from a field of Query, as far as a caller may select it.
struct SchemaWalk {
    /// One operation with one argument left to its variables.
    struct Document {
        let text: String
        /// The root field.
        let field: String
        /// Its arguments with their types' names.
        let arguments: [(name: String, type: String)]
    }

    let schema: Schema
    let permissions: Set<String>

    /// A document for each root field that the caller may select; more where lists stand in lists.
    func documents() -> [Document] {
        (schema.rootType(for: .query)?.fields ?? []).filter(allows).flatMap(documents)
    }

    private func documents(of root: SchemaField) -> [Document] {
        let required = root.arguments.filter { argument in
            argument.type.isNonNull && argument.defaultValue == nil || argument.name == "filter"
                || argument.type.namedType == "ID"
        }
        let variables = required.map { "$\($0.name): \($0.type)" }.joined(separator: ", ")
        var given = required.map { "\($0.name): $\($0.name)" }
        if isConnection(root) { given.append("first: 2") }
        let arguments = given.isEmpty ? "" : "(\(given.joined(separator: ", ")))"
        let isLeaf = !isObject(root.type.namedType)
        return (isLeaf ? [""] : branches(of: root.type.namedType, isList: isList(root))).map { selection in
            Document(
                text: "query\(variables.isEmpty ? "" : "(\(variables))") { \(root.name)"
                    + "\(arguments)\(isLeaf ? "" : " { \(selection) }") }",
                field: root.name,
                arguments: required.map { ($0.name, $0.type.namedType) }
            )
        }
    }

    /// The selections of a type: all that leads on without a list in a list, then each list in a list by itself, so that
    /// their costs do not add up.
    private func branches(of typename: String, isList: Bool) -> [String] {
        let own = leaves(of: typename)
        let lists = isList && !typename.hasSuffix("Connection") ? 0 : 1
        let onward = leading(typename, lists)
        guard !onward.isEmpty else { return [own] }
        let plain = onward.map { "\(own) \(selection(of: $0, seen: [typename], lists: lists))" }
        guard !isList else { return plain }
        let nested = onward.filter(self.isList).flatMap { outer in
            let inner = outer.type.namedType
            return leading(inner, 1).filter { ![typename, inner].contains($0.type.namedType) }.map { field in
                let page = isConnection(outer) ? "(first: 2)" : ""
                let lists = self.isList(field) ? 1 : 0
                return "\(outer.name)\(page) { \(selection(of: field, seen: [typename, inner], lists: lists)) }"
            }
        }
        return plain + nested
    }

    private func isConnection(_ field: SchemaField) -> Bool { field.type.namedType.hasSuffix("Connection") }

    private func isList(_ field: SchemaField) -> Bool {
        isConnection(field) || "\(field.type)".hasPrefix("[") && !["nodes", "edges"].contains(field.name)
    }

    private func selection(of field: SchemaField, seen: Set<String>, lists: Int) -> String {
        let typename = field.type.namedType
        let left = isList(field) ? lists - 1 : lists
        let inner =
            seen.count > 2
            ? []
            : leading(typename, left).filter { !seen.contains($0.type.namedType) }
                .map { selection(of: $0, seen: seen.union([typename]), lists: left) }
        let page = isConnection(field) ? "(first: 2)" : ""
        return "\(field.name)\(page) { \(([leaves(of: typename)] + inner).joined(separator: " ")) }"
    }

    /// Fields of objects that cost no more lists than are left; courts and their staff lead to no matter.
    private func leading(_ typename: String, _ lists: Int) -> [SchemaField] {
        (schema.type(named: typename)?.fields ?? []).filter { field in
            leadsOn(field.type.namedType) && allows(field) && !field.arguments.contains(where: { $0.type.isNonNull })
                && (!isList(field) || lists > 0)
        }
    }

    private func leaves(of typename: String) -> String {
        let names = (schema.type(named: typename)?.fields ?? []).filter { field in
            !isObject(field.type.namedType) && allows(field) && field.arguments.isEmpty
        }.map(\.name)
        return (["__typename"] + names).joined(separator: " ")
    }

    private func leadsOn(_ typename: String) -> Bool {
        isObject(typename) && schema.type(named: typename)?.provenance?.plugin != "core"
    }

    private func isObject(_ typename: String) -> Bool { schema.type(named: typename)?.fields != nil }

    private func allows(_ field: SchemaField) -> Bool {
        let own = Self.permission(field.directives)
        let type = schema.type(named: field.type.namedType).flatMap { Self.permission($0.directives) }
        let node = schema.type(named: String(field.type.namedType.dropLast("Connection".count)))
            .flatMap { Self.permission($0.directives) }
        return [own, type, field.type.namedType.hasSuffix("Connection") ? node : nil].compactMap(\.self)
            .allSatisfy(permissions.contains)
    }

    private static func permission(_ directives: [Directive]) -> String? {
        directives.first { $0.name.text == "requires" }?.argument("permission")?.stringText
    }
}
