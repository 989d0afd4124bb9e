package import CustomerModel
import Mapping

extension CustomerCard {
  /// What the card is headed by: the name, after the number where the setting says so.
  package func displayName(_ settings: RegisterSettings) -> String {
    numbered(self[.customerName] ?? "", settings)
  }

  /// What tables of customers call the customer: the names of its facilities where the setting says so and it has any,
  /// otherwise its own; after the number where the setting says so.
  package func listName(_ settings: RegisterSettings) -> String {
    guard settings.isOn(.facilityNameInLists) else { return displayName(settings) }
    let facilities = RecordList(.facilities, of: self)?.records.compactMap { $0["name"] } ?? []
    return facilities.isEmpty ? displayName(settings) : numbered(facilities.joined(separator: ", "), settings)
  }

  private func numbered(_ name: String, _ settings: RegisterSettings) -> String {
    guard settings.isOn(.numberInDisplayName), let number = self[.number] else { return name }
    return "\(number) \(name)"
  }
}
