/// What of a list is looked at to find its headings.
enum HeaderSample {
  /// How many rows, from the first.
  static let rows = 40
}
