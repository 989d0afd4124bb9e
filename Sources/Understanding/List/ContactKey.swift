/// Which of the persons that a list has a column is about: `Kontaktperson 2`, `Målsman 1`.
struct ContactKey: Hashable, Sendable {
  let block: Meaning.Block
  let ordinal: Int
  /// The person's post, where the heading says it.
  var title: String?
}
