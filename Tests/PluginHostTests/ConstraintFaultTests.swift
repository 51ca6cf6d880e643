import CourtFormats
import GraphQLExecution
import GraphQLLanguage
import Postgres
import Testing

@testable import PluginHost

@Suite("What the database refuses of a command's values")
struct ConstraintFaultTests {
    @Test(
        "A rule of the database that no command named answers a stable code, and says nothing of what is there",
        arguments: [
            ("23505", "CONFLICT"), ("23503", "CONFLICT"), ("23P01", "CONFLICT"), ("23514", "INPUT_INVALID"),
            ("23502", "INPUT_INVALID"),
            ("22001", "INPUT_INVALID"), ("22003", "INPUT_INVALID"), ("22021", "INPUT_INVALID"),
            ("22P05", "INPUT_INVALID"),
            ("54000", "INPUT_INVALID"),
        ]
    )
    func refused(state: String, code: String) throws {
        let error = PostgresError(.serverError, "Key (id_number_hash)=(\\x01) already exists.", sqlState: state)
        let shown = HostErrors.presented(error)
        #expect((shown as? GraphQLError)?.code == code)
        #expect((shown as? GraphQLError)?.message.contains("id_number_hash") == false)
    }

    @Test("A fault of the program stays one, to be logged", arguments: ["42P01", "42703", "XX000", "22012"])
    func internalFaults(state: String) {
        let shown = HostErrors.presented(PostgresError(.serverError, "relation does not exist", sqlState: state))
        #expect(shown is PostgresError)
    }

    @Test("A form that a command lets through keeps its code")
    func forms() {
        let shown = HostErrors.presented(FormatError(code: "COURT_CODE_UNKNOWN", message: "法院代字不存在"))
        #expect((shown as? RequestFailure)?.errors.first?.code == "COURT_CODE_UNKNOWN")
    }
}
