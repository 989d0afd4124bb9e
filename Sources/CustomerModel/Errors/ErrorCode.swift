/// A stable, machine-readable name of one way to fail, with the exit status it leads to.
///
/// Every room declares its own as constants of this type, in an `ErrorCode+….swift`, and lists them there; the reference page is
/// recorded from all lists.
package struct ErrorCode: Sendable, Hashable {
  /// Such as `xlsx.passwordProtected`. Scripts lean on it: it never changes.
  package let name: String
  package let status: KundregError.Status
  /// When it is met, in a sentence for the reference page.
  package let meaning: String

  package init(_ name: String, _ status: KundregError.Status, _ meaning: String) {
    self.name = name
    self.status = status
    self.meaning = meaning
  }
}
