import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// `@row`: a key, or keys, of rows that the caller may name.
struct RowRule: InputRule {
    static let directive = InputRuleDirective(
        "row",
        """
        of: String!, ofCourt: Boolean! = false, open: Boolean! = false, assigned: Boolean! = false, \
        active: Boolean! = false, role: String
        """,
        """
        The key of a row of this type's table, or keys of several. Whoever may not name it is told NOT_FOUND: `ofCourt`, a
        row of the caller's court (`court_code`); `open`, not sealed (`sealed`); `assigned`, the caller's own for one who
        sees only these (`assignees`); `active` (`active`). With `role` it is a member of staff who holds it (`roles`):
        another is GUARD_FAILED, or `code` and `message`.
        """
    )
    static let scope = InputRuleScope.row

    let typeName: String
    let isOfCourt: Bool
    let isOpen: Bool
    let isAssigned: Bool
    let isActive: Bool
    let role: String?

    init?(_ directive: Directive) {
        guard let type = directive.text("of") else { return nil }
        typeName = type
        isOfCourt = directive.flag("ofCourt")
        isOpen = directive.flag("open")
        isAssigned = directive.flag("assigned")
        isActive = directive.flag("active")
        role = directive.text("role")
    }

    var text: String {
        var parts = ["names a `\(typeName)`"]
        if isActive { parts.append("active") }
        if isOfCourt { parts.append("of the caller's court") }
        if isOpen { parts.append("not sealed") }
        if isAssigned { parts.append("assigned to whoever sees only that") }
        if let role { parts.append(role) }
        return parts.joined(separator: ", ")
    }

    func problem(on input: RuledInput) -> String? {
        guard ["ID", "CourtCode"].contains(input.typeName) || input.isText else {
            return input.mismatch("a key")
        }
        guard case .object(let type) = input.schema.type(named: typeName), RowTable(type) != nil else {
            return "names \"\(typeName)\", which is no type with a table of one key column"
        }
        return role.flatMap { Role(rawValue: $0) == nil ? "names the unknown role \"\($0)\"" : nil }
    }

    /// The keys are looked up, all of an input together: see `RowLookups`.
    func check(_ value: InputObject.Value, at site: InputSite) throws(DomainErrors) -> InputObject.Value { value }
}

/// A type's table, by its `@table`.
struct RowTable: Hashable, Sendable {
    let name: String
    let key: String

    init?(_ type: ObjectType) {
        guard let table = type.directives.first(where: { $0.name.text == "table" }), let name = table.text("name")
        else {
            return nil
        }
        let key = table.texts("key") ?? ["id"]
        guard key.count == 1 else { return nil }
        self.name = name
        self.key = key[0]
    }
}
