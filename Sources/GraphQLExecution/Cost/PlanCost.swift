import GraphQLLanguage

/// How many rows a request can read, and by which of its fetches most.
package struct PlanCost: Sendable {
    package private(set) var total = 0
    /// The fetch that costs most; nil where none costs anything.
    package private(set) var costliest: Int?
    package private(set) var costliestShare = 0

    mutating func add(_ cost: Int, of fetch: Int) {
        total = total.saturatingSum(cost)
        guard cost > costliestShare else { return }
        costliest = fetch
        costliestShare = cost
    }
}

/// What a plan's fetches can read, flat and in the order of the plan, so that a request's cost is one walk over an array.
struct PlanBounds: Sendable {
    private struct Step {
        let parent: Int?
        let bound: RowBound
    }

    private let steps: [Step]
    /// The cost of a plan whose pages have the same size in every request.
    private let fixed: PlanCost?

    init(_ fetches: [Fetch]) {
        steps = fetches.map { Step(parent: $0.parent?.fetch, bound: $0.description.rowBound) }
        let isFixed = steps.allSatisfy { step in
            switch step.bound.count {
            case .fixed: true
            case .page(let size): size.isFixed
            case .items(let list): !list.isOpen
            }
        }
        fixed = isFixed ? Self.cost(steps, .none) : nil
    }

    func cost(_ variables: CoercedVariables) -> PlanCost { fixed ?? Self.cost(steps, variables) }

    private static func cost(_ steps: [Step], _ variables: CoercedVariables) -> PlanCost {
        var cost = PlanCost()
        var rows: [Int] = []
        rows.reserveCapacity(steps.count)
        for (fetch, step) in steps.enumerated() {
            // A fetch stands behind its parent.
            let parents = step.parent.map { rows[$0] } ?? 1
            let perParent =
                switch step.bound.count {
                case .fixed(let count): count
                // A page that is refused reads nothing.
                case .page(let size): (try? size.rows(variables)) ?? 0
                case .items(let list): list.itemCount(variables)
                }
            rows.append(parents.saturatingProduct(perParent))
            cost.add(
                rows[fetch].saturatingProduct(step.bound.rowCost)
                    .saturatingSum(parents.saturatingProduct(step.bound.baseCost)),
                of: fetch
            )
        }
        return cost
    }

    /// The first page that is refused, in the order of the plan.
    func refusal(_ variables: CoercedVariables) -> (fetch: Int, error: GraphQLError)? {
        for (fetch, step) in steps.enumerated() {
            guard case .page(let size) = step.bound.count else { continue }
            do throws(GraphQLError) { _ = try size.rows(variables) } catch { return (fetch, error) }
        }
        return nil
    }
}

extension Int {
    /// Counts that do not fit are as good as any that is far too large.
    fileprivate func saturatingProduct(_ other: Int) -> Int {
        let (product, overflows) = multipliedReportingOverflow(by: other)
        return overflows ? .max : product
    }

    fileprivate func saturatingSum(_ other: Int) -> Int {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? .max : sum
    }
}
