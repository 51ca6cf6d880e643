import UnixSignals

/// SIGINT and SIGTERM.
enum Signals {
    /// Waits until the person or the system asks the program to stop.
    static func untilStopped() async {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        for await _ in signals { return }
    }
}
