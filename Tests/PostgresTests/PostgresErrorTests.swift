import Postgres
import Testing

@Suite("PostgresError") struct PostgresErrorTests {
    private let secret = "140106199001011234"

    @Test("A constraint's error shows names and hides values")
    func constraint() {
        let error = PostgresError(
            .serverError,
            "duplicate key value \(secret)",
            sqlState: "23505",
            detail: "Key (id_number)=(\(secret)) already exists.",
            constraint: "petitioner_id_number_key",
            table: "petitioner"
        )
        #expect("\(error)" == "serverError 23505 (constraint petitioner_id_number_key, table petitioner)")
        #expect(!String(reflecting: error).contains(secret))
        var dumped = ""
        dump(error, to: &dumped)
        #expect(!dumped.contains(secret))
    }

    @Test("A data exception and a RAISE hide their message", arguments: ["22P02", "P0001", "23514", "99999"])
    func hidden(sqlState: String) {
        #expect("\(PostgresError(.serverError, secret, sqlState: sqlState))" == "serverError \(sqlState)")
    }

    @Test("A syntax error shows its message", arguments: ["42601", "42P01", "57P01", "0A000"])
    func shown(sqlState: String) {
        #expect("\(PostgresError(.serverError, "why", sqlState: sqlState))" == "serverError \(sqlState): why")
    }

    @Test("What certainly took no effect is retryable")
    func retryable() {
        #expect(PostgresError(.connectionFailed, "").isRetryable)
        #expect(PostgresError(.poolExhausted, "").isRetryable)
        #expect(PostgresError(.serverError, "", sqlState: "40001").isRetryable)
        #expect(PostgresError(.serverError, "", sqlState: "40P01").isRetryable)
        #expect(!PostgresError(.connectionLost, "").isRetryable)
        #expect(!PostgresError(.serverError, "", sqlState: "23505").isRetryable)
        #expect(!PostgresError(.deadlineExceeded, "").isRetryable)
    }
}
