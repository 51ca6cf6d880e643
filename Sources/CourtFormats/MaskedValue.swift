/// A personal value that shows itself masked wherever it is printed, so that logs and dumps cannot carry the clear one.
public protocol MaskedValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What may be shown (see `Masking`).
    var masked: String { get }
}

extension MaskedValue {
    /// The masked value.
    public var description: String { masked }
    /// The masked value.
    public var debugDescription: String { masked }
    /// Shows the masked value only.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}
