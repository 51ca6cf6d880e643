import CourtCore

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
