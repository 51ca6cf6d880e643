import FragmentExpansion
import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// What the inputs of a composition's mutations must keep to, read once from the schema.
package struct InputRuleBook: Sendable {
    /// A member of an input object, or an argument.
    struct Field: Sendable {
        let name: String
        let typeName: String
        let kind: Kind
        let presenceRules: [Declared]
        let listRules: [Declared]
        let valueRules: [Declared]
        let rowRules: [Declared]
        /// Whether a text of which nothing can be seen is none.
        let takesBlankForNone: Bool

        init(_ value: SchemaInputValue, kind: Kind, rules: [Declared]) {
            func of(_ scope: InputRuleScope) -> [Declared] { rules.filter { type(of: $0.rule).scope == scope } }
            name = value.name
            typeName = value.type.namedType
            self.kind = kind
            presenceRules = of(.presence)
            listRules = of(.list)
            valueRules = of(.value)
            rowRules = of(.row)
            let isText = [.court, .region].contains(kind) || rules.contains { type(of: $0.rule).takesBlankForNone }
            takesBlankForNone = isText && !value.type.isNonNull
        }
    }

    /// What the type alone says of a value.
    enum Kind: Hashable, Sendable {
        case key, court, region, object, other
    }

    /// A rule with the words that its directive gives its faults.
    struct Declared: Sendable {
        let rule: any InputRule
        let code: DomainError.Code?
        let message: String?
        /// Of a `@row`.
        let table: RowTable?

        /// A fault in the directive's own words, where it has any.
        func worded(_ error: DomainError) -> DomainError {
            DomainError(code ?? error.code, message ?? error.message, field: error.field, details: error.details)
        }
    }

    /// The arguments of each mutation.
    private(set) var mutations: [String: [Field]] = [:]
    /// The fields of each input object that a mutation takes.
    private(set) var inputs: [String: [Field]] = [:]
    private(set) var diagnostics: [SchemaDiagnostic] = []

    init(_ schema: Schema) {
        for field in schema.rootType(for: .mutation)?.fields ?? [] {
            let place = "Mutation.\(field.name)"
            mutations[field.name] = field.arguments.map { argument in
                read(
                    argument,
                    "\(place)(\(argument.name):)",
                    beside: field.arguments,
                    changed: nil,
                    isAdded: argument.name == Self.requestNumber,
                    schema
                )
            }
        }
        refuseUnheeded(schema)
    }

    private mutating func read(_ input: InputObjectType, _ schema: Schema) {
        guard inputs[input.name] == nil else { return }
        // Before its fields, which may lead back to it.
        inputs[input.name] = []
        let changed = changedType(of: input, schema)
        let added = Self.addedFields(input)
        inputs[input.name] = input.fields.map { field in
            read(
                field,
                "\(input.name).\(field.name)",
                beside: input.fields,
                changed: changed,
                isAdded: added.contains(field.name),
                schema
            )
        }
    }

    /// The type that an input changes, which has a table.
    private mutating func changedType(of input: InputObjectType, _ schema: Schema) -> TypeDefinition? {
        guard let name = InputExpansion.changedType(in: input.directives) else { return nil }
        guard let type = schema.type(named: name), case .object(let object) = type, RowTable(object) != nil else {
            report(
                "\(input.name): @change names \"\(name)\", which is no type with a table of one key.",
                input.provenance
            )
            return nil
        }
        return type
    }

    /// Fields whose rules are the host's own: what `@change` adds, and the request's number.
    private static func addedFields(_ input: InputObjectType) -> Set<String> {
        let isChange = InputExpansion.changedType(in: input.directives) != nil
        return isChange ? ["version", requestNumber] : [requestNumber]
    }

    private static let requestNumber = "idempotencyKey"

    private mutating func read(
        _ value: SchemaInputValue,
        _ place: String,
        beside siblings: [SchemaInputValue],
        changed: TypeDefinition?,
        isAdded: Bool,
        _ schema: Schema
    ) -> Field {
        let ruled = RuledInput(value: value, siblings: siblings, changed: changed, schema: schema)
        let rules = InputRules.all.flatMap { kind in
            value.directives.filter { $0.name.text == kind.directive.name }.compactMap { directive -> Declared? in
                guard let rule = kind.init(directive) else { return nil }
                if let problem = rule.problem(on: ruled) {
                    report("\(place): @\(kind.directive.name) \(problem).", value.provenance)
                    return nil
                }
                return Declared(
                    rule: rule,
                    code: directive.text("code").map { DomainError.Code($0) },
                    message: directive.text("message"),
                    table: (rule as? RowRule).flatMap { Self.table(of: $0.typeName, schema) }
                )
            }
        }
        if !isAdded, let missing = Self.missing(on: ruled) { report("\(place) \(missing).", value.provenance) }
        var kind = Kind.other
        switch value.type.namedType {
        case "ID": kind = .key
        case "CourtCode": kind = .court
        case "RegionCode": kind = .region
        default:
            if case .input(let input) = schema.type(named: value.type.namedType) {
                kind = .object
                read(input, schema)
            }
        }
        return Field(value, kind: kind, rules: rules)
    }

    /// What a value of this type must say of itself and does not.
    private static func missing(on input: RuledInput) -> String? {
        func has(_ rules: any InputRule.Type...) -> Bool { rules.contains(where: input.has) }

        if input.isList, !has(ItemsRule.self) { return "is a list without @items" }
        let texts: [any InputRule.Type] = [
            TextInputRule.self, FormatRule.self, IdentityNumberRule.self, RowRule.self, UncheckedRule.self,
        ]
        if input.isText, !texts.contains(where: input.has) {
            return "is a text without a rule: @text, @format, @row or @unchecked"
        }
        if ["Int", "Float"].contains(input.typeName), !has(RangeRule.self, UncheckedRule.self) {
            return "is a number without @range"
        }
        return nil
    }

    private static func table(of type: String, _ schema: Schema) -> RowTable? {
        if case .object(let type) = schema.type(named: type) { RowTable(type) } else { nil }
    }

    /// A rule where nobody asks for it would be a promise that is not kept.
    private mutating func refuseUnheeded(_ schema: Schema) {
        var pending: [String] = []
        for type in schema.types where type.name != schema.mutationTypeName {
            for field in type.fields ?? [] {
                for argument in field.arguments {
                    refuseUnheeded(argument, "\(type.name).\(field.name)(\(argument.name):)")
                    pending.append(argument.type.namedType)
                }
            }
        }
        var seen: Set<String> = []
        while let name = pending.popLast() {
            guard seen.insert(name).inserted, inputs[name] == nil, case .input(let input) = schema.type(named: name)
            else { continue }
            for field in input.fields {
                refuseUnheeded(field, "\(name).\(field.name)")
                pending.append(field.type.namedType)
            }
        }
    }

    private mutating func refuseUnheeded(_ value: SchemaInputValue, _ place: String) {
        guard let rule = InputRules.all.first(where: { value.isMarked($0.directive.name) }) else { return }
        report("\(place): @\(rule.directive.name) is for what a mutation takes.", value.provenance)
    }

    private mutating func report(_ message: String, _ place: Provenance?) {
        diagnostics.append(SchemaDiagnostic(message, provenance: place.map { [$0] } ?? []))
    }
}
