public import ArgumentParser
public import PluginKit

/// A command that a plugin brings to the program: `Plugin(tools: [LettersCommand.self])`.
///
/// It is a client like any other: it asks a server through the API (`ServerOption`), with the rights of its token.
public protocol ToolCommand: AsyncParsableCommand, PluginTool {}
