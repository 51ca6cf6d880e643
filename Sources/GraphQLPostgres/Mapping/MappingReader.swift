import GraphQLLanguage
import GraphQLSchema

/// Reads the mapping directives of a schema; collects every problem instead of stopping at the first.
struct MappingReader {
    let schema: Schema
    let terms: CallerTerms
    /// Fields whose batch resolver reads the database.
    let readingResolvers: Set<String>
    private(set) var tables: [String: TableMapping] = [:]
    private(set) var queries: [String: QueryMapping] = [:]
    /// By name of the connection's type.
    var connections: [String: ConnectionMapping] = [:]
    var diagnostics: [SchemaDiagnostic] = []
    /// Input objects of filters, and those that are still to be read.
    var filters: [FilterMapping.Key: FilterMapping] = [:]
    var pendingFilters: [FilterMapping.Key] = []
    /// Input objects whose fields filter rows.
    var filterInputs: Set<String> = []
    /// Coordinates of arguments whose `@where` was read.
    var filterArguments: Set<String> = []

    init(schema: Schema, terms: CallerTerms, readingResolvers: Set<String>) {
        self.schema = schema
        self.terms = terms
        self.readingResolvers = readingResolvers
    }

    mutating func report(_ message: String, at provenance: Provenance?) {
        let diagnostic = SchemaDiagnostic(message, provenance: provenance.map { [$0] } ?? [])
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    mutating func read() {
        let groupTypes = groupTypes
        for type in schema.types where !type.name.hasPrefix("__") {
            guard case .object(let object) = type else {
                readAbstract(type)
                continue
            }
            if object.directives.named("table") != nil {
                tables[object.name] = table(type)
            } else if object.name == schema.queryTypeName {
                readQueries(object)
            } else if !groupTypes.contains(object.name) {
                checkPlain(type)
            }
        }
        linkParents()
        readConnections()
        readFilters()
        checkAbstract()
        checkMutations()
        checkFilterPlacement()
    }

    mutating func add(_ table: TableMapping) { tables[table.typename] = table }

    mutating func setVisibility(_ visibility: TableVisibility, of name: String) {
        tables[name]?.visibility = visibility
    }

    /// Whether a type's objects are rows, of whichever object type they are.
    func hasRows(_ name: String) -> Bool { schema.type(named: name)?.directives.named("table") != nil }

    /// Whether an object type is a table's, known before all tables are read.
    func isTable(_ name: String) -> Bool {
        guard case .object(let object) = schema.type(named: name) else { return false }
        return object.directives.named("table") != nil
    }

    mutating func table(_ object: TypeDefinition) -> TableMapping? {
        guard let directive = object.directives.named("table") else { return nil }
        let text = directive.argument("name")?.stringText ?? ""
        guard let relation = QualifiedName(text) else {
            report("@table(name: \"\(text)\") of \(object.name) must name a schema and a table", at: object.provenance)
            return nil
        }
        var fields: [String: FieldMapping] = [:]
        var optionalFields: Set<String> = []
        var abstract: AbstractRows?
        if case .object = object {
            for field in object.fields ?? [] { fields[field.name] = self.field(field, of: object.name) }
            if directive.argument("typename") != nil {
                report("@table(typename:) on \(object.name) needs an interface or a union", at: object.provenance)
            }
        } else {
            abstract = abstractRows(object, directive)
            (fields, optionalFields) = sharedFields(object)
        }
        return TableMapping(
            typename: object.name,
            relation: relation,
            key: directive.strings("key") ?? ["id"],
            typeColumn: abstract?.typeColumn,
            types: abstract?.types ?? [],
            visibility: visibility(of: object),
            permission: object.directives.permission,
            fields: fields,
            optionalFields: optionalFields,
            provenance: object.provenance
        )
    }

    private mutating func readQueries(_ query: ObjectType) {
        for field in query.fields {
            let coordinate = "\(query.name).\(field.name)"
            let named = ["lookup", "rows", "node", "resolve"].filter { field.directives.named($0) != nil }
            guard named.count == 1 else {
                report(
                    named.isEmpty
                        ? "\(coordinate) needs @lookup, @rows, @node or @resolve"
                        : "\(coordinate) has more than one of @lookup, @rows, @node and @resolve",
                    at: field.provenance
                )
                continue
            }
            let source: QueryMapping.Source? =
                if let directive = field.directives.named("lookup") {
                    lookup(field, coordinate, directive).map { .lookup($0) }
                } else if let directive = field.directives.named("rows") {
                    rows(field, coordinate, directive).map { .rows($0) }
                } else if field.directives.named("node") != nil {
                    node(field, coordinate).map { .node($0) }
                } else if let directive = field.directives.named("resolve") {
                    resolver(field, coordinate, directive).map { .resolver($0) }
                } else {
                    nil
                }
            guard let source else { continue }
            queries[field.name] = QueryMapping(permission: field.directives.permission, source: source)
        }
    }

    private mutating func lookup(
        _ field: SchemaField,
        _ coordinate: String,
        _ directive: Directive
    ) -> LookupMapping? {
        let target = field.type.namedType
        guard field.type.listItem == nil, hasRows(target) else {
            report("\(coordinate) with @lookup must be of a type with @table, not \(field.type)", at: field.provenance)
            return nil
        }
        let columns = directive.strings("columns") ?? field.arguments.map(\.name.snakeCase)
        guard columns.count == field.arguments.count else {
            report(
                "@lookup of \(coordinate) names \(columns.count) columns for \(field.arguments.count) arguments",
                at: field.provenance
            )
            return nil
        }
        return LookupMapping(
            coordinate: coordinate,
            target: target,
            columns: zip(field.arguments, columns).map { ($0.name, $1, $0.type) },
            own: ownColumns(directive),
            isOnce: directive.flag("once"),
            foldings: foldings(of: field, coordinate),
            provenance: field.provenance
        )
    }

    /// `@where(function:)` on a look-up's arguments: the function of a text whose value the column equals.
    private mutating func foldings(of field: SchemaField, _ coordinate: String) -> [String: QualifiedName] {
        var foldings: [String: QualifiedName] = [:]
        for argument in field.arguments {
            guard let directive = argument.directives.named("where"), let name = directive.argument("function") else {
                continue
            }
            let place = "\(coordinate)(\(argument.name):)"
            filterArguments.insert(place)
            guard directive.argument("op") == nil, directive.argument("column") == nil, argument.type.listItem == nil,
                argument.type.namedType == "String"
            else {
                report(
                    "@where on \(place), an argument of @lookup, takes a function of a String alone",
                    at: argument.provenance
                )
                continue
            }
            foldings[argument.name] = function(named: name, "@where(function:) on \(place)", argument.provenance)
        }
        return foldings
    }

    /// A type without a table: mapping directives of rows have no place on its fields.
    mutating func checkPlain(_ object: TypeDefinition) {
        if object.directives.named(terms.directive) != nil {
            report("@\(terms.directive) on \(object.name) needs @table there", at: object.provenance)
        }
        for field in object.fields ?? [] {
            for name in [
                "column", "function", "reference", "children", "history", "masked", "resolve", "lookup", "rows", "node",
            ] where field.directives.named(name) != nil {
                let needed = ["lookup", "rows", "node"].contains(name) ? "the type Query" : "@table on \(object.name)"
                report("@\(name) on \(object.name).\(field.name) needs \(needed)", at: field.provenance)
            }
        }
    }
}

extension [Directive] {
    func named(_ name: String) -> Directive? { first { $0.name.text == name } }

    /// `@requires(permission:)`.
    var permission: String? { named("requires")?.argument("permission")?.stringText }
}

extension Directive {
    /// The strings given for an argument; nil when it is not given.
    func strings(_ name: String) -> [String]? { argument(name)?.items.compactMap(\.stringText) }

    func flag(_ name: String) -> Bool {
        if case .boolean(true) = argument(name)?.kind { true } else { false }
    }
}
