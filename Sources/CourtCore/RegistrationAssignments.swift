package import PluginKit

/// Who handles what was registered: offered by plugins that assign registered matters, asked before a clear value is
/// revealed to a handler.
package protocol RegistrationAssignments: PluginService {
    /// Whether any of these registrations belongs to a matter assigned to this member of staff.
    func areAssigned(_ registrations: [Int64], to staff: Int64, in context: WriteContext) async throws -> Bool
}
