package import CustomerModel
package import Texts

/// Whether orders and prints for a customer show VAT, and why.
///
/// A company with an organisation number does not see VAT; everybody else does. The customer's own VAT type goes first:
/// `normal` always shows it, `none` has none to show, `custom` shows its own percentage.
package struct VATDisplay: Sendable, Equatable {
  package let isShown: Bool
  /// The customer's own percentage; nil when the article's holds.
  package let percent: String?
  private let cause: Text
  /// True when VAT is shown and each article row has its own percentage, where the article has one.
  package let isPerArticleRow: Bool

  /// Why it is shown or not, behind a colon.
  package var reason: Text { isPerArticleRow ? VATTexts.perArticle(cause) : cause }

  package init(_ card: CustomerCard, _ settings: RegisterSettings) {
    let percent = card[.vatPercent]
    switch card[.vatType] {
    case "normal": (isShown, cause, self.percent) = (true, VATTexts.isNormal, nil)
    case "none": (isShown, cause, self.percent) = (false, VATTexts.isNone, nil)
    case "custom": (isShown, cause, self.percent) = (true, VATTexts.isCustom(percent: percent ?? "0"), percent)
    default:
      self.percent = nil
      if card[.type] == "private" {
        (isShown, cause) = (true, VATTexts.isPrivate)
      } else if card[.identityNumber] == nil {
        (isShown, cause) = (true, VATTexts.hasNoNumber)
      } else {
        (isShown, cause) = (false, VATTexts.isCompany)
      }
    }
    isPerArticleRow = isShown && settings.isOn(.vatPerArticleRow)
  }
}
