/// Why a command could not do its work, in one sentence for the person who gave it.
///
/// A wrong use of the command's options is `ValidationError` instead, which shows the usage too.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
