// swift-tools-version: 6.2
import PackageDescription

// One list of settings for every target; one line per target and its arrows. See docs/architecture.md.
let featureSettings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// An async function runs where its caller does: no switch of executors at each call of a request's path. Not in the
// features: Swift 6.3.1 crashes on one of Letters' functions with it, when it optimises.
let settings = featureSettings + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

func nio(_ name: String) -> Target.Dependency { .product(name: name, package: "swift-nio") }

func module(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    fragments: Bool = false,
    exclude: [String] = []
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        path: "Sources/\(name)",
        exclude: exclude,
        swiftSettings: settings,
        plugins: fragments ? ["EmbedFragments"] : []
    )
}

/// A feature; unit tests of its own are a target beside it, whose folder is inside the feature's.
func feature(_ name: String, _ dependencies: [Target.Dependency] = [], hasTests: Bool = false) -> Target {
    .target(
        name: "\(name)Plugin",
        dependencies: ["PluginKit", "CourtFormats", "CourtCore"] + dependencies,
        path: "Plugins/\(name)",
        exclude: hasTests ? ["Tests"] : [],
        swiftSettings: featureSettings,
        plugins: ["EmbedFragments"]
    )
}

func tests(
    _ name: String,
    _ dependencies: [Target.Dependency],
    path: String? = nil,
    exclude: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: dependencies,
        path: path ?? "Tests/\(name)Tests",
        exclude: exclude,
        swiftSettings: settings
    )
}

let package = Package(
    name: "docket",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "docket", targets: ["docket"]),
        // What a plugin in a package of its own is made with, and the command that serves it.
        .library(name: "PluginKit", targets: ["PluginKit", "CourtFormats", "Postgres", "GraphQLLanguage"]),
        .library(name: "PluginTools", targets: ["PluginTools"]),
        .plugin(name: "EmbedFragments", targets: ["EmbedFragments"]),
        .library(name: "DocketCommands", targets: ["DocketCommands"]),
        .library(name: "DocketTesting", targets: ["DocketTesting"]),
        // The plugins that `docket` carries, for a program that carries others beside them.
        .library(name: "DocketPlugins", targets: ["CoordinationPlugin", "DossiersPlugin", "LettersPlugin"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        // The engine: knows neither SQL nor HTTP.
        module("GraphQLLanguage"),
        module("FragmentExpansion", ["GraphQLLanguage"]),
        module("GraphQLSchema", ["GraphQLLanguage"]),
        module("GraphQLValidation", ["GraphQLLanguage", "GraphQLSchema"]),
        module("GraphQLExecution", ["GraphQLLanguage", "GraphQLSchema", "GraphQLValidation"]),
        module("Conformance", ["GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution"]),

        // PostgreSQL, and the lowering of a plan to SQL.
        .systemLibrary(name: "CLibPQ", path: "Sources/CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CEpoll", path: "Sources/CEpoll"),
        module("Postgres", ["CLibPQ", "CEpoll"]),
        module("PrivatePostgres"),
        module("GraphQLPostgres", ["GraphQLLanguage", "GraphQLSchema", "GraphQLExecution", "Postgres"]),

        // TLS and digests on the system's OpenSSL.
        .systemLibrary(
            name: "COpenSSL",
            path: "Sources/COpenSSL",
            pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"])]
        ),
        module("NIOOpenSSL", ["COpenSSL", nio("NIOCore")]),
        module("FieldEncryption", ["COpenSSL"]),

        // What a plugin author sees, and what the courts share.
        module("CourtFormats", fragments: true),
        module("PluginKit", ["Postgres", "CourtFormats", "GraphQLLanguage"], exclude: ["GeneratedCode.md"]),
        module("CourtCore", ["PluginKit", "CourtFormats", "FieldEncryption", "Postgres"], fragments: true),

        // The host and the server.
        module(
            "PluginHost",
            [
                "FragmentExpansion", "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution",
                "GraphQLPostgres", "Postgres", "PluginKit", "CourtCore", "CourtFormats", "FieldEncryption",
                .product(name: "Logging", package: "swift-log"),
            ],
            fragments: true
        ),
        module(
            "HTTPServer",
            [
                "NIOOpenSSL", "GraphQLLanguage", "GraphQLExecution", nio("NIOCore"), nio("NIOPosix"), nio("NIOHTTP1"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),

        // One server made of both: what `docket serve`, `docket dev` and the test kit start.
        module(
            "DocketServer",
            [
                "HTTPServer", "NIOOpenSSL", "PluginHost", "PluginKit", "CourtCore", "Postgres", "GraphQLPostgres",
                "FieldEncryption",
                nio("NIOCore"), nio("NIOPosix"), .product(name: "Logging", package: "swift-log"),
            ]
        ),

        // Build tool: Swift types from SDL fragments, and the fragments, migrations and data files as constants.
        .executableTarget(
            name: "FragmentTypes",
            dependencies: ["GraphQLLanguage", "FragmentExpansion"],
            path: "Sources/FragmentTypes",
            swiftSettings: settings
        ),
        .plugin(
            name: "EmbedFragments",
            capability: .buildTool(),
            dependencies: ["FragmentTypes"],
            path: "Sources/EmbedFragments"
        ),

        // What a plugin's commands are made with: a client of any server, files, imports.
        module(
            "PluginTools",
            [
                "PluginKit", "CourtFormats", "GraphQLLanguage", "GraphQLExecution",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "Yams", package: "Yams"),
                nio("NIOCore"), nio("NIOPosix"), nio("NIOHTTP1"),
            ]
        ),

        // The features.
        feature(
            "Dossiers",
            ["GraphQLLanguage", "PluginTools", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            hasTests: true
        ),
        feature(
            "Letters",
            [
                "GraphQLLanguage", "PluginTools", .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            hasTests: true
        ),
        feature("Coordination", ["GraphQLLanguage"], hasTests: true),

        // The command and its demo data.
        module(
            "DemoData",
            ["PluginHost", "PluginKit", "Postgres", "GraphQLLanguage", "GraphQLExecution"],
            fragments: true
        ),
        module(
            "DocketCommands",
            [
                "DocketServer", "HTTPServer", "NIOOpenSSL", "PluginHost", "PluginKit", "PluginTools", "CourtCore",
                "CourtFormats", "FieldEncryption",
                "Postgres", "PrivatePostgres", "DemoData", "GraphQLSchema", "GraphQLPostgres",
                "GraphQLLanguage", "GraphQLValidation", "GraphQLExecution", "Conformance",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"), nio("NIOCore"), nio("NIOPosix"),
            ]
        ),
        .executableTarget(
            name: "docket",
            dependencies: ["DocketCommands", "CoordinationPlugin", "DossiersPlugin", "LettersPlugin"],
            path: "Sources/docket",
            swiftSettings: settings
        ),

        // What `make bench-engine` measures.
        .executableTarget(
            name: "EngineBenchmark",
            dependencies: ["GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution"],
            path: "Benchmarks/Engine",
            exclude: ["Inputs", "Peers", "allocations.c", "table.awk"],
            swiftSettings: settings
        ),

        // The test kit, and the tests.
        module("CommandTesting"),
        module(
            "DocketTesting",
            [
                "DocketServer", "PluginHost", "PluginKit", "CourtFormats", "CourtCore", "FieldEncryption", "NIOOpenSSL",
                "Postgres",
                "PrivatePostgres",
                "DemoData", "GraphQLLanguage", "GraphQLExecution", .product(name: "Logging", package: "swift-log"),
            ]
        ),
        tests(
            "Integration",
            [
                "DocketTesting", "CommandTesting", "DemoData", "CourtCore", "CoordinationPlugin", "DossiersPlugin",
                "LettersPlugin",
                "PluginHost", "PluginKit",
                "Postgres", "PrivatePostgres", "CourtFormats", "FieldEncryption", "GraphQLLanguage", "GraphQLExecution",
                "GraphQLSchema", "GraphQLPostgres",
                "DocketServer", .product(name: "Logging", package: "swift-log"),
            ]
        ),
        tests("GraphQLLanguage", ["GraphQLLanguage"], exclude: ["Corpus"]),
        tests("FragmentTypes", ["FragmentTypes", "GraphQLLanguage"]),
        tests("GraphQLSchema", ["GraphQLLanguage", "GraphQLSchema"]),
        tests("GraphQLValidation", ["GraphQLLanguage", "GraphQLSchema", "GraphQLValidation"]),
        tests("GraphQLExecution", ["GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution"]),
        tests("Conformance", ["Conformance", "GraphQLLanguage", "GraphQLExecution"]),
        tests("Postgres", ["Postgres", "PrivatePostgres", "CEpoll"]),
        tests(
            "GraphQLPostgres",
            [
                "GraphQLLanguage", "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "GraphQLPostgres",
                "Postgres", "PrivatePostgres",
            ],
            exclude: ["Scenarios"]
        ),
        tests(
            "PluginHost",
            [
                "PluginHost", "PluginKit", "CourtCore", "CourtFormats", "FieldEncryption", "GraphQLLanguage",
                "GraphQLSchema", "GraphQLValidation", "GraphQLExecution", "GraphQLPostgres", "Postgres",
                "PrivatePostgres", .product(name: "Logging", package: "swift-log"),
            ]
        ),
        tests(
            "NIOOpenSSL",
            ["NIOOpenSSL", "COpenSSL", "CommandTesting", nio("NIOCore"), nio("NIOPosix"), nio("NIOEmbedded")]
        ),
        tests(
            "HTTPServer",
            [
                "HTTPServer", "NIOOpenSSL", "CommandTesting", "GraphQLLanguage", "GraphQLExecution", nio("NIOCore"),
                nio("NIOPosix"),
                nio("NIOHTTP1"), nio("NIOEmbedded"), nio("NIOTLS"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        tests("CourtFormats", ["CourtFormats"]),
        tests(
            "CourtCore",
            [
                "DocketTesting", "DossiersPlugin", "LettersPlugin", "PluginKit", "CourtCore", "Postgres",
                "GraphQLLanguage",
            ]
        ),
        tests(
            "DossiersPlugin",
            [
                "DossiersPlugin", "DocketTesting", "CommandTesting", "PluginKit", "CourtCore", "CourtFormats",
                "Postgres",
                "GraphQLLanguage",
            ],
            path: "Plugins/Dossiers/Tests"
        ),
        tests(
            "LettersPlugin",
            [
                "LettersPlugin", "PluginHost", "PluginKit", "CourtCore", "CourtFormats", "FieldEncryption",
                "GraphQLLanguage",
            ],
            path: "Plugins/Letters/Tests"
        ),
        tests(
            "CoordinationPlugin",
            [
                "CoordinationPlugin", "DossiersPlugin", "LettersPlugin", "DocketTesting", "PluginKit", "CourtCore",
                "CourtFormats", "Postgres", "GraphQLLanguage",
            ],
            path: "Plugins/Coordination/Tests"
        ),
        tests("FieldEncryption", ["FieldEncryption"]),
    ]
)

// While one thing is worked on: `DOCKET_TESTS=DossiersPluginTests swift build --build-tests` builds these tests only.
if let chosen = Context.environment["DOCKET_TESTS"]?.split(separator: ",") {
    package.targets.removeAll { $0.type == .test && !chosen.contains(Substring($0.name)) }
}
