import CustomerModel

/// A value as a report may show it.
enum ValueMask {
  /// The longest value that a report shows.
  private static let maximumLength = 60

  /// Personal identity numbers without their last digits, and long values cut.
  static func shown(_ value: String, of field: Field?) -> String {
    let text = IdentityMask.masked(value, of: field)
    return text.count > maximumLength ? text.prefix(maximumLength) + "…" : text
  }
}
