import Texts

/// Who asks for a page, and in which language it is told.
struct Visitor: Sendable {
  /// Nil for who is not logged in.
  let session: Session?
  let language: Language
  /// What was asked for, to which a form of the page leads back; nil where it is no address of ours.
  let address: PageAddress?
}
