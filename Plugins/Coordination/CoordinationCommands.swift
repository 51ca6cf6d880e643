import PluginKit

/// The plugin's mutations that belong to no life; each entity's stand beside its type.
struct CoordinationCommands: Mutations {}
