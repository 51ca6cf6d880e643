import GraphQLLanguage

/// How many items a list has at most where nothing cuts it.
struct ListLimit: Sendable {
    /// `Type.field`, for messages.
    let coordinate: String
    let maxRows: Int

    /// What stands for a list that has more.
    var tooLong: GraphQLError { .listTooLong(coordinate, limit: maxRows) }
}
