import GraphQLLanguage
import PluginKit

/// The demonstration's letters: a transferred batch of 60 items.
package enum LettersDemo {
    static let steps = [
        DemoStep(
            "the transferred batch of 60 letters",
            example:
                #"{ batchReconciliation(batchNo: "晋高法信转〔2018〕3号") { declared items cases duplicates missing } }"#
        ) { court in
            let batch = try BatchDescription(yaml: text("transfer-batch.yaml"), file: "transfer-batch.yaml")
            try await court.run(
                "importTransferBatch",
                .object(batch.input(court: nil) + [.init("csv", .string(text("transfer-batch.csv")))]),
                selecting: "problems { line code message }",
                as: .role(.clerk)
            )
        }
    ]

    /// A file of the demonstration by name; tests import variants of it.
    package static func text(_ file: String) -> String { Embedded.files["Demo/\(file)"] ?? "" }
}
