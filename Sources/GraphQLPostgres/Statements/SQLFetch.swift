import GraphQLExecution
import GraphQLLanguage
import Postgres
import Synchronization

/// A fetch that is one SQL statement: root rows, or the rows of all keys of a level.
package final class SQLFetch: FetchDescription {
    let template: StatementTemplate
    /// The text where every request has the same.
    private let fixed: CompiledStatement?
    private let variants = Mutex<[StatementVariant: CompiledStatement]>([:])

    /// Texts kept per fetch; a request beyond them compiles its own.
    private static let variantLimit = 128

    init(_ template: StatementTemplate) {
        self.template = template
        fixed = template.isFixed ? StatementCompiler.compile(template, Self.fixedVariant(template)) : nil
    }

    private static func fixedVariant(_ template: StatementTemplate) -> StatementVariant {
        var variant = StatementVariant()
        for position in template.slots.indices { variant[position] = .value }
        return variant
    }

    /// The statement of a request that gives a value to every open variable, and asks for the first page.
    package var sql: String {
        if let fixed { return fixed.statement.text }
        var variant = StatementVariant()
        for (position, slot) in template.slots.enumerated() {
            variant[position] = slot.value.isVariable ? .value : slot.state(slot.value.value(.none))
        }
        if let paging = template.paging { variant.isLimited = paging.isConnection || paging.first != nil }
        return StatementCompiler.compile(template, variant).statement.text
    }

    func compiled(_ variant: StatementVariant) -> CompiledStatement {
        if let fixed { return fixed }
        if let known = variants.withLock({ $0[variant] }) { return known }
        let compiled = StatementCompiler.compile(template, variant)
        variants.withLock { if $0.count < Self.variantLimit { $0[variant] = compiled } }
        return compiled
    }
}

extension ArgumentSource {
    /// Whether the value is known at each request only.
    fileprivate var isVariable: Bool { Self.isVariable(expression) }

    private static func isVariable(_ expression: ArgumentExpression) -> Bool {
        switch expression {
        case .constant: false
        case .variable: true
        case .list(let items): items.contains { isVariable($0) }
        case .object(let members): members.contains { isVariable($0.value) }
        }
    }
}
