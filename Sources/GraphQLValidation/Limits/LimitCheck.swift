import GraphQLLanguage

/// Counts what a document asks for and stops at the first limit it passes.
///
/// A fragment is counted once, innermost first, and its sums are added wherever it is spread; so a document whose
/// expansion would be exponential is refused in time linear in its text. Sums saturate. A cycle adds nothing: it is
/// NoFragmentCycles' to report.
struct LimitCheck {
    let limits: RequestLimits

    func firstViolation(in document: Document, fragments: FragmentIndex) -> GraphQLError? {
        var counter = Counter(limits: limits)
        for position in fragments.innermostFirst {
            guard let fragment = fragments.fragment(at: position) else { continue }
            let cost = counter.cost(of: fragment.selections, depth: 1)
            counter.fragmentCosts[fragment.name.text] = cost
            counter.directives += fragment.directives.count
            if counter.isTooDeep { return error("depth", limits.maxDepth, at: fragment.offset, in: document) }
        }
        var operations = 0
        for case .operation(let operation) in document.definitions {
            operations += 1
            let cost = counter.cost(of: operation.selections, depth: 1)
            counter.directives += operation.directives.count
            counter.directives += operation.variables.reduce(0) { $0 + $1.directives.count }
            if counter.isTooDeep || cost.depth > limits.maxDepth {
                return error("depth", limits.maxDepth, at: operation.offset, in: document)
            }
            let checks = [
                ("number of root fields", cost.rootFields, limits.maxRootFields),
                ("number of aliases", cost.aliases, limits.maxAliases),
                ("number of fields", cost.fields, limits.maxFields),
            ]
            for (name, count, limit) in checks where count > limit {
                return error(name, limit, at: operation.offset, in: document)
            }
        }
        if operations > limits.maxOperations {
            return error("number of operations", limits.maxOperations, in: document)
        }
        if counter.directives > limits.maxDirectives {
            return error("number of directives", limits.maxDirectives, in: document)
        }
        return nil
    }

    private func error(_ name: String, _ limit: Int, at offset: Int? = nil, in document: Document) -> GraphQLError {
        GraphQLError(
            "The document's \(name) is above the limit of \(limit).",
            locations: offset.map { [document.source.location(at: $0)] } ?? [],
            code: ValidationCode.limitPassed
        )
    }
}

/// What a selection set asks for with its fragments expanded.
private struct Cost {
    var depth = 0
    var rootFields = 0
    var aliases = 0
    var fields = 0

    /// Adds what stands beside; saturates.
    static func += (left: inout Cost, right: Cost) {
        left.depth = max(left.depth, right.depth)
        left.rootFields = left.rootFields.saturatingSum(right.rootFields)
        left.aliases = left.aliases.saturatingSum(right.aliases)
        left.fields = left.fields.saturatingSum(right.fields)
    }
}

private struct Counter {
    let limits: RequestLimits
    var fragmentCosts: [String: Cost] = [:]
    var directives = 0
    /// Set when selections nest deeper than allowed as written; what is below is not looked at.
    private(set) var isTooDeep = false

    init(limits: RequestLimits) { self.limits = limits }

    mutating func cost(of selections: [Selection], depth: Int) -> Cost {
        // Inline fragments nest as well, but add no depth to the answer.
        guard depth <= 4 * limits.maxDepth + 4 else {
            isTooDeep = true
            return Cost()
        }
        var total = Cost()
        for selection in selections {
            if isTooDeep { return total }
            switch selection {
            case .field(let field):
                directives += field.directives.count
                let inner = field.selections.isEmpty ? Cost() : cost(of: field.selections, depth: depth + 1)
                total += Cost(
                    depth: inner.depth + 1,
                    rootFields: 1,
                    aliases: inner.aliases.saturatingSum(field.alias == nil ? 0 : 1),
                    fields: inner.fields.saturatingSum(1)
                )
            case .inlineFragment(let fragment):
                directives += fragment.directives.count
                total += cost(of: fragment.selections, depth: depth + 1)
            case .fragmentSpread(let spread):
                directives += spread.directives.count
                total += fragmentCosts[spread.name.text] ?? Cost()
            }
        }
        return total
    }
}

extension Int {
    fileprivate func saturatingSum(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
