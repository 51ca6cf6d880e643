// swift-tools-version: 6.2
import PackageDescription

// A plugin outside the repository's Plugins/, and the program that serves it: all that a package of its own needs.
// Generated code says `package import`; with this, a plain import is internal beside it.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "docket-peers",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "docket", path: "../..")
    ],
    targets: [
        .target(
            name: "BenchPlugin",
            dependencies: [.product(name: "PluginKit", package: "docket")],
            swiftSettings: settings,
            plugins: [.plugin(name: "EmbedFragments", package: "docket")]
        ),
        .executableTarget(
            name: "BenchServer",
            dependencies: ["BenchPlugin", .product(name: "DocketCommands", package: "docket")],
            swiftSettings: settings
        ),
    ]
)
