import FieldEncryption
import GraphQLExecution
import GraphQLPostgres
import GraphQLSchema
import PluginKit

/// What an engine serves from: everything that is made of one schema, never changed, replaced as a whole.
///
/// A request takes it once, so that its document, its plan and its session are of one schema.
final class EngineState: Sendable {
    let composition: Composition
    let mapping: ResolvedMapping
    let documents: DocumentCache
    /// Callers' permissions are the composition's.
    let authenticator: Authenticator
    let commands: CommandRunner
    let publishedSchema: String

    init(
        composition: Composition,
        mapping: ResolvedMapping,
        documents: DocumentCache,
        databases: Databases,
        keys: KeyRing,
        clock: ServerClock,
        anonymousRole: Role?
    ) {
        self.composition = composition
        self.mapping = mapping
        self.documents = documents
        let authenticator = Authenticator(
            tokens: TokenStore(databases.door),
            composition: composition,
            clock: clock,
            anonymousRole: anonymousRole
        )
        self.authenticator = authenticator
        commands = CommandRunner(
            composition: composition,
            keys: keys,
            onCallersChanged: { authenticator.forgetCallers() }
        )
        publishedSchema = composition.schema.printed
    }
}
