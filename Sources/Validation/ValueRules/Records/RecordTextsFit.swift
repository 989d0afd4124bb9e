import CustomerModel
import Documents
import Rows
import Texts

/// A text in a record is no longer than its member, and an e-mail address is one.
struct RecordTextsFit: ValueRule {
  static let infos = [tooLong, email]

  private static let tooLong = RuleInfo("records.tooLong", .warn, "A text in a record is no longer than its member.") {
    Text(
      en:
        "\($0.column.english): \($0.detail.english) is longer than what is meant for it, and may be cut off "
        + "where it is printed. Shorten it.",
      sv:
        "\($0.column.swedish): \($0.detail.swedish) är längre än vad som är tänkt och kan kapas vid utskrift. "
        + "Förkorta texten.")
  }
  private static let email = RuleInfo(
    "records.email", .warn, "An e-mail address in a record has a name, an @ and a domain."
  ) {
    $0.doubted(
      Text(
        en: "\($0.column.english): \($0.detail.english) is not one e-mail address.",
        sv: "\($0.column.swedish): \($0.detail.swedish) är inte en e-postadress."),
      Text(en: "Correct it, so that mail arrives.", sv: "Rätta den så att posten kommer fram."))
  }

  private let kind: RecordKind

  init?(column: RecordColumn, scope: RuleScope) {
    guard let kind = column.path.field.recordKind else { return nil }
    self.kind = kind
  }

  func check(_ sweep: inout ColumnSweep) {
    sweep.forEachList(of: kind) { sweep, row, records in
      for record in records {
        for member in kind.members {
          guard case .text(let text)? = record[member.name] else { continue }
          let place = record.label(of: member)
          switch member.kind {
          case .text(let maximum) where text.unicodeScalars.count > maximum:
            sweep.report(row, Self.tooLong, detail: place)
          case .email where !Array(text.utf8).withUnsafeBufferPointer(EmailShape.isAddress):
            sweep.report(row, Self.email, detail: place)
          default: break
          }
        }
      }
    }
  }
}
