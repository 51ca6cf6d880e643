import Glibc

/// A program started by this one, in a session of its own, so that a terminal's Ctrl-C does not reach it.
struct ChildProcess {
    let id: pid_t

    /// Starts a program with `input` as its standard input; what it prints is appended to the file `output`.
    static func start(_ words: [String], input: Int32? = nil, output: String = "/dev/null") -> ChildProcess? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // Nothing else of this program's: a server's socket would stay open there after its end.
        for descriptor in Files.openDescriptors where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals that this program ignores or blocks are not ignored or blocked there.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        // POSIX_SPAWN_SETSID, which Glibc shows to GNU sources only.
        let newSession: Int32 = 0x80
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | newSession))

        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        var id: pid_t = 0
        guard posix_spawn(&id, words[0], &actions, &attributes, arguments, environ) == 0 else { return nil }
        return ChildProcess(id: id)
    }

    /// Runs a program to its end; what it printed when it succeeded.
    static func output(of words: [String]) -> String? {
        guard let folder = Files.makeTemporaryFolder() else { return nil }
        let file = "\(folder)/output"
        defer {
            unlink(file)
            rmdir(folder)
        }
        return start(words, output: file)?.waitForEnd() == 0 ? Files.read(file) : nil
    }

    /// Waits for the end; the exit status, or -1 after a signal.
    func waitForEnd() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return Self.exitStatus(status)
    }

    /// The exit status when it has ended; nil while it runs.
    func poll() -> Int32? {
        var status: Int32 = 0
        return waitpid(id, &status, WNOHANG) == 0 ? nil : Self.exitStatus(status)
    }

    private static func exitStatus(_ status: Int32) -> Int32 { status & 0x7f == 0 ? (status >> 8) & 0xff : -1 }
}
