/// What a JSON document may hold before it is refused, besides what the configuration limits: see ``ReadingOptions``.
enum JSONLimits {
  /// Containers within each other: deeper than any list of customers, and shallow enough for recursion.
  static let depth = 64
  /// Lists of records: each is looked for from the document's beginning.
  static let lists = 64
  /// Columns. Source: a worksheet has no more.
  static let columns = 16_384
  /// Places of a document that values can stand at, those without a value and those of objects among them.
  static let places = 4 * columns
  /// Bytes of all names, and of all headings.
  static let nameBytes = 8 << 20
}
