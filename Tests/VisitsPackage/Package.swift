// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "visits",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "docket", path: "../..")
    ],
    targets: [
        .target(
            name: "VisitsPlugin",
            dependencies: [.product(name: "PluginKit", package: "docket")],
            // Generated code says `package import`; with this, a plain import is internal beside it.
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")],
            plugins: [.plugin(name: "EmbedFragments", package: "docket")]
        ),
        .executableTarget(
            name: "court",
            dependencies: [
                "VisitsPlugin", .product(name: "DocketCommands", package: "docket"),
                .product(name: "DocketPlugins", package: "docket"),
            ]
        ),
        .testTarget(
            name: "VisitsPluginTests",
            dependencies: [
                "VisitsPlugin", .product(name: "DocketTesting", package: "docket"),
                .product(name: "DocketPlugins", package: "docket"),
            ]
        ),
    ]
)
