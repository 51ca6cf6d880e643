/// Something in a target's files from which no Swift can be made, in the form that compilers use.
struct GenerationError: Error, Hashable, CustomStringConvertible {
    let file: String
    /// Line and column; nil when it is about the whole file.
    let position: Position?
    let message: String

    struct Position: Hashable {
        let line: Int
        let column: Int
    }

    init(_ message: String, file: String, position: Position? = nil) {
        self.file = file
        self.position = position
        self.message = message
    }

    var description: String {
        let place = position.map { "\(file):\($0.line):\($0.column)" } ?? file
        return "\(place): error: \(message)"
    }
}
