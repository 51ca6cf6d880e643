import GraphQLSchema
import Testing

@Suite("Severity of changes")
struct SchemaChangeTests {
    @Test("Every kind of change has a severity")
    func severities() {
        let kinds = Dictionary(grouping: SchemaChange.Kind.allCases, by: \.severity)
        #expect(kinds[.breaking]?.count == 16)
        #expect(kinds[.dangerous]?.count == 7)
        #expect(kinds[.safe]?.count == 11)
    }

    @Test("Changes are grouped by severity, each group in the order of all")
    func groups() throws {
        let changes = SchemaChanges(
            from: try Schema.build("type T { a: Int b(x: Int): Int } enum E { A B }"),
            to: try Schema.build(#"type T { "new" b(x: Int y: Int): Int c: Int } enum E { A C } scalar S"#)
        )
        #expect(changes.breaking.map(\.coordinate) == ["T.a", "E.B"])
        #expect(changes.dangerous.map(\.coordinate) == ["T.b(y:)", "E.C"])
        #expect(changes.safe.map(\.coordinate) == ["S", "T.c", "T.b"])
        #expect(changes.all.count == 7)
    }
}
