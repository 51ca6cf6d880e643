import PluginKit

/// The life of a sampled line: it was drawn, and is looked up once.
enum SampleLife {
    static let workflow = Workflow<SampleItemRow>(
        made: [.init("drawSample", in: .drawn, by: [.evaluator, .inspector], event: "sample.drawn")],
        [
            .take(record, from: [.drawn], to: .entered, by: [.evaluator, .inspector], when: [found(.entered)]),
            .take(record, from: [.drawn], to: .missed, by: [.evaluator, .inspector], when: [found(.missed)]),
            .take(record, from: [.drawn], to: .notRequired, by: [.evaluator, .inspector], when: [found(.notRequired)]),
        ],
        payload: { SampleItemPayload(sampleItem: $0) }
    )

    private static let record = Act<SampleItemRow>("sample.found") { (input: RecordSampleFindingInput, change) in
        change.row.registrationID = input.registrationId.value?.value
        change.row.foundByID = try change.staff
        change.row.foundOn = change.today
        change.row.note = input.note.value
    }

    private static func found(_ state: SampleItemState) -> Guard<SampleItemRow> {
        Guard("finding", "须填写抽样结果", on: .branch, of: RecordSampleFindingInput.self) { input, _ in input.finding == state
        }
    }
}
