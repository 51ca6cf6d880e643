/// The mutations that make letters; those that change one are the acts of `LetterLife`.
struct LetterCommands: Mutations {}
