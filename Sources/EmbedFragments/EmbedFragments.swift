import Foundation
import PackagePlugin

/// Runs FragmentTypes over a target's SDL, SQL and data files.
@main
struct EmbedFragments: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let module = target.sourceModule else { return [] }
        let files = paths(in: module, extensions: ["graphql", "sql", "csv", "yaml"])
        guard !files.isEmpty else { return [] }

        // Enums and scalars of other targets are told from their tables by reading their fragments too; the enums of a
        // target of this package that is named as a dependency are imported.
        let named = target.dependencies.compactMap { dependency in
            if case .target(let target) = dependency { target.name } else { nil }
        }
        var dependencies: [URL] = []
        var dependencyArguments: [String] = []
        for module in target.recursiveTargetDependencies.compactMap(\.sourceModule) {
            let paths = paths(in: module, extensions: ["graphql"])
            guard !paths.isEmpty else { continue }
            dependencies += paths
            dependencyArguments += ["--module", named.contains(module.name) ? module.moduleName : ""]
            dependencyArguments += paths.flatMap { ["--dependency", $0.path] }
        }
        let hasFragments = files.contains { $0.pathExtension == "graphql" }
        let outputs = ["Embedded.swift"] + (hasFragments ? ["FragmentTypes.swift"] : [])
        return [
            .buildCommand(
                displayName: "Generating Swift from the fragments of \(target.name)",
                executable: try context.tool(named: "FragmentTypes").url,
                arguments: ["--output", context.pluginWorkDirectoryURL.path, "--root", module.directoryURL.path]
                    + dependencyArguments + files.map(\.path),
                inputFiles: files + dependencies,
                outputFiles: outputs.map { context.pluginWorkDirectoryURL.appending(path: $0) }
            )
        ]
    }

    private func paths(in module: any SourceModuleTarget, extensions: Set<String>) -> [URL] {
        module.sourceFiles.map(\.url)
            .filter { extensions.contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
    }
}
