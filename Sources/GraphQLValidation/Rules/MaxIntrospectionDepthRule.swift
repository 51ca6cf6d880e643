import GraphQLLanguage

/// Introspection nests lists of types at most two deep: more asks for the product of their sizes.
enum MaxIntrospectionDepthRule: DocumentRule {
    static let events: WalkEvents = [.enterField, .leaveField]
    /// This many nested lists are one too many.
    private static let limit = 3

    struct Memory {
        /// The most lists around each fragment with which it was found to be harmless.
        fileprivate var harmless: [String: Int] = [:]
        /// The fewest lists around each fragment with which it was found to be too much.
        fileprivate var harmful: [String: Int] = [:]
        /// The field that was reported; what is within it is not looked at again.
        fileprivate var reported: Field?
    }

    /// Selections that are left to look at, with the number of lists around them.
    fileprivate struct Step {
        var selections: ArraySlice<Selection>
        let depth: Int
        /// The fragment whose selections they are.
        var fragment: String?
    }

    static func enterField(_ field: Field, _ context: ValidationContext) {
        guard field.name.text == "__schema" || field.name.text == "__type" else { return }
        guard context.memory.introspection.reported == nil, isTooDeep(field, context) else { return }
        context.report("Maximum introspection depth exceeded", at: field.offset)
        context.memory.introspection.reported = field
    }

    static func leaveField(_ field: Field, _ context: ValidationContext) {
        if context.memory.introspection.reported === field { context.memory.introspection.reported = nil }
    }

    /// Looks at each fragment once for each depth of lists around it, so that cycles end.
    private static func isTooDeep(_ field: Field, _ context: ValidationContext) -> Bool {
        var visited: [String: Int] = [:]
        var path = [Step(selections: field.selections[...], depth: 0)]
        while let step = path.last {
            guard let selection = path[path.count - 1].selections.popFirst() else {
                path.removeLast()
                if let fragment = step.fragment { context.memory.introspection.harmless[fragment] = step.depth }
                continue
            }
            switch selection {
            case .field(let field):
                let depth = step.depth + (field.isTypeList ? 1 : 0)
                if depth >= limit {
                    context.memory.introspection.note(harmful: path)
                    return true
                }
                path.append(Step(selections: field.selections[...], depth: depth))
            case .inlineFragment(let fragment):
                path.append(Step(selections: fragment.selections[...], depth: step.depth))
            case .fragmentSpread(let spread):
                let name = spread.name.text
                if let depth = context.memory.introspection.harmful[name], depth <= step.depth {
                    context.memory.introspection.note(harmful: path)
                    return true
                }
                let known = max(visited[name, default: -1], context.memory.introspection.harmless[name, default: -1])
                guard known < step.depth, let fragment = context.fragments.fragment(named: name) else { continue }
                visited[name] = step.depth
                path.append(Step(selections: fragment.selections[...], depth: step.depth, fragment: name))
            }
        }
        return false
    }
}

extension MaxIntrospectionDepthRule.Memory {
    /// Remembers the fragments on the way to one list too many, the innermost first.
    fileprivate mutating func note(harmful path: [MaxIntrospectionDepthRule.Step]) {
        for step in path.reversed() {
            if let fragment = step.fragment { harmful[fragment] = step.depth }
        }
    }
}

extension Field {
    /// One of `__Type`'s fields that list what leads back to types.
    fileprivate var isTypeList: Bool {
        switch name.text {
        case "fields", "interfaces", "possibleTypes", "inputFields": true
        default: false
        }
    }
}
