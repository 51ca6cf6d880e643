/// What is to be known of the petitioners' mutations where the plugin is composed.
enum PetitionerCommands {
    /// Whose answers depend on who may see them now: run anew under a repeated key, and never kept.
    static let askedAnew: Set = ["revealPetitioner", "petitionerMatch", "downloadExport"]
}
