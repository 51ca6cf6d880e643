import GraphQLLanguage

extension Schema {
    /// What is wrong with the type system (GraphQL §3, Type Validation), empty for a valid schema.
    ///
    /// Messages, order and locations are graphql-js'. A name that no type has is left to the rules for SDL documents.
    package var problems: [SchemaDiagnostic] {
        var checks = TypeSystemChecks(schema: self)
        checks.checkAll()
        return checks.diagnostics.all
    }
}

/// The rules for a type system; one file per concern.
struct TypeSystemChecks {
    let schema: Schema
    private(set) var diagnostics = Diagnostics()
    private var defaultValueCycles = DefaultValueCycleSearch()

    init(schema: Schema) {
        self.schema = schema
    }

    mutating func checkAll() {
        checkRootTypes()
        for directive in schema.directives { check(directive) }
        for type in schema.types where !Standard.introspectionNames.contains(type.name) {
            checkName(type.name, at: type.provenance)
            switch type {
            case .object(let object):
                checkFields(object.fields, of: type)
                checkInterfaces(object.interfaces, of: type)
            case .interface(let interface):
                checkFields(interface.fields, of: type)
                checkInterfaces(interface.interfaces, of: type)
            case .union(let union): checkMembers(of: union)
            case .enumeration(let enumeration): checkValues(of: enumeration)
            case .input(let input):
                checkFields(of: input)
                for cycle in defaultValueCycles.cycles(from: input, in: schema) { report(cycle) }
            case .scalar: break
            }
        }
        for cycle in FiniteValueSearch(schema).cycles { report(cycle) }
    }

    /// Reports a problem with the nodes that cause it in graphql-js' order, `primary` being the one to change first.
    mutating func report(_ message: String, at places: Provenance?..., primary: Int = 0) {
        diagnostics.report(message, at: places, primary: primary)
    }

    mutating func report(_ message: String, at places: [Provenance?], primary: Int = 0) {
        diagnostics.report(message, at: places, primary: primary)
    }

    /// GraphQL §3.4, Reserved Names.
    mutating func checkName(_ name: String, at place: Provenance?) {
        guard name.hasPrefix("__") else { return }
        report("Name \"\(name)\" must not begin with \"__\", which is reserved by GraphQL introspection.", at: place)
    }

    /// What holds for every argument and input field: `kind` is what it is, `coordinate` names it.
    mutating func checkInput(_ input: SchemaInputValue, coordinate: String, kind: String, typePlace: Provenance?) {
        checkName(input.name, at: input.provenance)
        if let type = schema.type(named: input.type.namedType), !type.isInput {
            report("The type of \(coordinate) must be Input Type but got: \(input.type).", at: typePlace)
        }
        if input.isRequired, input.deprecationReason != nil {
            report(
                "Required \(kind) \(coordinate) cannot be deprecated.",
                at: input.deprecationPlace,
                input.typePlace
            )
        }
        checkDefaultValue(of: input, coordinate)
    }

    private mutating func checkDefaultValue(of input: SchemaInputValue, _ coordinate: String) {
        guard let value = input.defaultValue else { return }
        for problem in LiteralCheck.problems(of: value, as: input.type, types: schema.type(named:)) {
            report(
                "\(coordinate) has invalid default value\(problem.place): \(problem.message)",
                at: input.provenance?.moved(to: problem.offset)
            )
        }
    }
}

/// A circle of references, with the message that says it and the places of its steps.
struct ReferenceCycle {
    let message: String
    let places: [Provenance?]
}

extension TypeSystemChecks {
    fileprivate mutating func report(_ cycle: ReferenceCycle) { report(cycle.message, at: cycle.places) }
}

extension SchemaField {
    var typePlace: Provenance? { provenance?.moved(to: type.offset) }
    var deprecationPlace: Provenance? { directives.deprecation.flatMap { provenance?.moved(to: $0.offset) } }
}

extension SchemaInputValue {
    var typePlace: Provenance? { provenance?.moved(to: type.offset) }
    var deprecationPlace: Provenance? { directives.deprecation.flatMap { provenance?.moved(to: $0.offset) } }
}

extension [Directive] {
    fileprivate var deprecation: Directive? { first { $0.name.text == "deprecated" } }
}

extension TypeDefinition {
    /// The places of the type's definition and of its extensions.
    var definitionPlaces: [Provenance?] { [provenance] + places.extensions }
}
