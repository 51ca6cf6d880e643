import FragmentExpansion
import GraphQLLanguage

extension FragmentWriter {
    /// What makes an input of `@change(of:)` a `ChangeInput`: its mutation, its row and version, and the dates that the
    /// row's own bound.
    func changeConformance(of type: FragmentSet.OwnType, changing changed: String) throws(GenerationError) -> String {
        let mutations = fragments.mutations(taking: type.name)
        guard mutations.count == 1, let mutation = mutations.first else {
            throw FragmentSet.error(
                "Input \"\(type.name)\" has @change, so one mutation takes it as \"input\", found \(mutations.count).",
                at: type.definition.name,
                in: type.file
            )
        }
        let key = SwiftText.escaped(InputExpansion.keyField(of: changed))
        let pairs = type.inputFields.flatMap { field in rowFields(boundingDateOf: field, in: type).map { (field, $0) } }
        let dates =
            pairs.isEmpty
            ? "        []\n"
            : "        var dates: [RowDate] = []\n\(pairs.map { rowDate($0, boundBy: $1) }.joined())        return dates\n"
        return """
            extension \(type.name): ChangeInput {
                package static let mutation = "\(mutation.field.name.text)"

                package var rowID: EntityID { self.\(key) }

                package var rowDates: [RowDate] {
            \(dates)    }
            }

            """
    }

    /// The row's fields that `@past(notBefore:)` of a date names: those that the input does not have.
    private func rowFields(boundingDateOf field: InputValueDefinition, in type: FragmentSet.OwnType) -> [String] {
        guard let past = field.directives.first(where: { $0.name.text == "past" }) else { return [] }
        // A date of its own name is the row's.
        let own = Set(type.inputFields.map(\.name.text)).subtracting([field.name.text])
        return (past.argument("notBefore")?.items ?? []).compactMap(\.stringText).filter { !own.contains($0) }
    }

    private func rowDate(_ field: InputValueDefinition, boundBy bound: String) -> String {
        let name = field.name.text
        let property = "self.\(SwiftText.escaped(name))"
        let path = "InputPath([\"input\", \"\(name)\"])"
        return field.type.isNonNull
            ? "        dates.append(RowDate(date: \(property), field: \"\(bound)\", path: \(path)))\n"
            : """
                    if let date = \(property).value {
                        dates.append(RowDate(date: date, field: "\(bound)", path: \(path)))
                    }

            """
    }
}
