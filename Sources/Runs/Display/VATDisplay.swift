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
  /// True when VAT is shown and each article row has its own percentage, where the article has one.
  package let isPerArticleRow: Bool

  package init(_ card: CustomerCard, _ settings: RegisterSettings) {
    let (isShown, reason, percent) = Self.derived(card)
    self.isShown = isShown
    self.percent = percent
    isPerArticleRow = isShown && settings.isOn(.vatPerArticleRow)
    self.reason = reason + (isPerArticleRow ? "; articles with a VAT percent of their own have that one" : "")
  }

  private static func derived(_ card: CustomerCard) -> (isShown: Bool, reason: String, percent: String?) {
    switch card[.vatType] {
    case "normal": return (true, "the VAT type is normal, which always shows it", nil)
    case "none": return (false, "the VAT type is none, so there is no VAT to show", nil)
    case "custom":
      let percent = card[.vatPercent]
      return (true, "the VAT type is custom: \(percent ?? "0") %", percent)
    default:
      if card[.type] == "private" {
        return (true, "the customer is private", nil)
      } else if card[.identityNumber] == nil {
        return (true, "the company has no organisation number", nil)
      } else {
        return (false, "the customer is a company with an organisation number", nil)
      }
    }
  }
}
