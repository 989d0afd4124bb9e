package import CustomerModel

/// Whether orders and prints for a customer show VAT, and why.
///
/// A company with an organisation number does not see VAT; everybody else does. The customer's own VAT type goes first:
/// `normal` always shows it, `none` has none to show, `custom` shows its own percentage.
package struct VATDisplay: Sendable, Equatable {
  package let isShown: Bool
  /// The customer's own percentage; nil when the article's holds.
  package let percent: String?
  package let reason: String

  package init(_ card: CustomerCard) {
    switch card[.vatType] {
    case "normal": self.init(true, "the VAT type is normal, which always shows it")
    case "none": self.init(false, "the VAT type is none, so there is no VAT to show")
    case "custom":
      let percent = card[.vatPercent]
      self.init(true, "the VAT type is custom: \(percent ?? "0") %", percent: percent)
    default:
      if card[.type] == "private" {
        self.init(true, "the customer is private")
      } else if card[.identityNumber] == nil {
        self.init(true, "the company has no organisation number")
      } else {
        self.init(false, "the customer is a company with an organisation number")
      }
    }
  }

  private init(_ isShown: Bool, _ reason: String, percent: String? = nil) {
    self.isShown = isShown
    self.reason = reason
    self.percent = percent
  }
}

extension CustomerCard {
  /// What a customer is called in headings and lists: the name, after the number where the setting says so.
  package func displayName(_ settings: RegisterSettings) -> String {
    let name = self[.customerName] ?? ""
    guard settings.isOn(.numberInDisplayName), let number = self[.number] else { return name }
    return "\(number) \(name)"
  }
}
