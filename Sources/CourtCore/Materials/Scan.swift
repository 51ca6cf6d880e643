import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A document that a scanner is looking at.
package final class Scan: Sendable {
    private let process: ScanProcess
    /// Open until the document has ended, or the program reads no more.
    private let input: Mutex<Int32?>
    private let end: Task<Int32, Never>

    init(process id: pid_t, input: Int32, timeLimit: Duration) {
        let process = ScanProcess(id)
        self.process = process
        self.input = Mutex(input)
        end = Task { (try? await BlockingWork.run { process.waitForEnd() }) ?? -1 }
        BlockingWork.run(after: timeLimit) { process.kill() }
    }

    /// Hands the next bytes on; returns when the program has taken them, or takes no more.
    package func add(_ bytes: [UInt8]) async {
        guard let descriptor = input.withLock({ $0 }) else { return }
        let isTaken = (try? await BlockingWork.run { Self.write(bytes, to: descriptor) }) ?? false
        if !isTaken { closeInput() }
    }

    /// The document has ended: waits for what the program says.
    package func finish() async -> MaterialScanner.Verdict {
        closeInput()
        return switch await end.value {
        case 0: .clean
        case 1: .infected
        default: .failed
        }
    }

    /// Nobody wants to know any more.
    package func abandon() async {
        process.kill()
        _ = await finish()
    }

    private func closeInput() {
        let descriptor = input.withLock { input -> Int32? in
            defer { input = nil }
            return input
        }
        if let descriptor { close(descriptor) }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            // The buffer is valid inside the closure, and the system reads its length.
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

/// A process, which is told to end only while its number is its own.
private final class ScanProcess: Sendable {
    private let id: pid_t
    private let isRunning = Mutex(true)

    init(_ id: pid_t) { self.id = id }

    /// Ends the process and what it has started.
    func kill() { isRunning.withLock { if $0 { systemKill(-id, SIGKILL) } } }

    /// Waits for the end; the exit status, or -1 after a signal.
    func waitForEnd() -> Int32 {
        var information = siginfo_t()
        // It is left to be collected, so that its number stays its own until the lock is taken.
        while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        return isRunning.withLock { isRunning in
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0, errno == EINTR {}
            isRunning = false
            return status & 0x7f == 0 ? (status >> 8) & 0xff : -1
        }
    }
}

/// The system's functions, beside methods of these names.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

private func systemKill(_ id: pid_t, _ signal: Int32) { _ = kill(id, signal) }
