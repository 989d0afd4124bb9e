/// An attribute of an element. Foreign text gets only into those that browsers do nothing with; addresses are always ours.
struct HTMLAttribute {
  let name: StaticString
  /// Nil for one without a value.
  let value: String?

  private init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }

  /// One whose value stands in the program.
  static func own(_ name: StaticString, _ value: StaticString) -> HTMLAttribute { HTMLAttribute(name, "\(value)") }

  /// One without a value: `required`.
  static func flag(_ name: StaticString) -> HTMLAttribute { HTMLAttribute(name, nil) }

  static func style(_ name: StaticString) -> HTMLAttribute { HTMLAttribute("class", "\(name)") }

  static func id(_ id: String) -> HTMLAttribute { HTMLAttribute("id", id) }
  static func value(_ value: String) -> HTMLAttribute { HTMLAttribute("value", value) }
  static func label(_ text: String) -> HTMLAttribute { HTMLAttribute("aria-label", text) }
  static func language(_ language: String) -> HTMLAttribute { HTMLAttribute("lang", language) }
  static func labelled(by id: StaticString) -> HTMLAttribute { HTMLAttribute("aria-labelledby", "\(id)") }
  static func describedBy(_ id: StaticString) -> HTMLAttribute { HTMLAttribute("aria-describedby", "\(id)") }
  static func datetime(_ moment: String) -> HTMLAttribute { HTMLAttribute("datetime", moment) }

  // MARK: Addresses

  static func link(_ address: PageAddress) -> HTMLAttribute { HTMLAttribute("href", address.path) }
  static func action(_ address: PageAddress) -> HTMLAttribute { HTMLAttribute("action", address.path) }
  static func source(_ asset: Asset) -> HTMLAttribute { HTMLAttribute("src", PageAddress.asset(asset.name).path) }
  /// A place on the same page.
  static func jump(_ id: StaticString) -> HTMLAttribute { HTMLAttribute("href", "#\(id)") }
}
