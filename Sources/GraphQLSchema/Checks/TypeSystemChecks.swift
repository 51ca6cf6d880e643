import GraphQLLanguage

/// The rules for a type system (GraphQL §3, Type Validation), in graphql-js' order and wording.
///
/// One file per concern. A name that no type has is left to the rules for SDL documents.
struct TypeSystemChecks {
    let schema: Schema
    var diagnostics: Diagnostics

    mutating func checkAll() {
        checkRootTypes()
        for directive in schema.directives { check(directive) }
        for type in schema.types {
            if !Standard.introspectionNames.contains(type.name) { checkName(type.name, at: type.provenance) }
            switch type {
            case .object(let object):
                checkFields(object.fields, of: type)
                checkInterfaces(object.interfaces, of: type)
            case .interface(let interface):
                checkFields(interface.fields, of: type)
                checkInterfaces(interface.interfaces, of: type)
            case .union(let union): checkMembers(of: union)
            case .enumeration(let enumeration): checkValues(of: enumeration)
            case .input(let input): checkFields(of: input)
            case .scalar: break
            }
        }
        checkInputCycles()
        checkDefaultValueCycles()
    }

    /// GraphQL §3.4, Reserved Names.
    mutating func checkName(_ name: String, at place: Provenance?) {
        guard name.hasPrefix("__") else { return }
        diagnostics.report(
            "Name \"\(name)\" must not begin with \"__\", which is reserved by GraphQL introspection.",
            at: place
        )
    }

    /// What holds for an argument of a field or directive, and for a field of an input object; `coordinate` names it.
    mutating func check(_ input: SchemaInputValue, coordinate: String, kind: String) {
        checkName(input.name, at: input.provenance)
        if let type = schema.type(named: input.type.namedType), !type.isInput {
            diagnostics.report(
                "The type of \(coordinate) must be Input Type but got: \(input.type).",
                at: input.provenance
            )
        }
        if input.isRequired, input.deprecationReason != nil {
            diagnostics.report("Required \(kind) \(coordinate) cannot be deprecated.", at: input.provenance)
        }
        guard let value = input.defaultValue else { return }
        for problem in LiteralCheck.problems(of: value, as: input.type, types: schema.type(named:)) {
            diagnostics.report(
                "\(coordinate) has invalid default value\(problem.path): \(problem.message)",
                at: input.provenance
            )
        }
    }
}

extension TypeDefinition {
    /// Where the type is defined.
    var provenance: Provenance? {
        switch self {
        case .scalar(let type): type.provenance
        case .object(let type): type.provenance
        case .interface(let type): type.provenance
        case .union(let type): type.provenance
        case .enumeration(let type): type.provenance
        case .input(let type): type.provenance
        }
    }
}
