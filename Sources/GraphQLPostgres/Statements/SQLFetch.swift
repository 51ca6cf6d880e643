package import GraphQLExecution
package import GraphQLLanguage
import Postgres
import Synchronization

/// A fetch that is one SQL statement: root rows, or the rows of all keys of a level.
package final class SQLFetch: FetchDescription {
    let template: StatementTemplate
    /// The text where every request has the same.
    private let fixed: CompiledStatement?
    private let variants = Mutex(Variants())

    private struct Variants {
        var statements: [StatementVariant: CompiledStatement] = [:]
        /// Those that assure a payload's needs, by what they stand around.
        var assured: [PreparedStatement: PreparedStatement] = [:]
        var textBytes = 0

        mutating func makeRoom(_ byteCount: Int) {
            guard
                statements.count + assured.count >= SQLFetch.variantLimit
                    || textBytes + byteCount > SQLFetch.variantBytes
            else { return }
            statements.removeAll(keepingCapacity: true)
            assured.removeAll(keepingCapacity: true)
            textBytes = 0
        }
    }

    /// Texts kept per fetch, and their bytes; with one more, all are forgotten.
    private static let variantLimit = 128
    private static let variantBytes = 64 << 10

    init(_ template: StatementTemplate) {
        self.template = template
        guard template.isFixed else {
            fixed = nil
            return
        }
        var variant = StatementVariant()
        if let filter = template.filter?.constant { variant.filter = filter.shape }
        fixed = StatementCompiler.compile(template, variant)
    }

    /// The template and the text, or for one with variants the room of a few.
    package var byteEstimate: Int { 2048 + (fixed?.statement.text.utf8.count ?? Self.variantBytes / 8) }

    /// The statement of a request that gives a value to every open variable, and asks for the first page.
    package var sql: String {
        if let fixed { return fixed.statement.text }
        var variant = StatementVariant()
        if let filter = template.filter { variant.filter = FilterBinder.example(of: filter) }
        if let groups = template.groups { variant.groups = groups.example }
        if let paging = template.paging { variant.isLimited = !paging.isWhole }
        return StatementCompiler.compile(template, variant).statement.text
    }

    package var rowBound: RowBound {
        let rowCost = 1 + template.select.joins.count
        return switch (template.output, template.limit) {
        case (.count, _): RowBound(.fixed(0), baseCost: template.aggregateCost)
        case (.groups, _): RowBound(.fixed(template.groups?.limit?.maxRows ?? 1), baseCost: template.aggregateCost)
        case (.rows, .page(let paging)): RowBound(.page(paging.size), rowCost: rowCost)
        case (.rows, .none), (.rows, .one): RowBound(.fixed(1), rowCost: rowCost)
        }
    }

    /// What is wrong with the filter, the order, or a page that is not read.
    package func refusal(_ variables: CoercedVariables) -> GraphQLError? {
        do throws(GraphQLError) {
            try template.checkPage(try template.filter?.bound(variables), variables)
            _ = try template.order.chosen(variables)
            return nil
        } catch {
            return error
        }
    }

    func compiled(_ variant: StatementVariant) -> CompiledStatement {
        if let fixed { return fixed }
        if let known = variants.withLock({ $0.statements[variant] }) { return known }
        let compiled = StatementCompiler.compile(template, variant)
        let byteCount = compiled.statement.text.utf8.count
        variants.withLock { variants in
            variants.makeRoom(byteCount)
            if variants.statements.updateValue(compiled, forKey: variant) == nil { variants.textBytes += byteCount }
        }
        return compiled
    }

    /// A fetch has the same needs at each request.
    func knownAssured(_ statement: PreparedStatement) -> PreparedStatement? {
        variants.withLock { $0.assured[statement] }
    }

    func keepAssured(_ assured: PreparedStatement, of statement: PreparedStatement) {
        let byteCount = assured.text.utf8.count
        variants.withLock { variants in
            variants.makeRoom(byteCount)
            if variants.assured.updateValue(assured, forKey: statement) == nil { variants.textBytes += byteCount }
        }
    }
}
