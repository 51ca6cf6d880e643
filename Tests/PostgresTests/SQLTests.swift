import Postgres
import Testing

@Suite struct SQLTests {
    @Test("A value becomes a parameter") func parameter() {
        let sql: SQL = "SELECT \(1)"
        #expect(sql.text == "SELECT $1")
    }
}
