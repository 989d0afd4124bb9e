extension Schema {
  /// An index over the comparable forms of all numbers that may stand in several spellings. Its condition and its expression
  /// were computed for each new customer.
  static let comparableIdentities = """
    CREATE INDEX customer_comparable_identity ON customer (
      replace(replace(replace(replace(upper(identity_number), ' ', ''), '-', ''), '.', ''), '/', ''))
    WHERE substr(identity_number, -5) NOT GLOB '-[0-9][0-9][0-9][0-9]'
    """

  /// The same in a column that few customers fill, see ``ComparableIdentity/isSpelledFreely(_:)``: what it lacks costs
  /// nothing when an empty register is loaded. Whatever writes `identity_number` writes it.
  static let comparableIdentityColumn = """
    DROP INDEX customer_comparable_identity;
    ALTER TABLE customer ADD COLUMN comparable_identity TEXT;
    UPDATE customer SET comparable_identity =
        replace(replace(replace(replace(upper(identity_number), ' ', ''), '-', ''), '.', ''), '/', '')
      WHERE identity_number NOT GLOB '*-[0-9][0-9][0-9][0-9]';
    CREATE INDEX customer_comparable_identity ON customer (comparable_identity) WHERE comparable_identity IS NOT NULL
    """

  /// The condition that a customer has an identity number.
  ///
  /// - Parameters:
  ///   - forms: what stands for the number as it came, and in forms that it may have in the register.
  ///   - comparable: what stands for its comparable form.
  static func hasIdentity(_ forms: [String], comparable: String) -> String {
    "(identity_number IN (\(forms.joined(separator: ", "))) OR comparable_identity = \(comparable))"
  }
}
