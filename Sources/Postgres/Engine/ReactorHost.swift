/// An event loop that a reactor can live on, instead of a thread of its own.
///
/// Whoever waits for an answer then resumes on the thread that asked: no hand-over between threads.
package protocol ReactorHost: AnyObject, Sendable {
    /// Takes over an eventfd, and calls on the loop's thread whenever it has been written to.
    ///
    /// `onEnd` is called once, when no further call comes: after `detach()`, when the loop ends, or at once where it cannot
    /// watch the descriptor.
    func attach(
        signal: Int32,
        onSignal: @escaping @Sendable () -> Void,
        onEnd: @escaping @Sendable () -> Void
    )

    /// Stops watching.
    func detach()

    /// Calls on the loop's thread at this time.
    func schedule(at time: ContinuousClock.Instant, _ body: @escaping @Sendable () -> Void)
}
