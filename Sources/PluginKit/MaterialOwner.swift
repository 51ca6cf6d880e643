/// A type whose objects may have materials (材料), with who may attach them and who may read them.
///
/// A material is seen where its object is seen, whatever becomes of that: a migration of the type's plugin says so by
/// `SELECT core.allow_materials('Letter', 'letters.letter')`, and without it the server does not start.
public struct MaterialOwner: Sendable {
    /// The GraphQL type, one with `@table` whose key is `id`.
    public let type: String
    /// The permission to attach; one of the plugin's.
    public let attach: String
    /// The permission to download; one of the plugin's.
    public let read: String
    /// The kinds that it takes, as `MaterialKind` names them; nil for all.
    public let kinds: [String]?
    /// The column of its table that says whose the object is.
    public let courtColumn: String
    /// Whether callers of other courts that see the object may attach and download; otherwise those of its own court only.
    public let crossesCourts: Bool
    /// The most materials that an object may have.
    public let maximumCount: Int
    /// A further rule, asked before a material is announced: it throws what forbids it.
    public let check:
        (@Sendable (_ object: MaterialObject, _ kind: String, _ context: WriteContext) async throws -> Void)?

    /// Creates an owner.
    public init(
        type: String,
        attach: String,
        read: String,
        kinds: [String]? = nil,
        courtColumn: String = "court_code",
        crossesCourts: Bool = false,
        maximumCount: Int = 200,
        check: (@Sendable (_ object: MaterialObject, _ kind: String, _ context: WriteContext) async throws -> Void)? =
            nil
    ) {
        self.type = type
        self.attach = attach
        self.read = read
        self.kinds = kinds
        self.courtColumn = courtColumn
        self.crossesCourts = crossesCourts
        self.maximumCount = maximumCount
        self.check = check
    }
}

/// An object that has materials and volumes.
public struct MaterialObject: Hashable, Sendable {
    /// The GraphQL type.
    public let type: String
    /// The row's key.
    public let id: Int64
    /// Whose it is.
    public let courtCode: String

    /// Creates a reference.
    public init(type: String, id: Int64, courtCode: String) {
        self.type = type
        self.id = id
        self.courtCode = courtCode
    }
}

/// Materials of objects as commands use them: `context.materials`.
public protocol Materials: PluginService {
    /// Checks that materials are stored and belong to an object, and answers their kinds, by their order.
    ///
    /// Throws NOT_FOUND with the place in the input for one that is another's, unknown, or not uploaded.
    func require(
        _ materials: [Int64],
        of object: MaterialObject,
        field: InputPath,
        in context: WriteContext
    ) async throws -> [String]

    /// Destroys a stored material's bytes with the transaction; what was known of them stays, and an audit event tells of it.
    func destroy(_ material: Int64, of object: MaterialObject, in context: WriteContext) async throws
}

/// Volumes (案卷) of objects as commands make them: `context.volumes`.
public protocol Volumes: PluginService {
    /// Makes an empty volume, the object's next of its kind (`MAIN`, `SUB`), and answers its key.
    func make(
        _ kind: String,
        of object: MaterialObject,
        title: String,
        in context: WriteContext
    ) async throws -> Int64

    /// Adds stored materials of the volume's object at its end, and answers the pages they have there.
    ///
    /// Throws PAGES_NOT_CONTINUOUS for a material whose pages are not known, NOT_FOUND for one that is not the object's,
    /// VOLUME_BOUND once it is bound.
    func append(_ materials: [Int64], to volume: Int64, field: InputPath, in context: WriteContext) async throws
        -> ClosedRange<Int>

    /// Binds a volume: nothing is added afterwards. Answers its number of pages.
    ///
    /// Throws PAGES_NOT_CONTINUOUS with the page expected where its pages do not run from 1 without a gap or an overlap, or do
    /// not agree with its materials.
    func bind(_ volume: Int64, field: InputPath, in context: WriteContext) async throws -> Int
}

extension WriteContext {
    /// Materials of objects.
    public var materials: any Materials {
        guard let service = service((any Materials).self) else {
            preconditionFailure("the core offers Materials to every command")
        }
        return service
    }

    /// Volumes of objects.
    public var volumes: any Volumes {
        guard let service = service((any Volumes).self) else {
            preconditionFailure("the core offers Volumes to every command")
        }
        return service
    }
}
