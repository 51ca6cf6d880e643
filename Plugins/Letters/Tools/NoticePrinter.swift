import Foundation
import PluginTools

/// Prints HTML to PDF by a headless browser of this machine.
struct NoticePrinter {
    let browser: URL

    /// Chromium or Chrome on PATH; nil where there is none.
    static func browser(path: String = ProcessInfo.processInfo.environment["PATH"] ?? "") -> URL? {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
        for folder in path.split(separator: ":") {
            for name in names {
                let file = URL(fileURLWithPath: String(folder)).appendingPathComponent(name)
                if FileManager.default.isExecutableFile(atPath: file.path) { return file }
            }
        }
        return nil
    }

    /// The page stands in a folder of its own while it is printed, which nobody else reads, and is removed with it.
    func print(_ html: String, to file: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("docket-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appendingPathComponent("notice.html")
        try Data(html.utf8).write(to: page)
        let process = Process()
        process.executableURL = browser
        process.arguments = [
            "--headless", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=\(folder.path)/profile",
            "--print-to-pdf=\(URL(fileURLWithPath: file).path)", page.absoluteString,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure("\(browser.path) printed no \(file) (status \(process.terminationStatus)).")
        }
    }
}
