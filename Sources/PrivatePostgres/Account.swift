import Glibc

/// Whom the server runs as: PostgreSQL refuses to run as root.
struct Account {
    let user: uid_t
    let group: gid_t
    /// The words before a command that make it run as this account; none for the caller's own.
    private let launcher: [String]
    private let isOwn: Bool

    /// The caller, or an unprivileged account when the caller is root.
    static func choose() throws(PrivatePostgresError) -> Account {
        guard geteuid() == 0 else { return Account(user: geteuid(), group: getegid(), launcher: [], isOwn: true) }
        guard let entry = getpwnam("postgres") ?? getpwnam("nobody") else {
            throw PrivatePostgresError(
                .startFailed,
                "PostgreSQL must not run as root, and there is no user postgres or nobody."
            )
        }
        let (user, group) = (entry.pointee.pw_uid, entry.pointee.pw_gid)
        guard let setpriv = (["/usr/bin/setpriv", "/bin/setpriv"] as [String]).first(where: { access($0, X_OK) == 0 })
        else {
            throw PrivatePostgresError(
                .missingBinaries,
                "PostgreSQL must not run as root, and setpriv, which changes the user, was not found; install it with: apt-get install util-linux"
            )
        }
        return Account(
            user: user,
            group: group,
            launcher: [setpriv, "--reuid=\(user)", "--regid=\(group)", "--clear-groups"],
            isOwn: false
        )
    }

    /// The command, run as this account.
    ///
    /// It can reach `path` even where folders above are closed to the account, as /root is, as far as root itself may
    /// pass that right on.
    func command(_ words: [String], reaching path: String) -> [String] {
        guard !isOwn, !canReach(path), let capability = Self.passableCapability else { return launcher + words }
        return launcher + ["--inh-caps=+\(capability)", "--ambient-caps=+\(capability)"] + words
    }

    func own(_ path: String) { if !isOwn { chown(path, user, group) } }

    /// Whether all folders above are open to others.
    private func canReach(_ path: String) -> Bool {
        var folder = Files.parent(of: path)
        while folder != "/" {
            guard let status = Files.status(folder), status.st_mode & S_IXOTH != 0 || status.st_uid == user else {
                return false
            }
            folder = Files.parent(of: folder)
        }
        return true
    }

    /// CAP_DAC_READ_SEARCH (2) opens folders; containers often have only CAP_DAC_OVERRIDE (1).
    private static var passableCapability: String? {
        let line = Files.read("/proc/self/status")?.split(separator: "\n").first { $0.hasPrefix("CapEff:") }
        guard let digits = line?.split(separator: "\t").last, let set = UInt64(digits, radix: 16) else { return nil }
        if set & (1 << 2) != 0 { return "dac_read_search" }
        return set & (1 << 1) != 0 ? "dac_override" : nil
    }
}
