/// An enum whose values may stand in a file under their Chinese names, as the schema describes them.
package protocol ChineseNamed: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// 中文名称, one value by one name; a value may have several.
    static var chineseNames: [String: Self] { get }
}

extension ChineseNamed {
    /// The value with this name, English or Chinese.
    package init?(written name: String) {
        guard let value = Self(rawValue: name) ?? Self.chineseNames[name] else { return nil }
        self = value
    }

    /// VALUE_NOT_ALLOWED's message.
    package static var allowedMessage: String {
        "取值无效，允许：\(allCases.map(\.rawValue).joined(separator: "、"))"
    }
}

extension CourtLevel: ChineseNamed {
    package static let chineseNames: [String: CourtLevel] = [
        "最高人民法院": .supreme, "高级人民法院": .high, "中级人民法院": .intermediate, "基层人民法院": .basic,
    ]
}

extension DepartmentKind: ChineseNamed {
    package static let chineseNames: [String: DepartmentKind] = [
        "信访": .petition, "审判": .trial, "执行": .enforcement, "纪检监察": .discipline, "档案": .archive, "办公": .office,
        "其他": .other,
    ]
}

extension StaffRole: ChineseNamed {
    package static let chineseNames: [String: StaffRole] = [
        "信访专干": .clerk, "承办人、法官": .handler, "承办人": .handler, "法官": .handler, "庭长": .divisionHead,
        "分管院长": .vicePresident, "院长": .president, "业务庭人员": .trialStaff, "纪检监察": .inspector,
        "个人信息保护负责人": .dpo, "档案员": .archivist, "考核员": .evaluator, "上级法院查阅人": .upperCourtReader,
        "业务系统": .systemClient, "系统管理员": .admin,
    ]
}

extension HolidayKind: ChineseNamed {
    package static let chineseNames: [String: HolidayKind] = ["放假": .holiday, "调休上班": .makeupWorkday]
}

extension MatterClass: ChineseNamed {
    package static let chineseNames: [String: MatterClass] = [
        "建议意见": .suggestion, "检举控告": .accusation, "申诉求决": .appealClaim,
    ]
}

extension MatterCategory: ChineseNamed {
    package static let chineseNames: [String: MatterCategory] = [
        "民事审判": .trialCivil, "刑事审判": .trialCriminal, "行政审判": .trialAdmin, "执行": .enforcement, "立案": .filing,
        "国家赔偿": .stateCompensation, "工作人员行为": .staffConduct, "其他": .other,
    ]
}
