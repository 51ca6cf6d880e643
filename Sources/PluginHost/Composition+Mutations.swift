import GraphQLSchema
import PluginKit
import Postgres

extension Composition {
    /// Every mutation as a part of another command: with its permission, the rules of its input and the rows that it names.
    static func declaredMutations(
        _ commands: [String: Command],
        _ rules: InputRuleBook,
        _ permissions: [Permission],
        _ schema: Schema
    ) -> DeclaredMutations {
        let fields = schema.rootType(for: .mutation)?.fields ?? []
        var required: [String: String] = [:]
        for field in fields { required[field.name] = requiredPermission(in: field.directives) }
        let asked = required
        return DeclaredMutations { mutation, input, context in
            guard let command = commands[mutation] else {
                throw ResolverFault("there is no mutation \(mutation)")
            }
            let held = permissions.filter { !$0.roles.isDisjoint(with: context.principal.roles) }
            guard asked[mutation].map({ name in held.contains { $0.name == name } }) ?? true else {
                throw DomainError.forbidden
            }
            let checked = rules.check(input, of: mutation, takesInput: true, on: context.clock.today)
            try checked.faults.throwIfAny()
            if let lookup = checked.rows.statement(for: context.principal) {
                try checked.rows.faults(in: try await context.transaction.query(lookup)).throwIfAny()
            }
            _ = try await command.run(checked.input, context)
        }
    }
}
