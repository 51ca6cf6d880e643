/// One step of a schema's history.
package struct SQLMigration: Sendable, Hashable {
    /// Unique and stable, such as `letters/0001_letters`.
    package let id: String
    package let sql: String
    /// Where the text stands, for messages.
    package let file: String

    package init(id: String, sql: String, file: String) {
        self.id = id
        self.sql = sql
        self.file = file
    }
}
