/// A command that a plugin brings to the program beside its server, below `docket`.
///
/// Its only form is `ToolCommand` of PluginTools: the server's modules know no command line.
public protocol PluginTool: SendableMetatype {}
