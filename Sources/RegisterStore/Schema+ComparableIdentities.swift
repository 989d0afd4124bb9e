extension Schema {
  /// What ``ComparableIdentity`` makes of an identity number, in SQL.
  static let comparableIdentity =
    "replace(replace(replace(replace(upper(identity_number), ' ', ''), '-', ''), '.', ''), '/', '')"

  /// True for a number that may stand in several spellings: all but those with a hyphen before four digits at the end, as
  /// Swedish numbers have it, which are found by their own bytes.
  static let isSpelledFreely = "substr(identity_number, -5) NOT GLOB '-[0-9][0-9][0-9][0-9]'"

  /// The condition that a customer has an identity number.
  ///
  /// - Parameters:
  ///   - forms: what stands for the number as it came, and in forms that it may have in the register.
  ///   - comparable: what stands for its comparable form.
  static func hasIdentity(_ forms: [String], comparable: String) -> String {
    "(identity_number IN (\(forms.joined(separator: ", "))) OR \(isSpelledFreely) AND \(comparableIdentity) = \(comparable))"
  }

  /// Few customers have a number that is spelled freely: an index of them alone costs nearly nothing.
  static let comparableIdentities = """
    CREATE INDEX customer_comparable_identity ON customer (\(comparableIdentity)) WHERE \(isSpelledFreely)
    """
}
