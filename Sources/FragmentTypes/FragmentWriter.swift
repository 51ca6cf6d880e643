import GraphQLLanguage

/// Writes the Swift types of a target's fragments: enums, inputs, payloads, and the protocol of its mutations.
struct FragmentWriter {
    let fragments: FragmentSet

    /// The Swift source.
    func swift() throws(GenerationError) -> String {
        var parts: [String] = []
        let inputsOfReads = fragments.inputsOfReads
        for type in fragments.ownTypes {
            switch type.definition.body {
            case .enumeration: parts.append(try enumType(type))
            case .input where !inputsOfReads.contains(type.name):
                parts.append(try inputType(type))
                if let changed = type.changedType { parts.append(try changeConformance(of: type, changing: changed)) }
            default: continue
            }
        }
        for type in try payloadTypes() { parts.append(try payloadStruct(type)) }
        if !fragments.mutations.isEmpty { parts.append(try mutationProtocol()) }

        // An import that nothing uses is a warning.
        let usesFormats = parts.contains { $0.contains("CalendarDate") || $0.contains("Timestamp") }
        var header = "// Generated from the fragments of this target.\n"
        if usesFormats { header += "package import CourtFormats\n" }
        if !parts.isEmpty { header += "package import PluginKit\n" }
        return header + "\n" + parts.joined(separator: "\n")
    }
}
