import GraphQLLanguage

extension TypeSystemChecks {
    /// What a type must have to implement the interfaces it names (GraphQL §3.6.1, IsValidImplementation).
    mutating func checkInterfaces(_ names: [String], of type: TypeDefinition) {
        var seen: Set<String> = []
        for name in names {
            guard let found = schema.type(named: name) else { continue }
            let places = type.places.references(to: name, in: names)
            guard case .interface(let interface) = found else {
                report(
                    "Type \(type.name) must only implement Interface types, it cannot implement \(name).",
                    at: places
                )
                continue
            }
            if name == type.name {
                report(
                    "Type \(type.name) cannot implement itself because it would create a circular reference.",
                    at: places
                )
            }
            guard seen.insert(name).inserted else {
                report(
                    "Type \(type.name) can only implement \(name) once.",
                    at: places,
                    primary: places.count - 1
                )
                continue
            }
            checkAncestors(of: interface, implementedBy: names, of: type)
            for expected in interface.fields { check(type, implements: expected, of: interface) }
        }
    }

    private mutating func checkAncestors(
        of interface: InterfaceType,
        implementedBy names: [String],
        of type: TypeDefinition
    ) {
        for ancestor in interface.interfaces where !names.contains(ancestor) {
            let places = interface.places.references(to: ancestor, in: interface.interfaces)
            report(
                ancestor == type.name
                    ? "Type \(type.name) cannot implement \(interface.name) because it would create a circular reference."
                    : "Type \(type.name) must implement \(ancestor) because it is implemented by \(interface.name).",
                at: places + type.places.references(to: interface.name, in: names),
                primary: places.count
            )
        }
    }

    private mutating func check(_ type: TypeDefinition, implements expected: SchemaField, of interface: InterfaceType) {
        let expectedName = "\(interface.name).\(expected.name)"
        guard let field = type.fields?.first(where: { $0.name == expected.name }) else {
            report(
                "Interface field \(expectedName) expected but \(type.name) does not provide it.",
                at: [expected.provenance] + type.definitionPlaces,
                primary: 1
            )
            return
        }
        let name = "\(type.name).\(field.name)"
        if !schema.isSubtype(field.type, of: expected.type) {
            report(
                "Interface field \(expectedName) expects type \(expected.type) but \(name) is type \(field.type).",
                at: expected.typePlace,
                field.typePlace,
                primary: 1
            )
        }
        checkArguments(of: field, name, against: expected, expectedName)
        if field.deprecationReason != nil, expected.deprecationReason == nil {
            report(
                """
                Interface field \(expectedName) is not deprecated, \
                so implementation field \(name) must not be deprecated.
                """,
                at: field.deprecationPlace,
                field.typePlace
            )
        }
    }

    private mutating func checkArguments(
        of field: SchemaField,
        _ name: String,
        against expected: SchemaField,
        _ expectedName: String
    ) {
        for wanted in expected.arguments {
            let wantedName = "\(expectedName)(\(wanted.name):)"
            guard let argument = field.argument(named: wanted.name) else {
                report(
                    "Interface field argument \(wantedName) expected but \(name) does not provide it.",
                    at: wanted.provenance,
                    field.provenance,
                    primary: 1
                )
                continue
            }
            if argument.type != wanted.type {
                report(
                    """
                    Interface field argument \(wantedName) expects type \(wanted.type) \
                    but \(name)(\(argument.name):) is type \(argument.type).
                    """,
                    at: wanted.typePlace,
                    argument.typePlace,
                    primary: 1
                )
            }
        }
        for argument in field.arguments
        where argument.isRequired && expected.argument(named: argument.name) == nil {
            report(
                """
                Argument "\(name)(\(argument.name):)" must not be required type "\(argument.type)" \
                if not provided by the Interface field "\(expectedName)".
                """,
                at: argument.provenance,
                expected.provenance
            )
        }
    }
}
