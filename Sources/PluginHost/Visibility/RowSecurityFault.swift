package import GraphQLSchema

/// Tables show other rows than the plugins declare: each with plugin, file and line of the declaration.
package struct RowSecurityFault: Error, CustomStringConvertible {
    package let diagnostics: [SchemaDiagnostic]

    package var description: String {
        (diagnostics.map(\.description) + [
            "The database would show rows that are not declared to be visible, or hide some that are. Run `docket migrate` as the owner; "
                + "a policy that was made by hand is dropped by a migration of its plugin."
        ]).joined(separator: "\n")
    }
}
