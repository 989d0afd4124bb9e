/// The fields of a query or of a form that was sent as `application/x-www-form-urlencoded`.
struct FormFields: Sendable, Equatable {
  private let fields: [(name: String, value: String)]

  static let none = FormFields([])

  private init(_ fields: [(name: String, value: String)]) { self.fields = fields }

  /// More fields than any form of ours has.
  private static let mostFields = 200

  /// Nil for what no browser sends: broken escapes, no UTF-8, hundreds of fields.
  init?(_ text: some StringProtocol) {
    var fields: [(name: String, value: String)] = []
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard fields.count < Self.mostFields, let name = PercentEncoding.decode(parts[0], plusIsBlank: true),
        let value = PercentEncoding.decode(parts.count > 1 ? parts[1] : "", plusIsBlank: true)
      else { return nil }
      fields.append((name, value))
    }
    self.fields = fields
  }

  /// The first field of that name.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  static func == (a: FormFields, b: FormFields) -> Bool {
    a.fields.map(\.name) == b.fields.map(\.name) && a.fields.map(\.value) == b.fields.map(\.value)
  }
}
