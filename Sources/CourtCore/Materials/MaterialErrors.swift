package import PluginKit

extension DomainError.Code {
    /// 附件类型错误.
    static let attachmentType = Self("ATTACHMENT_TYPE")
    /// 附件大小错误.
    static let attachmentSize = Self("ATTACHMENT_SIZE")
    /// 附件校验值错误.
    static let attachmentHash = Self("ATTACHMENT_HASH")
    /// 附件含恶意代码.
    static let materialInfected = Self("MATERIAL_INFECTED")
    /// 附件无法检查恶意代码.
    static let materialScanFailed = Self("MATERIAL_SCAN_FAILED")
    /// 材料已损坏.
    static let materialDamaged = Self("MATERIAL_DAMAGED")
    /// 材料数量已达上限.
    static let materialCount = Self("MATERIAL_COUNT")
    /// 未用的上传、下载凭据过多.
    static let materialTickets = Self("MATERIAL_TICKETS")
    /// 案卷已装订.
    static let volumeBound = Self("VOLUME_BOUND")
}

/// What may be wrong with a material's bytes, in the court's words.
package enum MaterialFault {
    package static let absent = DomainError(.notFound, "不存在")
    package static let type = DomainError(.attachmentType, "附件类型错误：只收PDF、JPEG、PNG、TIFF、OFD、DOCX和纯文本，以内容为准")
    package static let size = DomainError(.attachmentSize, "附件大小错误：应为1字节至32MiB，并与申报一致")
    package static let hash = DomainError(.attachmentHash, "附件校验值错误：与申报的SHA-256不符")
    package static let infected = DomainError(.materialInfected, "附件含恶意代码，未保存")
    package static let scanFailed = DomainError(.materialScanFailed, "附件无法检查恶意代码，未保存；请稍后再试或联系管理员")
    package static let damaged = DomainError(.materialDamaged, "材料已损坏，不能下载；请联系管理员")
    package static let incomplete = DomainError(.attachmentSize, "附件未传完，未保存")
}
