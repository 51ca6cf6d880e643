import CourtCore
import PluginKit

/// `Letter.availableActions`: what the caller can do to a letter now, with the right input.
enum AvailableActions {
    static let resolver = BatchResolver(type: "Letter", field: "availableActions", reads: true) {
        (keys: [Int64], context) async throws -> [[String]] in
        // Whoever acts on a letter is named.
        guard context.principal.staffID != nil else { return keys.map { _ in [] } }
        let rows = try await context.query(LetterFacts.statement(letters: keys, today: context.clock.today))
        var actions: [Int64: [String]] = [:]
        for row in rows {
            let letter = try LetterRow(row)
            actions[letter.id] = open(
                letter,
                try LetterFacts(row),
                to: context.principal,
                hasRegister: context.service((any PetitionRegistry).self) != nil
            )
        }
        return keys.map { actions[$0] ?? [] }
    }

    /// Actions that state, roles, record and the caller's relation to the letter allow, in table order.
    static func open(
        _ letter: LetterRow,
        _ facts: LetterFacts,
        to principal: Principal,
        hasRegister: Bool
    ) -> [String] {
        guard principal.staffID != nil else { return [] }
        return LetterWorkflow.table.actions(in: letter.state, roles: principal.roles, subject: facts).filter { name in
            guard let action = LetterAction(rawValue: name), hasRegister || action != .linkDossier else { return false }
            do { try letter.admit(principal, to: action) } catch { return false }
            return LetterRelation.refusal(of: action, on: letter, facts, by: principal) == nil
        }
    }
}
