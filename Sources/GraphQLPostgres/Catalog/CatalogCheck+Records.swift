extension CatalogCheck {
    /// Records are found by their row, but who sees them the database must say: without the policy nobody does.
    mutating func checkRecords(of type: String, _ rows: RowsMapping) {
        guard !catalog.policies.contains("records_of_\(type)"), let relation = mapping.tables[type]?.relation else {
            return
        }
        report(
            "@history of \(rows.coordinate): no policy says who sees the records of \(type); a migration does: "
                + "SELECT core.show_records('\(type)', '\(relation)')",
            at: rows.provenance
        )
    }
}
