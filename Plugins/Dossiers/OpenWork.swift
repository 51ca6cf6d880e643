import PluginKit
import Postgres

/// Dossiers and registrations that stand open with a handler: what is given to another where somebody leaves.
enum OpenDossiers {
    static let all = [dossiers, registrations]

    private static let dossiers = OpenWork(
        type: "Dossier",
        title: "信访档案",
        mutation: "changeDossierHandler",
        person: "handlerId",
        open: """
            SELECT d.id, d.handler_id AS staff_id, d.court_code, d.review_due_on AS due_on, d.version, d.sealed
            FROM dossiers.dossier d WHERE d.status IN ('DRAFT', 'ACTIVE')
            """
    )

    /// A letter's registration goes with its letter.
    private static let registrations = OpenWork(
        type: "Registration",
        title: "信访登记",
        mutation: "assignRegistration",
        person: "assigneeId",
        reason: nil,
        open: """
            SELECT g.id, g.assignee_id AS staff_id, g.court_code, g.notify_due_on AS due_on, g.version, g.sealed
            FROM dossiers.registration g
            WHERE g.assignee_id IS NOT NULL AND NOT g.of_letter
                AND g.state IN ('RECEIVED', 'SCREENED', 'ACCEPTED', 'GUIDED', 'FORWARDED', 'RETURNED', 'HANDLED', 'REOPENED')
            """
    )
}
