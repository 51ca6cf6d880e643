/// An indicator (指标): a public formula with a version, and the SQL function that counts it.
///
/// The function answers numerator and denominator for each court of a period:
///
/// ```sql
/// CREATE FUNCTION letters.metric_on_time(courts text[], from_on date, to_on date)
///     RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
/// ```
///
/// It is asked for readable courts only, in the request's snapshot, as `docket_reader`. One that must count what its caller may
/// not read is SECURITY DEFINER; then it keeps to `core.readable_courts()` and to seals itself, and of other courts than the
/// caller's it counts only what no two periods tell apart (docs/decisions/0030). `inputs_hash` is one of what was counted, so
/// that a figure can be told from another of other rows; never of personal data.
public struct Metric: Sendable {
    /// What its value is.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        /// 比率: numerator by denominator, 0 to 1.
        case rate = "RATE"
        /// 件数: the numerator, of what the denominator counts.
        case count = "COUNT"
        /// 日: an average, numerator by denominator.
        case days = "DAYS"
        /// 元: an average, numerator by denominator.
        case yuan = "YUAN"
    }

    /// Which value is better.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// 越高越好.
        case higherIsBetter = "HIGHER_IS_BETTER"
        /// 越低越好.
        case lowerIsBetter = "LOWER_IS_BETTER"
        /// 仅供参考: says something of the work, nothing of its quality, and is never ranked.
        case contextOnly = "CONTEXT_ONLY"
    }

    /// `letters.on_time`: the plugin's name, then its own.
    public let key: String
    /// 名称: `按期答复率`.
    public let title: String
    /// 计算公式, in words.
    public let formula: String
    /// What its value is.
    public let unit: Unit
    /// Which value is better.
    public let direction: Direction
    /// Below it there are a numerator and a denominator, but no value.
    public let smallestDenominator: Int
    /// One more with every change of the formula.
    public let version: Int
    /// The SQL function with its schema: `letters.metric_on_time`.
    public let function: String
    /// Where it is declared, for diagnostics.
    public let file: String
    /// The declaration's line.
    public let line: Int

    /// Declares an indicator.
    public init(
        _ key: String,
        title: String,
        formula: String,
        unit: Unit = .rate,
        direction: Direction = .higherIsBetter,
        smallestDenominator: Int = 5,
        version: Int = 1,
        function: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.key = key
        self.title = title
        self.formula = formula
        self.unit = unit
        self.direction = direction
        self.smallestDenominator = smallestDenominator
        self.version = version
        self.function = function
        self.file = file
        self.line = line
    }
}

extension Metric {
    /// Types of the function's arguments: courts, first day, last day.
    package static let functionArguments = ["text[]", "date", "date"]
    /// Columns of the function's result.
    package static let functionColumns = [
        "court_code text", "numerator numeric", "denominator numeric", "inputs_hash bytea",
    ]
}
