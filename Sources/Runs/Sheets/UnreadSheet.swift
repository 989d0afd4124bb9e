import Documents
import Texts

/// A filled sheet that an import did not read, and why.
package struct UnreadSheet: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// The mapping knows none of its headings, or does not find these fields, which it requires.
    case doesNotFit(missing: [String])
    /// Its name says that others than customers stand in it, such as suppliers.
    case ofOthers
    /// It fits another mapping than the one that was taken.
    case fitsOther(mapping: String)
    /// It fits the mapping, but nobody sees it in the workbook.
    case hidden
    /// It fits the mapping, but another was asked for.
    case notAsked
  }

  package let name: String
  package let reason: Reason

  /// False for one that is known to fit: who leaves it out is asked before.
  var mayHoldCustomers: Bool {
    switch reason {
    case .doesNotFit, .ofOthers: true
    case .fitsOther, .hidden, .notAsked: false
    }
  }

  package init(name: String, reason: Reason) {
    self.name = name
    self.reason = reason
  }

  /// True when customers stand in it, as far as its headings tell.
  package var fits: Bool {
    switch reason {
    case .doesNotFit, .ofOthers: false
    case .fitsOther, .hidden, .notAsked: true
    }
  }

  /// True when it was left out although it is to be seen, fits a mapping, and nobody asked for another: the input is not
  /// imported as a whole.
  package var isLeft: Bool { if case .fitsOther = reason { true } else { false } }
}

extension UnreadSheet {
  /// What a program is told of it.
  func node(mapping: String, in language: Language) -> JSONNode {
    .object([
      .init(key: "sheet", value: .text(name)), .init(key: "fits", value: .boolean(fits)),
      .init(key: "hidden", value: .boolean(reason == .hidden)),
      .init(key: "message", value: .text(SheetTexts.unread(self, mapping: mapping)[language])),
    ])
  }
}
