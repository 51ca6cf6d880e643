import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program that looks for malware: it gets a document on its standard input and ends with 0 for a clean one, 1 for an
/// infected one, anything else when it could not tell.
package struct MaterialScanner: Sendable {
    package enum Verdict: Sendable {
        case clean, infected, failed
    }

    package let command: String
    /// How long a document may take, from its first byte.
    package let timeLimit: Duration

    package init(command: String, timeLimit: Duration = .seconds(120)) {
        self.command = command
        self.timeLimit = timeLimit
    }

    /// Whether the program can be run.
    package var isRunnable: Bool { command.hasPrefix("/") && access(command, X_OK) == 0 }

    /// Starts the program for one document; nil when it cannot be started.
    package func start() -> Scan? {
        _ = Self.ignoresBrokenPipes
        // One after the other: no program gets the other end of another's pipe, which would never end for it.
        let started = Self.starts.withLock { _ -> (process: pid_t, input: Int32)? in
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { return nil }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            defer { close(ends[0]) }
            guard let id = Self.spawn(command, input: ends[0]) else {
                close(ends[1])
                return nil
            }
            return (id, ends[1])
        }
        return started.map { Scan(process: $0.process, input: $0.input, timeLimit: timeLimit) }
    }

    private static let starts = Mutex(())

    /// A program may end before it has read all: then the write fails, and this program goes on.
    private static let ignoresBrokenPipes: Void = { signal(SIGPIPE, SIG_IGN) }()

    private static func spawn(_ command: String, input: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // Nothing else of the server's: neither its sockets nor its files.
        for descriptor in openDescriptors where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        // A group of its own, so that what it starts ends with it.
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP)
        )
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(command), nil]
        // Of the environment only where to look for programs: it may hold the server's secrets.
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/local/bin:/usr/bin:/bin"), nil]
        defer { for text in arguments + environment { free(text) } }
        var id: pid_t = 0
        return posix_spawn(&id, command, &actions, &attributes, &arguments, &environment) == 0 ? id : nil
    }

    private static var openDescriptors: [Int32] {
        guard let folder = opendir("/proc/self/fd") else { return [] }
        defer { closedir(folder) }
        var descriptors: [Int32] = []
        while let entry = readdir(folder) {
            // The name is a text that ends with a zero byte, and lives until the next call.
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let number = Int32(name), number != dirfd(folder) { descriptors.append(number) }
        }
        return descriptors
    }
}
