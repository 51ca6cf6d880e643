/// The 类型代字 of 人民法院案件类型及其代字标准 (法〔2015〕137号, amended 法〔2018〕335号) that case numbers are checked against.
public enum CaseType {
    /// 专门审判代字, which stand before the type.
    public static let specialties: Set<Character> = ["知"]

    /// Every type known here.
    public static let all: Set<String> = [
        jurisdiction, criminal, civil, administrative, compensation, judicialAssistance, sanctions, preservation,
        enforcement,
        insolvency,
    ].reduce(into: []) { $0.formUnion($1) }

    private static let jurisdiction = [
        "刑辖", "刑辖监", "民辖", "民辖终", "民辖监", "行辖", "行辖终", "行辖监", "行赔辖",
    ]
    private static let criminal = [
        "刑初", "刑终", "刑核", "刑监", "刑申", "刑抗", "刑再", "刑医", "刑医复", "刑医解", "刑医监", "刑没", "刑没终", "刑没监",
        "刑更", "刑更备", "刑更监", "刑他",
    ]
    private static let civil = [
        "民初", "民终", "民监", "民申", "民抗", "民再", "民撤", "民特", "民特监", "民催", "民督", "民督监", "民他",
    ]
    private static let administrative = [
        "行初", "行终", "行监", "行申", "行抗", "行再", "行审", "行审复", "行他",
    ]
    private static let compensation = [
        "行赔初", "行赔终", "行赔监", "行赔申", "行赔抗", "行赔再", "行赔他", "法赔", "委赔", "委赔监", "委赔提", "委赔再", "委赔他", "法赔他",
        "司救刑", "司救民", "司救行", "司救赔", "司救执", "司救访", "司救他",
    ]
    private static let judicialAssistance = [
        "认台", "认港", "认澳", "认复", "认他", "请台送", "请港送", "请澳送", "台请送", "港请送", "澳请送", "请台调", "请港调", "请澳调", "台请调",
        "港请调", "澳请调", "协外认", "协他",
    ]
    private static let sanctions = ["司惩", "司惩复"]
    private static let preservation = ["财保", "行保", "行保复", "证保"]
    private static let enforcement = ["执", "执恢", "执保", "执异", "执复", "执监", "执协", "执他"]
    private static let insolvency = [
        "清申", "清终", "清监", "强清", "破申", "破终", "破监", "破",
    ]
}
