import PluginKit

/// Every fault of one input or of one row, each with its field; never with the value at fault.
struct Faults: Hashable, Sendable {
    struct Fault: Hashable, Sendable {
        /// Below `input`, or the column.
        let field: [String]
        let code: String
        let message: String
    }

    private(set) var all: [Fault] = []

    mutating func add(_ field: [String], _ code: String, _ message: String) {
        all.append(Fault(field: field, code: code, message: message))
    }

    /// Throws all of them as faults of the mutation's input.
    func throwIfAny() throws(DomainErrors) {
        guard !all.isEmpty else { return }
        throw DomainErrors(all.map { DomainError(.init($0.code), $0.message, field: .input($0.field)) })
    }
}
