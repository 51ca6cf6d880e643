import Postgres
import Testing

@Suite("SQL interpolation") struct SQLTests {
    @Test("A value becomes a parameter and never text")
    func parameter() {
        let name = "x'; DROP TABLE letters; --"
        let sql: SQL = "SELECT id FROM letter WHERE name = \(name) AND court = \("晋03")"
        #expect(sql.text == "SELECT id FROM letter WHERE name = $1 AND court = $2")
        #expect(sql.parameters == [PostgresValue(name), PostgresValue("晋03")])
    }

    @Test("A nil becomes a NULL of its type")
    func null() {
        let missing: Int64? = nil
        let sql: SQL = "SELECT \(missing)"
        #expect(sql.parameters == [PostgresValue(typeOID: PostgresType.int8, bytes: nil)])
    }

    @Test("A raw fragment stays text")
    func raw() {
        let sql: SQL = "SELECT \(raw: "id, no") FROM t"
        #expect(sql.text == "SELECT id, no FROM t")
        #expect(sql.parameters.isEmpty)
    }

    @Test("An identifier is quoted, and its quotes are doubled")
    func identifier() {
        let sql: SQL = "LISTEN \(identifier: "a\"b")"
        #expect(sql.text == "LISTEN \"a\"\"b\"")
    }

    @Test("A nested statement brings its parameters, numbered anew")
    func nested() {
        let condition: SQL = "a = \(1) OR b = \(2)"
        let sql: SQL = "SELECT \(0) WHERE (\(condition)) AND c = \(3)"
        #expect(sql.text == "SELECT $1 WHERE (a = $2 OR b = $3) AND c = $4")
        #expect(sql.parameters == [0, 1, 2, 3].map { PostgresValue($0) })
    }

    @Test("Fragments join with a separator")
    func joined() {
        let sql = SQL(joining: ["a = \(1)", "b = \(2)"], separator: " AND ")
        #expect(sql.text == "a = $1 AND b = $2")
        #expect(SQL(joining: []).text.isEmpty)
    }

    @Test("A dollar sign in the text is not a parameter")
    func dollar() {
        let sql: SQL = "SELECT '$1', \(true)"
        #expect(sql.text == "SELECT '$1', $1")
        #expect(sql.parameters.count == 1)
    }

    @Test("A description shows no value")
    func description() {
        let secret = "140106199001011234"
        let sql: SQL = "SELECT \(secret)"
        #expect("\(sql)" == "SELECT $1")
        #expect(!String(reflecting: sql.parameters).contains(secret))
        var dumped = ""
        dump(sql.parameters, to: &dumped)
        #expect(!dumped.contains("49"))
    }
}
