import GraphQLLanguage
import Postgres

extension PostgresError {
    /// What the client hears where the database refuses a value that a command has let pass; nil for any other error.
    ///
    /// Not which rule was broken: its name and detail can say what is there.
    var refusedValue: GraphQLError? {
        guard code == .serverError, let sqlState else { return nil }
        switch sqlState {
        // unique_violation, exclusion_violation, foreign_key_violation.
        case "23505", "23P01", "23503": return GraphQLError("与现有数据冲突", code: "CONFLICT")
        // Other integrity_constraint_violation; string_data_right_truncation, numeric_value_out_of_range,
        // character_not_in_repertoire, untranslatable_character, datetime_field_overflow, program_limit_exceeded.
        case _ where sqlState.hasPrefix("23"), "22001", "22003", "22021", "22P05", "22008", "54000":
            return GraphQLError("输入的内容无法保存", code: "INPUT_INVALID")
        default: return nil
        }
    }
}
