import Testing

@testable import FragmentTypes

/// The Swift made of one fragment.
func generated(_ sdl: String, dependency: String = "", module: String? = nil) throws -> String {
    var core = InputFile(path: "/core/Core.graphql", name: "Core.graphql", text: dependency)
    core.module = module
    let outputs = try FragmentTypes.generate(
        from: [InputFile(path: "/letters/Letters.graphql", name: "Letters.graphql", text: sdl)],
        dependencies: dependency.isEmpty ? [] : [core]
    )
    try #require(outputs.map(\.name) == ["Embedded.swift", "FragmentTypes.swift"])
    return outputs[1].text
}

/// What the tool says about a fragment of which it makes no Swift.
func refusal(_ sdl: String, dependency: String = "") -> String? {
    do {
        _ = try generated(sdl, dependency: dependency)
        return nil
    } catch {
        return "\(error)"
    }
}
