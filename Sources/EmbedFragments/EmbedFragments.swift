import Foundation
import PackagePlugin

/// Runs FragmentTypes over a target's SDL, SQL and data files.
@main
struct EmbedFragments: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let module = target.sourceModule else { return [] }
        let files = paths(in: module, extensions: ["graphql", "sql", "csv", "yaml"])
        guard !files.isEmpty else { return [] }

        // Enums and scalars of other targets are told from their tables by reading their fragments too.
        let dependencies = target.recursiveTargetDependencies.compactMap(\.sourceModule).flatMap { dependency in
            paths(in: dependency, extensions: ["graphql"])
        }
        let hasFragments = files.contains { $0.pathExtension == "graphql" }
        let outputs = ["Embedded.swift"] + (hasFragments ? ["FragmentTypes.swift"] : [])
        return [
            .buildCommand(
                displayName: "Generating Swift from the fragments of \(target.name)",
                executable: try context.tool(named: "FragmentTypes").url,
                arguments: ["--output", context.pluginWorkDirectoryURL.path, "--root", module.directoryURL.path]
                    + dependencies.flatMap { ["--dependency", $0.path] }
                    + files.map(\.path),
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
