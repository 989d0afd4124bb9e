/// Our own words for why a record is not taken, beside the numbers that the systems have for that. They never change.
enum RefusalCode {
  /// The customer lacks what the system requires.
  static let missing = "missing"
  /// Nobody may change what was to be changed.
  static let readOnly = "readOnly"
  /// A value is the word by which the system clears a field.
  static let blank = "blank"
  /// The system does not take what the configuration gives new customers.
  static let refusedDefault = "default"
  /// Terms of payment are missing or cannot be had.
  static let termsOfPayment = "termsOfPayment"
}
