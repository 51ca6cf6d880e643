import GraphQLLanguage

/// Values that variables had, by type, to ask an operation again with others: a plan holds for all of them.
struct VariableValues {
    private var known: [String: [JSONValue]] = [:]

    /// The operation with other values where that leaves its plan and its cursors as they are; notes those it has.
    mutating func exchange(in operation: RandomOperation, _ random: inout Randomness) -> RandomOperation {
        var changed = operation
        // A cursor belongs to the order it came from.
        let hasCursor = operation.document.contains("after:") || operation.document.contains("before:")
        for (name, variable) in operation.variables.sorted(by: { $0.key < $1.key }) {
            let isOrder = variable.type.contains("Order") || variable.type.contains("Nulls")
            // Conditions decide on the plan; a text may be a cursor.
            guard variable.type != "Boolean!", variable.type != "String", !(isOrder && hasCursor) else { continue }
            let others = known[variable.type, default: []]
            if let value = variable.value, isSize(value) { known[variable.type] = (others + [value]).suffix(50) }
            guard random.chance(60) else { continue }
            let isNullable = !variable.type.hasSuffix("!")
            var value = others.isEmpty ? variable.value : random.pick(others)
            if isNullable, random.chance(20) { value = random.chance(50) ? .null : nil }
            changed.variables[name] = RandomOperation.Variable(
                type: variable.type,
                defaultValue: variable.defaultValue,
                value: value ?? (isNullable ? nil : variable.value)
            )
        }
        return changed
    }

    /// Whether an integer may stand for the size of a page.
    private func isSize(_ value: JSONValue) -> Bool {
        if case .integer(let value) = value { (0...60).contains(value) } else { true }
    }
}
