/// A feature: everything it brings to the server, as one value.
public struct Plugin: Sendable {
    /// Lower-case name, also the PostgreSQL schema of its tables: `letters`.
    public let name: String
    /// Plugins it cannot do without; a missing one stops the start.
    public let requires: [String]
    /// SDL files.
    ///
    /// A fragment with `requires` is dropped when one of those plugins is off.
    public let fragments: [SchemaFragment]
    /// Applied in order, each once.
    public let migrations: [Migration]
    /// Permissions that its fragments name, with the roles that hold them.
    ///
    /// Whoever may take an action of a workflow holds the permission of its mutation without being listed.
    public let permissions: [Permission]
    /// One for every field it adds to `Mutation`.
    public let commands: [Command]
    /// One for every field with `@resolve`.
    public let resolvers: [BatchResolver]
    /// What it offers to other plugins by protocol.
    public let services: [any PluginService]
    /// The lives of its changed types; their mutations' commands and `availableActions` come from them.
    public let workflows: [any AnyWorkflow]
    /// CSV files that `docket import` takes.
    public let imports: [FileImport]
    /// Commands that it adds to the program.
    public let tools: [any PluginTool.Type]
    /// What it adds to the demonstration, in order.
    public let demo: [DemoStep]
    /// Indicators that it counts.
    public let metrics: [Metric]
    /// What it does when something has happened, its own or other plugins' events.
    public let subscribers: [Subscriber]
    /// What it does when a time has come.
    public let timers: [Timer]
    /// Types whose objects may have materials.
    public let materials: [MaterialOwner]
    /// What may stand open with members of staff.
    public let openWork: [OpenWork]
    /// Where it is declared, for diagnostics.
    public let file: String
    /// The declaration's line.
    public let line: Int

    /// Creates a plugin.
    public init(
        name: String,
        requires: [String] = [],
        fragments: [SchemaFragment],
        migrations: [Migration] = [],
        permissions: [Permission] = [],
        commands: [Command] = [],
        resolvers: [BatchResolver] = [],
        services: [any PluginService] = [],
        workflows: [any AnyWorkflow] = [],
        metrics: [Metric] = [],
        imports: [FileImport] = [],
        tools: [any PluginTool.Type] = [],
        demo: [DemoStep] = [],
        subscribers: [Subscriber] = [],
        timers: [Timer] = [],
        materials: [MaterialOwner] = [],
        openWork: [OpenWork] = [],
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = name
        self.requires = requires
        self.fragments = fragments
        self.migrations = migrations
        self.permissions = permissions
        self.commands = commands
        self.resolvers = resolvers
        self.services = services
        self.workflows = workflows
        self.imports = imports
        self.tools = tools
        self.demo = demo
        self.metrics = metrics
        self.subscribers = subscribers
        self.timers = timers
        self.materials = materials
        self.openWork = openWork
        self.file = file
        self.line = line
    }
}

/// An SDL file of a plugin.
///
/// A first line `# requires: dossiers` makes it a fragment for when those plugins are on.
public struct SchemaFragment: Sendable {
    /// File name relative to the plugin, for diagnostics.
    public let file: String
    /// The SDL.
    public let text: String

    /// Creates a fragment.
    public init(file: String, text: String) {
        self.file = file
        self.text = text
    }

    /// Plugins named in a leading `# requires: a, b` line.
    public var requires: [String] {
        guard let line = text.split(separator: "\n", maxSplits: 1).first, line.hasPrefix("# requires:") else {
            return []
        }
        return line.dropFirst("# requires:".count).split(separator: ",").map { name in
            String(name.drop { $0 == " " }.prefix { $0 != " " && $0 != "\r" })
        }
    }
}

/// An SQL file that is applied once, in a transaction.
///
/// A first line `-- requires: dossiers` applies it only (and as
/// soon as) those plugins are on.
public struct Migration: Sendable {
    /// File name, which orders it: `0001_letters.sql`.
    public let file: String
    /// The statements.
    public let sql: String

    /// Creates a migration.
    public init(file: String, sql: String) {
        self.file = file
        self.sql = sql
    }

    /// Plugins named in a leading `-- requires: a, b` line.
    public var requires: [String] {
        guard let line = sql.split(separator: "\n", maxSplits: 1).first, line.hasPrefix("-- requires:") else {
            return []
        }
        return line.dropFirst("-- requires:".count).split(separator: ",").map { name in
            String(name.drop { $0 == " " }.prefix { $0 != " " && $0 != "\r" })
        }
    }
}

/// A permission with the roles that hold it.
public struct Permission: Sendable {
    /// `plugin.verb`: `letters.classify`.
    public let name: String
    /// Roles that hold it.
    public let roles: Set<Role>

    /// Creates a permission.
    public init(_ name: String, _ roles: Set<Role>) {
        self.name = name
        self.roles = roles
    }
}

/// Something a plugin offers to others; found by protocol through `WriteContext.service(_:)`.
public protocol PluginService: Sendable {}
