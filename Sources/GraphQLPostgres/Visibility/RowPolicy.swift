package import GraphQLSchema

/// The condition of a type once more, as the text of its table's row-security policy.
package struct RowPolicy: Sendable {
    package let typename: String
    /// As it stands in a statement: `letters.letter`.
    package let relation: String
    /// Where the directive stands.
    package let provenance: Provenance?
    private let table: String
    private let visibility: TableVisibility
    private let value: @Sendable (Int) -> String

    fileprivate init(_ type: TableMapping, value: @escaping @Sendable (Int) -> String) {
        typename = type.typename
        relation = type.relation.sql
        provenance = type.visibility.provenance ?? type.provenance
        table = type.relation.name.quotedIdentifier
        visibility = type.visibility
        self.value = value
    }

    /// The policy's expression; `lists` are the table's columns that hold lists.
    ///
    /// A row that is seen with another one asks no more than whether that one is there: its own policy applies to the question.
    package func expression(lists: Set<String>) -> String {
        var parts =
            visibility.condition?.parts(
                column: { $0.quotedIdentifier },
                isList: { lists.contains($0) },
                value: value
            ) ?? []
        for parent in visibility.parents {
            let matches = zip(parent.key, parent.columns).map { there, here in
                "p.\(there.quotedIdentifier) = \(table).\(here.quotedIdentifier)"
            }
            parts.append("EXISTS (SELECT FROM \(parent.relation.sql) p WHERE \(matches.joined(separator: " AND ")))")
        }
        return parts.joined(separator: " AND ")
    }

    fileprivate func isSame(as other: RowPolicy) -> Bool {
        expression(lists: []) == other.expression(lists: [])
            && visibility.condition?.columns == other.visibility.condition?.columns
    }
}

extension Mapping {
    /// The policies of all tables and views whose types have the directive, one for each; `value` writes a value of the caller as
    /// the database knows it.
    ///
    /// Throws where types of one table say different things of its rows.
    package func rowPolicies(value: @escaping @Sendable (Int) -> String) throws(MappingFailure) -> [RowPolicy] {
        var diagnostics: [SchemaDiagnostic] = []
        var policies: [QualifiedName: RowPolicy] = [:]
        let sorted = tables.values.sorted { $0.typename < $1.typename }
        for type in sorted where !type.visibility.isEveryone {
            policies[type.relation] = policies[type.relation] ?? RowPolicy(type, value: value)
        }
        for type in sorted {
            guard let policy = policies[type.relation], !policy.isSame(as: RowPolicy(type, value: value)) else {
                continue
            }
            diagnostics.append(
                SchemaDiagnostic(
                    "@\(terms.directive) of \(type.typename) and of \(policy.typename): both are rows of "
                        + "\(type.relation), and must say the same",
                    provenance: [type.provenance, policy.provenance].compactMap(\.self)
                )
            )
        }
        guard diagnostics.isEmpty else { throw MappingFailure(diagnostics) }
        return policies.values.sorted { $0.relation < $1.relation }
    }
}
