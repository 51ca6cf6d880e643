import PluginKit

/// Letters that stand open with a handler: what is given to another where somebody leaves.
enum OpenLetters {
    static let work = OpenWork(
        type: "Letter",
        title: "来信",
        mutation: "reassignLetter",
        person: "assigneeId",
        open: """
            SELECT l.id, l.assignee_id AS staff_id, l.court_code, l.due_on, l.version, l.sealed
            FROM letters.letter l
            WHERE l.assignee_id IS NOT NULL
                AND l.state IN ('ASSIGNED', 'HANDLING', 'PAUSED', 'IN_REVIEW', 'APPROVED', 'REPLIED', 'REPORTED')
            """
    )
}
