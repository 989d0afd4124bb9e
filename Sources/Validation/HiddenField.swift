package import CustomerModel
import Rows

/// A field that the file fills and the register's settings hide. Told once for a column, since every row is alike.
enum HiddenField {
  static let hidden = RuleInfo(
    notice: "field.hidden", "A column fills a field that a setting of the register hides."
  ) { place in
    let setting = place.path?.field.shownBy?.rawValue ?? ""
    return "\(place.column) is stored, but the card hides it until the setting “\(setting)” is on. "
      + "Switch it on with: kundreg settings set \(setting) on"
  }

  static let infos = [hidden]
}

extension Validator {
  /// What is to be said of columns as a whole, once for a file.
  package func columnNotices() -> [Problem] {
    let severity = severities.severity(of: HiddenField.hidden)
    guard severity != .off else { return [] }
    return columns.compactMap { column in
      guard let setting = column.path.field.shownBy, !context.settings.isOn(setting) else { return nil }
      let place = RulePlace(header: column.header, path: column.path, settings: context.settings)
      return Problem(
        code: HiddenField.hidden.code, severity: severity, path: column.path, column: column.sources.first,
        message: HiddenField.hidden.message(place))
    }
  }
}
