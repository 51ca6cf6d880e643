/// Smaller operations, to find the smallest that still fails.
extension RandomOperation {
    /// The operation with one thing less, in every way.
    var smaller: [RandomOperation] {
        var found = Self.smaller(selections).map { selections in
            var copy = self
            copy.selections = selections
            return copy
        }
        for (name, fragment) in fragments {
            for selections in Self.smaller(fragment.selections) {
                var copy = self
                copy.fragments[name] = Fragment(type: fragment.type, selections: selections)
                found.append(copy)
            }
        }
        return found
    }

    private static func smaller(_ selections: [Selection]) -> [[Selection]] {
        var found: [[Selection]] = []
        for index in selections.indices where selections.count > 1 {
            var copy = selections
            copy.remove(at: index)
            found.append(copy)
        }
        for (index, selection) in selections.enumerated() {
            for smaller in smaller(selection) {
                var copy = selections
                copy[index] = smaller
                found.append(copy)
            }
            // A fragment without a condition is what stands in it.
            if case .inline(_, let inner) = selection.content, selection.conditions.isEmpty {
                found.append(selections[..<index] + inner + selections[(index + 1)...])
            }
        }
        return found
    }

    private static func smaller(_ selection: Selection) -> [Selection] {
        var found: [Selection] = []
        for index in selection.conditions.indices {
            var copy = selection
            copy.conditions.remove(at: index)
            found.append(copy)
        }
        func with(_ content: Selection.Content) {
            var copy = selection
            copy.content = content
            found.append(copy)
        }
        switch selection.content {
        case .field(let field):
            for (index, argument) in field.arguments.enumerated() {
                var copy = field
                copy.arguments.remove(at: index)
                with(.field(copy))
                for value in smaller(argument.value) {
                    copy = field
                    copy.arguments[index].value = value
                    with(.field(copy))
                }
            }
            for selections in smaller(field.selections) {
                var copy = field
                copy.selections = selections
                with(.field(copy))
            }
        case .inline(let type, let selections): for inner in smaller(selections) { with(.inline(type: type, inner)) }
        case .spread: break
        }
        return found
    }

    private static func smaller(_ value: Input) -> [Input] {
        var found: [Input] = []
        switch value {
        case .list(let items):
            for (index, item) in items.enumerated() {
                var copy = items
                copy.remove(at: index)
                found.append(.list(copy))
                for smaller in smaller(item) {
                    copy = items
                    copy[index] = smaller
                    found.append(.list(copy))
                }
            }
        case .object(let members):
            for (index, member) in members.enumerated() {
                var copy = members
                copy.remove(at: index)
                found.append(.object(copy))
                for smaller in smaller(member.value) {
                    copy = members
                    copy[index].value = smaller
                    found.append(.object(copy))
                }
            }
        default: break
        }
        return found
    }
}
