/// Roles (domain terms in Chinese; docs/adding-a-plugin.md lists what each may do).
public enum Role: String, Hashable, Sendable, CaseIterable {
    /// 信访专干
    case clerk = "CLERK"
    /// 承办人
    case handler = "HANDLER"
    /// 庭长
    case divisionHead = "DIVISION_HEAD"
    /// 分管院长
    case vicePresident = "VICE_PRESIDENT"
    /// 院长
    case president = "PRESIDENT"
    /// 业务庭
    case trialStaff = "TRIAL_STAFF"
    /// 纪检监察
    case inspector = "INSPECTOR"
    /// 个人信息保护负责人
    case dpo = "DPO"
    /// 档案员
    case archivist = "ARCHIVIST"
    /// 考核员
    case evaluator = "EVALUATOR"
    /// 上级法院查阅人
    case upperCourtReader = "UPPER_COURT_READER"
    /// 业务系统
    case systemClient = "SYSTEM_CLIENT"
    /// 系统管理员
    case admin = "ADMIN"
}

/// Who is asking: a staff member or a system with a token.
public struct Principal: Sendable {
    /// The token's own id, for the audit log.
    public let tokenID: Int64
    /// The token's name: `CLERK at 晋03`.
    public let client: String
    /// The member of staff; nil for a system client or an administrator without a post.
    public let staffID: Int64?
    /// Code of the court it acts for.
    public let courtCode: String
    /// Code of the department, nil without a post.
    public let departmentCode: String?
    /// Key of that department, nil without a post.
    public let departmentID: Int64?
    /// Roles held, those too that it holds as somebody's deputy today.
    public let roles: Set<Role>
    /// Roles of its own: only these can be given to a deputy.
    public let ownRoles: Set<Role>
    /// Courts whose process data it may see: its own, those below it, or those its role reads.
    public let readableCourts: [String]
    /// Members of staff whose accusation recuses this one: itself, its department, and whom it commands.
    public let recusedFrom: [Int64]
    /// Members of staff whose deputy (代理人) it is today: it acts on what names them as they would.
    public let actsFor: [Int64]
    /// Keys of their departments.
    public let actsIn: [Int64]
    /// Whether nobody asks: a subscriber or a timer acts for the system itself.
    public let isSystem: Bool

    /// Creates a principal.
    public init(
        tokenID: Int64,
        client: String,
        staffID: Int64?,
        courtCode: String,
        departmentCode: String?,
        roles: Set<Role>,
        readableCourts: [String],
        recusedFrom: [Int64]? = nil,
        departmentID: Int64? = nil,
        actsFor: [Int64] = [],
        actsIn: [Int64] = [],
        ownRoles: Set<Role>? = nil,
        isSystem: Bool = false
    ) {
        self.tokenID = tokenID
        self.client = client
        self.staffID = staffID
        self.courtCode = courtCode
        self.departmentCode = departmentCode
        self.departmentID = departmentID
        self.roles = roles
        self.ownRoles = ownRoles ?? roles
        self.readableCourts = readableCourts
        self.recusedFrom = recusedFrom ?? staffID.map { [$0] } ?? []
        self.actsFor = actsFor
        self.actsIn = actsIn
        self.isSystem = isSystem
    }

    /// The system at work for a court (an empty code: for none): no roles, token 0 in the audit log, which no token has.
    ///
    /// `client` is what the audit log says did it: `subscriber:letters.closeDossier`, `timer:letters.reminder`.
    public static func system(_ client: String, court: String) -> Principal {
        Principal(
            tokenID: 0,
            client: client,
            staffID: nil,
            courtCode: court,
            departmentCode: nil,
            roles: [],
            readableCourts: court.isEmpty ? [] : [court],
            isSystem: true
        )
    }
}

extension Principal {
    /// Whether it sees sealed rows: discipline inspectors only, and as persons, since recusal is a person's.
    public var mayReadSealed: Bool { roles.contains(.inspector) && staffID != nil }

    /// Whom it acts as: itself, and whoever it is the deputy of.
    public var actsAs: [Int64] { (staffID.map { [$0] } ?? []) + actsFor }

    /// The departments that it acts in: its own, and those of whoever it is the deputy of.
    public var departmentsActedIn: [Int64] { (departmentID.map { [$0] } ?? []) + actsIn }

    /// Whether it is this member of staff, or their deputy.
    public func acts(as staff: Int64?) -> Bool { staff.map(actsAs.contains) ?? false }

    /// Whether an accusation of any of these members of staff keeps it from a matter (回避).
    public func isRecused(from accused: [Int64]) -> Bool { !Set(recusedFrom).isDisjoint(with: accused) }

    /// Whether it sees, of what is assigned to people, only what is assigned to itself.
    public var seesOnlyAssigned: Bool { roles.isDisjoint(with: Self.rolesThatSeeTheirCourt) }

    private static let rolesThatSeeTheirCourt: Set<Role> = [
        .clerk, .divisionHead, .vicePresident, .president, .inspector, .dpo, .archivist, .upperCourtReader,
    ]
}
