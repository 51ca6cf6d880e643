import Foundation
import NIOCore
import NIOPosix
import PluginTools

/// Whether the server's port can be listened on.
enum PortCheck {
    static func requireFree(_ port: Int) async throws {
        guard (0...65_535).contains(port) else { throw CommandFailure("--port is 0 to 65535, not \(port).") }
        do {
            let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: "127.0.0.1", port: port).get()
            try await channel.close().get()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CommandFailure(
                "Port \(port) is taken by another program; choose another with --port (make run PORT=…)."
            )
        } catch let error as IOError where error.errnoCode == EACCES {
            throw CommandFailure("Port \(port) may not be listened on by this user; choose one above 1023 with --port.")
        }
    }
}
