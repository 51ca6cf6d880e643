/// Settings that statements of a session need, such as who is asking.
///
/// A connection is told them when the last ones it was told were others; one that comes back to the same caller is not told
/// again. The statement must set them for the session, not for the transaction only: `set_config(…, false)`.
package final class SessionSettings: Sendable {
    let statement: BoundStatement

    package init(_ statement: BoundStatement) { self.statement = statement }
}
