/// A CSV file that `docket import KIND FILE` brings in: checked in a dry run, then all rows or none.
///
/// Its mutation takes the core's `ImportFileInput` and answers an `ImportPayload`.
public struct FileImport: Sendable {
    /// What the command line calls it, in lower case: `courts`.
    public let kind: String
    /// `importCourts`.
    public let mutation: String

    /// Creates an import.
    public init(_ kind: String, by mutation: String) {
        self.kind = kind
        self.mutation = mutation
    }
}
