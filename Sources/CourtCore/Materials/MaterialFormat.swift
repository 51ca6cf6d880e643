/// What a material may be, as its content says.
package enum MaterialFormat: Hashable, Sendable {
    case pdf, jpeg, png, tiff, ofd, docx
    /// Plain text in UTF-8 or GB18030.
    case text(isUTF8: Bool)

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .tiff: "image/tiff"
        case .ofd: "application/ofd"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .text(let isUTF8): isUTF8 ? "text/plain; charset=utf-8" : "text/plain; charset=gb18030"
        }
    }

    /// The ending of a downloaded file's name.
    package static func fileExtension(of mediaType: String) -> String {
        let all: [(MaterialFormat, String)] = [
            (.pdf, "pdf"), (.jpeg, "jpg"), (.png, "png"), (.tiff, "tif"), (.ofd, "ofd"), (.docx, "docx"),
            (.text(isUTF8: true), "txt"), (.text(isUTF8: false), "txt"),
        ]
        return all.first { $0.0.mediaType == mediaType }?.1 ?? "bin"
    }
}
