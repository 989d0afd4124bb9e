package import CustomerModel
import Rows
import Texts

/// A field that the file fills and the register's settings hide. Told once for a column, since every row is alike.
enum HiddenField {
  static let hidden = RuleInfo(
    notice: "field.hidden", "A column fills a field that a setting of the register hides."
  ) { sentence($0, setting: $0.path?.field.shownBy?.rawValue ?? "") }

  static let infos = [hidden]

  private static func sentence(_ place: RulePlace, setting: String) -> Text {
    Text(
      en: "\(place.column.english) is stored, but the card hides it until the setting “\(setting)” is on.",
      sv: "\(place.column.swedish) sparas, men syns på kundkortet först när inställningen ”\(setting)” är på.")
  }
}

extension Validator {
  /// What is to be said of columns as a whole, once for a file.
  package func columnNotices() -> [Problem] {
    let severity = severities.severity(of: HiddenField.hidden)
    guard severity != .off else { return [] }
    return columns.compactMap { column in
      guard let setting = column.path.field.shownBy, !context.settings.isOn(setting) else { return nil }
      let place = RulePlace(header: column.label, path: column.path, settings: context.settings)
      return Problem(
        code: HiddenField.hidden.code, severity: severity, path: column.path, column: column.sources.first,
        text: HiddenField.hidden.text(place))
    }
  }
}
