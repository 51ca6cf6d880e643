/// The 类型代字 that case numbers are checked against: 《人民法院案件类型及其代字标准》, the annex of
/// 《关于人民法院案件案号的若干规定》 (法〔2015〕137号), as amended by 法〔2016〕237号 (class 11 took over from 民破 and 民算) and
/// 法〔2018〕335号.
///
/// Taken from two lists in use, compared with each other: the courts' exchange codes 0100 to 1114
/// (CaseTypeNewUtil.groovy), and the first edition's list as a court's clerks chose from (ids 1001 to 1115). A code that was
/// replaced stays: numbers that have it are on file.
public enum CaseType {
    /// 专门审判代字, which stand before the type.
    public static let specialties: Set<Character> = ["知"]

    /// Every type of the standard, of its first edition too.
    public static let all: Set<String> = [
        jurisdiction, criminal, civil, administrative, compensation, judicialAssistance, regional, international,
        sanctions, preservation, enforcement, insolvency,
    ].reduce(into: []) { $0.formUnion($1) }

    /// 01 管辖案件.
    private static let jurisdiction = ["刑辖", "民辖", "民辖终", "民辖监", "行辖", "行辖终", "赔辖", "赔辖终"]
    /// 02 刑事案件.
    private static let criminal = [
        "刑初", "刑终", "刑监", "刑申", "刑抗", "刑再", "刑没", "刑核", "刑医", "刑医解", "刑医复", "刑医监", "刑止", "刑止调", "刑止核",
        "刑更", "刑更监", "刑更备", "刑教", "刑教解", "刑教复", "刑教监", "刑他",
    ]
    /// 03 民事案件.
    private static let civil = [
        "民初", "民终", "民监", "民申", "民抗", "民再", "民撤", "民特", "民特监", "民催", "民督", "民督监", "民破", "民算", "民保令", "民保更",
        "民他",
    ]
    /// 04 行政案件.
    private static let administrative = [
        "行初", "行终", "行监", "行申", "行抗", "行再", "行审", "行审复", "行他",
    ]
    /// 05 国家赔偿案件.
    private static let compensation = [
        "行赔初", "行赔终", "行赔监", "行赔申", "行赔抗", "行赔再", "行赔他", "法赔", "委赔", "委赔监", "委赔提", "委赔再", "赔确监", "赔他",
    ]
    /// 05 司法救助案件.
    private static let judicialAssistance = ["司救刑", "司救民", "司救行", "司救赔", "司救执", "司救访", "司救他"]
    /// 06 区际司法协助案件.
    private static let regional = [
        "认台", "认港", "认澳", "认复", "认他", "请台送", "请港送", "请澳送", "台请送", "港请送", "澳请送", "请台调", "请港调", "请澳调", "台请调",
        "港请调", "澳请调", "请移管", "助移管", "请移赃", "助移赃",
    ]
    /// 07 国际司法协助案件.
    private static let international = [
        "协外认", "协外送", "请外送", "协外调", "请外调", "请外移", "协外移", "请外引", "协外引", "协他",
    ]
    /// 08 司法制裁案件.
    private static let sanctions = ["司惩", "司惩复"]
    /// 09 非诉保全审查案件.
    private static let preservation = ["财保", "行保", "行保复", "证保"]
    /// 10 执行案件.
    private static let enforcement = ["执", "执恢", "执保", "执异", "执复", "执监", "执协", "执他"]
    /// 11 强制清算与破产案件.
    private static let insolvency = ["清申", "清终", "清监", "强清", "破申", "破终", "破监", "破"]
}
