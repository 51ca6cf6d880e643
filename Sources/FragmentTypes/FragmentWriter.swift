import GraphQLLanguage

/// Writes the Swift types of a target's fragments: enums, inputs, changed rows, payloads, and the protocol of its mutations.
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
        var rows: [ChangedType] = []
        for type in fragments.ownTypes { if let row = try ChangedType(type) { rows.append(row) } }
        for changed in rows { parts.append(try rowType(changed)) }
        let payloadTypes = try payloadTypes()
        for type in payloadTypes { parts.append(try payloadStruct(type)) }
        if !fragments.mutations.isEmpty { parts.append(try mutationProtocol()) }

        // An import that nothing uses is a warning.
        let usesFormats = parts.contains { $0.contains("CalendarDate") || $0.contains("Timestamp") }
        var header = "// Generated from the fragments of this target.\n"
        for module in enumModules(inputsOfReads, payloadTypes, rows) { header += "package import \(module)\n" }
        if usesFormats { header += "package import CourtFormats\n" }
        if !parts.isEmpty { header += "package import PluginKit\n" }
        if !rows.isEmpty { header += "package import Postgres\n" }
        return header + "\n" + parts.joined(separator: "\n")
    }

    /// The modules of dependencies whose enums stand in what is written.
    private func enumModules(
        _ inputsOfReads: Set<String>,
        _ payloadTypes: [FragmentSet.OwnType],
        _ rows: [ChangedType]
    ) -> [String] {
        let inputs = fragments.ownTypes.filter { !inputsOfReads.contains($0.name) }.flatMap(\.inputFields)
        let arguments = fragments.mutations.flatMap(\.field.arguments)
        let names =
            (inputs + arguments).map(\.type.namedType) + payloadTypes.flatMap(\.fields).map(\.type.namedType)
            + rows.flatMap(\.columns).map(\.type.namedType)
        return Set(names.compactMap(fragments.enumModule)).sorted()
    }
}
