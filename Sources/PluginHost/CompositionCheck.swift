import FragmentExpansion
import GraphQLLanguage
import GraphQLPostgres
import GraphQLSchema
import PluginKit

/// What a composed schema and its plugins must agree on.
struct CompositionCheck {
    let plugins: [Plugin]
    let schema: Schema
    /// Fields of fragments that were dropped with the plugin that they require.
    let droppedFields: Set<String>
    private(set) var diagnostics: [SchemaDiagnostic] = []

    init(plugins: [Plugin], schema: Schema, droppedFields: Set<String>) {
        self.plugins = plugins
        self.schema = schema
        self.droppedFields = droppedFields
    }

    mutating func add(_ diagnostic: SchemaDiagnostic) { diagnostics.append(diagnostic) }

    /// Every mutation field has its command, and every command its field.
    mutating func commands() -> [String: Command] {
        var commands: [String: Command] = [:]
        let fields = schema.rootType(for: .mutation)?.fields ?? []
        let names = Set(fields.map(\.name))
        for plugin in plugins {
            for command in plugin.commands + plugin.workflows.flatMap(\.commands)
            where !droppedFields.contains("Mutation.\(command.name)") {
                if !names.contains(command.name) {
                    report(
                        "Plugin \"\(plugin.name)\" has a command \"\(command.name)\" without a mutation field.",
                        plugin.place
                    )
                } else if commands.updateValue(command, forKey: command.name) != nil {
                    report("There are two commands for Mutation.\(command.name).", plugin.place)
                }
            }
        }
        for field in fields where commands[field.name] == nil {
            report("Mutation.\(field.name) has no command.", field.provenance)
        }
        for field in fields { repetition(field, of: commands, fields) }
        return commands
    }

    /// A mutation that does another one to each item takes that one's inputs, asks for its permission, and answers what
    /// became of each.
    private mutating func repetition(_ field: SchemaField, of commands: [String: Command], _ fields: [SchemaField]) {
        guard let name = InputExpansion.repeatedMutation(in: field.directives) else { return }
        guard let other = fields.first(where: { $0.name == name }), commands[name]?.each == nil,
            let taken = other.argument(named: "input"), let given = field.argument(named: "input"),
            case .input(let input) = schema.type(named: given.type.namedType)
        else {
            report("Mutation.\(field.name): @each(of: \"\(name)\") names no mutation of one input.", field.provenance)
            return
        }
        if "\(input.field(named: InputExpansion.items)?.type.description ?? "")" != "[\(taken.type)]!" {
            report("\(input.name) has no `items: [\(taken.type)]!` for @each(of: \"\(name)\").", field.provenance)
        }
        if "\(input.field(named: InputExpansion.dryRun)?.type.description ?? "")" != "Boolean!" {
            report("\(input.name) has no `dryRun: Boolean!`, as @each has it.", field.provenance)
        }
        let permission = Composition.requiredPermission(in: field.directives)
        if permission != Composition.requiredPermission(in: other.directives) {
            report("Mutation.\(field.name) asks for another permission than \(name).", field.provenance)
        }
        if field.type.namedType != "BulkPayload" {
            report("Mutation.\(field.name) does not answer BulkPayload.", field.provenance)
        }
    }

    /// Every `@resolve` field has one resolver that takes its key, and every resolver its field.
    mutating func resolvers() -> [String: BatchResolver] {
        var resolvers: [String: BatchResolver] = [:]
        var places: [String: Provenance] = [:]
        var open: [String: SchemaField] = [:]
        for (type, field) in fields where field.directives.contains(where: { $0.name.text == "resolve" }) {
            open["\(type).\(field.name)"] = field
        }
        for plugin in plugins {
            // A type that has a life need not say what can be done to it.
            let offering = plugin.workflows.map(\.availableActions).filter { open["\($0.type).\($0.field)"] != nil }
            for resolver in plugin.resolvers + offering {
                let coordinate = "\(resolver.type).\(resolver.field)"
                let place = Provenance(plugin: plugin.name, file: resolver.file, line: resolver.line)
                guard let field = open[coordinate] else {
                    guard !droppedFields.contains(coordinate) else { continue }
                    report("The batch resolver of \(coordinate) has no field with @resolve.", place)
                    continue
                }
                if let other = places.updateValue(place, forKey: coordinate) {
                    diagnostics.append(
                        SchemaDiagnostic("There are two batch resolvers of \(coordinate).", provenance: [place, other])
                    )
                    continue
                }
                resolvers[coordinate] = resolver
                checkKey(of: resolver, field, place)
            }
        }
        for (coordinate, field) in open.sorted(by: { $0.key < $1.key }) where places[coordinate] == nil {
            report("\(coordinate) has @resolve but no batch resolver.", field.provenance)
        }
        return resolvers
    }

    /// A resolver takes as many key columns as its field's `@resolve` names; none for a field of Query.
    private mutating func checkKey(of resolver: BatchResolver, _ field: SchemaField, _ place: Provenance) {
        let directive = field.directives.first { $0.name.text == "resolve" }
        let named = directive?.argument("columns")?.items.count ?? 1
        let count = resolver.type == schema.queryTypeName ? 0 : named
        guard resolver.keyColumnCount != count else { return }
        diagnostics.append(
            SchemaDiagnostic(
                "The batch resolver of \(resolver.type).\(resolver.field) takes a key of \(resolver.keyColumnCount) "
                    + "columns, @resolve gives \(count).",
                provenance: [place] + (field.provenance.map { [$0] } ?? [])
            )
        )
    }

    /// A plugin extends only types of its own, of the core, and of plugins that it names.
    mutating func extensions() {
        let byName = Dictionary(plugins.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let roots: Set<String?> = [schema.queryTypeName, schema.mutationTypeName, schema.subscriptionTypeName]
        for type in schema.types {
            guard let fields = type.fields, let owner = type.provenance, !roots.contains(type.name) else { continue }
            for field in fields {
                guard let place = field.provenance, place.plugin != owner.plugin, owner.plugin != "core" else {
                    continue
                }
                guard byName[place.plugin]?.dependencies.contains(owner.plugin) != true else { continue }
                diagnostics.append(
                    SchemaDiagnostic(
                        "Plugin \"\(place.plugin)\" extends \(type.name) of plugin \"\(owner.plugin)\" without requiring it.",
                        provenance: [place, owner]
                    )
                )
            }
        }
    }

    /// Every permission that a type, a field or an input names is some plugin's.
    mutating func permissions(_ permissions: [Permission]) {
        let known = Set(permissions.map(\.name))
        for type in schema.types {
            if let name = Composition.requiredPermission(in: type.directives), !known.contains(name) {
                report("\(type.name) requires the unknown permission \"\(name)\".", type.provenance)
            }
        }
        for (type, field) in fields {
            if let name = Composition.requiredPermission(in: field.directives), !known.contains(name) {
                report("\(type).\(field.name) requires the unknown permission \"\(name)\".", field.provenance)
            }
        }
        for (place, value) in inputs {
            if let name = Composition.requiredPermission(in: value.directives), !known.contains(name) {
                report("\(place) requires the unknown permission \"\(name)\".", value.provenance)
            }
        }
        for field in schema.rootType(for: .mutation)?.fields ?? []
        where Composition.requiredPermission(in: field.directives) == nil {
            report("Mutation.\(field.name) names no permission: every mutation has @requires.", field.provenance)
        }
    }

    /// What a root field may refuse by itself is null, not the whole answer: a mutation, and a field of Query that needs a
    /// permission, or whose type does.
    mutating func nullableRoots() {
        for field in schema.rootType(for: .mutation)?.fields ?? [] where field.type.isNonNull {
            report(
                "Mutation.\(field.name) must be of a nullable type, found \"\(field.type)\": each mutation stands for itself.",
                field.provenance
            )
        }
        for field in schema.rootType(for: .query)?.fields ?? [] where field.type.isNonNull {
            let name = field.type.namedType
            let type = schema.type(named: schema.connectionNode(of: name) ?? name)
            let permissions = [field.directives, type?.directives ?? []].compactMap(Composition.requiredPermission(in:))
            guard let permission = permissions.first else { continue }
            report(
                "Query.\(field.name) must be of a nullable type, found \"\(field.type)\": it needs the permission "
                    + "\"\(permission)\", and whoever lacks it still reads the fields beside it.",
                field.provenance
            )
        }
    }

    /// Every field with its type's name.
    private var fields: [(type: String, field: SchemaField)] {
        schema.types.flatMap { type in (type.fields ?? []).map { (type.name, $0) } }
    }

    /// Every argument and every field of an input object, with its coordinate.
    private var inputs: [(place: String, value: SchemaInputValue)] {
        var inputs = fields.flatMap { type, field in
            field.arguments.map { ("\(type).\(field.name)(\($0.name):)", $0) }
        }
        for case .input(let input) in schema.types {
            inputs += input.fields.map { ("\(input.name).\($0.name)", $0) }
        }
        return inputs
    }

    mutating func report(_ message: String, _ place: Provenance?) {
        diagnostics.append(SchemaDiagnostic(message, provenance: place.map { [$0] } ?? []))
    }
}
