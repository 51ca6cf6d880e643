import GraphQLLanguage

extension FragmentWriter {
    /// An enum's Swift type: a case for each value, its name as raw value.
    func enumType(_ type: FragmentSet.OwnType) throws(GenerationError) -> String {
        var cases = ""
        var values: [String: String] = [:]
        for value in type.enumValues {
            let caseName = SwiftText.caseName(value.name.text)
            if let other = values.updateValue(value.name.text, forKey: caseName) {
                throw FragmentSet.error(
                    "Enum values \"\(other)\" and \"\(value.name.text)\" would be the same Swift case \"\(caseName)\".",
                    at: value.name,
                    in: type.file
                )
            }
            cases += SwiftText.documentation(value.description?.text, indent: "    ")
            cases += "    case \(caseName) = \"\(value.name.text)\"\n"
        }
        return """
            \(SwiftText.documentation(type.definition.description?.text))\
            package enum \(type.name): String, Hashable, Sendable, CaseIterable, InputDecodable, ResolverKey, \
            ResolverAnswer {
            \(cases)
                package init(input value: InputObject.Value, field: InputPath) throws(DomainError) {
                    guard case .string(let name) = value, let known = Self(rawValue: name) else {
                        throw DomainError(.inputInvalid, "输入不完整", field: field)
                    }
                    self = known
                }
            }

            """
    }
}
