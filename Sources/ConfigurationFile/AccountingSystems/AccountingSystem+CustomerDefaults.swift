import Documents
import Texts

/// What a value of `defaults` must be.
enum DefaultForm: Sendable, Equatable {
  case text
  /// So many capital letters.
  case letters(Int)
  /// One of a fixed set of words.
  case word([String])
  case number
  /// True or false.
  case flag

  /// What is expected, as the end of a sentence.
  var expectation: Text {
    switch self {
    case .text: ConfigurationTexts.filledText
    case .letters(let count): ConfigurationTexts.capitalLetters(count)
    case .word(let words): ConfigurationTexts.oneOf(words)
    case .number: JSONValueTexts.number
    case .flag: JSONValueTexts.boolean
    }
  }

  /// True for a text in the form; numbers and yes or no are texts as JSON writes them.
  func takes(_ text: String) -> Bool {
    switch self {
    case .text: !text.isEmpty
    case .letters(let count): text.utf8.count == count && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    case .word(let words): words.contains(text)
    case .number: text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
    case .flag: text == "true" || text == "false"
    }
  }
}

extension AccountingSystem.Kind {
  /// What `defaults` may name: fields of a new customer that a card may lack.
  ///
  /// For Visma, what it requires. Fortnox requires a name only: there it is what the company decides of its customers, but
  /// nothing that tells one customer from another. Source: Visma eAccounting API, CustomerApi, required properties; Fortnox
  /// API 3, Customers, writable properties.
  var defaults: [String: DefaultForm] {
    switch self {
    case .fortnox:
      [
        "CostCenter": .text, "CountryCode": .letters(2), "Currency": .letters(3), "InvoiceAdministrationFee": .number,
        "InvoiceDiscount": .number, "InvoiceFreight": .number, "InvoiceRemark": .text, "OurReference": .text,
        "PriceList": .text, "Project": .text, "SalesAccount": .text, "ShowPriceVATIncluded": .flag,
        "TermsOfDelivery": .text, "TermsOfPayment": .text,
        "VATType": .word(["SEVAT", "SEREVERSEDVAT", "EUREVERSEDVAT", "EUVAT", "EXPORT"]), "WayOfDelivery": .text,
      ]
    case .visma: ["TermsOfPayment": .text, "InvoiceCity": .text, "InvoicePostalCode": .text]
    }
  }

  /// Those of them that no card has, so that no customer can be created without: Visma's terms of payment.
  fileprivate var requiredDefaults: [String] {
    switch self {
    case .fortnox: []
    case .visma: ["TermsOfPayment"]
    }
  }

  /// Those that the system requires and a card may lack.
  fileprivate var helpfulDefaults: [String] {
    switch self {
    case .fortnox: []
    case .visma: ["InvoiceCity", "InvoicePostalCode"]
    }
  }
}

extension AccountingSystem {
  /// What the system requires of a new customer and the configuration does not give, so that its own card must have it.
  package var requiredOfCards: [String] { kind.helpfulDefaults.filter { defaults[$0]?.isEmpty ?? true } }

  /// The keys of `defaults` without which no customer can be created in the system, and that the configuration lacks, as they
  /// are called there: `erps.visma.defaults.TermsOfPayment`.
  package var missingDefaults: [String] {
    kind.requiredDefaults.filter { defaults[$0]?.isEmpty ?? true }.map { "erps.\(name).defaults.\($0)" }
  }
}
