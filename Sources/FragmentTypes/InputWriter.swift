import GraphQLLanguage

extension FragmentWriter {
    /// An input object's Swift type: a stored property for each field, read from coerced input.
    func inputType(_ type: FragmentSet.OwnType) throws(GenerationError) -> String {
        var properties = ""
        var parameters: [String] = []
        var assignments = ""
        var decodings = ""
        for field in type.inputFields {
            let name = SwiftText.escaped(field.name.text)
            let wrapped = try inputSwiftType(field, in: type.file)
            let swiftType = field.type.isNonNull ? wrapped : "InputField<\(wrapped)>"
            let decode = field.type.isNonNull ? "decode" : "decodeField"
            properties += SwiftText.documentation(field.description?.text, indent: "    ")
            properties += "    package let \(name): \(swiftType)\n"
            parameters.append("        \(name): \(swiftType)\(field.type.isNonNull ? "" : " = .absent")")
            assignments += "        self.\(name) = \(name)\n"
            decodings += "        self.\(name) = try input.\(decode)(\"\(field.name.text)\", at: field)\n"
        }
        return """
            \(SwiftText.documentation(type.definition.description?.text))\
            package struct \(type.name): Hashable, InputDecodable {
            \(properties)
                package init(
            \(parameters.joined(separator: ",\n"))
                ) {
            \(assignments)    }

                package init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
                    guard case .object(let members) = value else {
                        throw DomainError(.inputInvalid, "输入不完整", field: field)
                    }
                    let input = InputObject(members: members)
            \(decodings)    }
            }

            """
    }

    /// The Swift type of an input field's or an argument's values, an outer non-null aside.
    func inputSwiftType(_ field: InputValueDefinition, in file: InputFile) throws(GenerationError) -> String {
        try inputSwiftType(field.type.nullable, of: field, in: file)
    }

    private func inputSwiftType(
        _ type: TypeReference,
        of field: InputValueDefinition,
        in file: InputFile
    ) throws(GenerationError) -> String {
        guard let item = type.listItem else { return inputSwiftType(named: type.namedType) }
        guard item.isNonNull else {
            throw FragmentSet.error(
                "Input field \"\(field.name.text)\": the items of a list must be non-null, found \"\(field.type)\".",
                at: field.name,
                in: file
            )
        }
        return "[\(try inputSwiftType(item.nullable, of: field, in: file))]"
    }

    private func inputSwiftType(named name: String) -> String {
        if let scalar = ScalarMapping(rawValue: name) { return scalar.inputType }
        switch fragments[name]?.definition.body {
        case .enumeration, .input: return name
        default: return fragments.enumModule(of: name) == nil ? "String" : name
        }
    }
}
