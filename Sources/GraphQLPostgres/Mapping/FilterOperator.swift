import GraphQLLanguage
import GraphQLSchema

/// `FilterOperator` of the mapping directives.
enum FilterOperator: String, Sendable {
    case equal = "EQ"
    case notEqual = "NE"
    case isIn = "IN"
    case notIn = "NOT_IN"
    case less = "LT"
    case lessOrEqual = "LTE"
    case greater = "GT"
    case greaterOrEqual = "GTE"
    case prefix = "PREFIX"
    case contains = "CONTAINS"
    /// Only with a function, which finds the rows by a text.
    case match = "MATCH"
    case present = "PRESENT"
    case isNull = "IS_NULL"

    /// Whether a B-tree on the column serves it.
    var wantsIndex: Bool {
        switch self {
        case .equal, .isIn, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .notEqual, .notIn, .prefix, .contains, .match, .present, .isNull: false
        }
    }

    /// Whether it wants all values on one side of its own.
    var isRange: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        default: false
        }
    }

    /// Whether it asks a question of the column, so that its value is part of the text and not a parameter.
    var isQuestion: Bool { self == .present || self == .isNull }

    /// Whether the rows that it wants are those without the value.
    var isNegative: Bool { self == .notEqual || self == .notIn }

    /// What is wrong with a value of this type; nil where it fits.
    func fault(for type: TypeReference) -> String? {
        switch self {
        case .isIn, .notIn: type.listItem?.isNonNull == true ? nil : "needs a list of non-null items"
        case .match: type.listItem == nil && type.namedType == "String" ? nil : "needs a String"
        case .present, .isNull: type.listItem == nil && type.namedType == "Boolean" ? nil : "needs a Boolean"
        default: type.listItem == nil ? nil : "takes no list"
        }
    }
}
