import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

extension AggregateFunction {
    /// The type of its result over a column's values (PostgreSQL, Aggregate Functions); nil where there is none.
    func result(over column: ColumnType?) -> ColumnType? {
        switch (self, column) {
        case (.count, _): .int8
        case (.countDistinct, let column?): column.isOrdered ? .int8 : nil
        case (.minimum, .int2?), (.minimum, .int4?), (.minimum, .int8?), (.minimum, .float8?), (.minimum, .numeric?),
            (.minimum, .text?), (.minimum, .date?), (.minimum, .timestamp?):
            column
        case (.maximum, _): AggregateFunction.minimum.result(over: column)
        case (.sum, .int2?), (.sum, .int4?): .int8
        case (.sum, .int8?), (.sum, .numeric?): .numeric
        case (.average, .int2?), (.average, .int4?), (.average, .int8?), (.average, .numeric?): .numeric
        case (.sum, .float8?), (.average, .float8?): .float8
        default: nil
        }
    }
}

/// How an aggregate's result becomes a field's value.
struct AggregateReading {
    /// The type that the result is cast to, nil for its own.
    let cast: String?
    let encoding: LeafEncoding

    /// nil for a result that does not fit the field's type.
    init?(_ function: AggregateFunction, _ result: ColumnType, as type: TypeReference, in schema: Schema) {
        switch (function, type.namedType) {
        case (.sum, "Float"), (.average, "Float"):
            cast = "double precision"
            encoding = .float8
        case (.count, "Int"), (.countDistinct, "Int"), (.sum, "Int"):
            guard result == .int8, type.listItem == nil else { return nil }
            cast = nil
            encoding = .int8AsInt
        default:
            guard schema.accepts(result, as: type) else { return nil }
            cast = nil
            encoding = result.encoding(isID: type.namedType == "ID")
        }
    }
}
