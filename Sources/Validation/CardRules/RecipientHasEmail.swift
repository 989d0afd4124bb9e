import CustomerModel
import Texts

/// A contact person who is to receive service protocols or work orders has an e-mail address to receive them at.
struct RecipientHasEmail: CardRule {
  static let infos = [missing]
  static let fields: [Field] = [.contactEmail, .contactSendServiceProtocol, .contactSendWorkOrder]

  private static let missing = RuleInfo(
    "contact.emailMissing", .reject, "A contact person who is to receive documents has an e-mail address."
  ) {
    $0.isEmptyCell
      ? Text(
        en:
          "\($0.column.english) holds no address, but the contact person is to receive service protocols or work orders. "
          + "Write the address, or take the mark away.",
        sv:
          "\($0.column.swedish) innehåller ingen adress, men kontaktpersonen ska få serviceprotokoll eller arbetsorder. Skriv "
          + "adressen, eller ta bort markeringen.")
      : Text(
        en:
          "The contact person has no e-mail address, but the contact person is to receive service protocols or "
          + "work orders. Write the address, or take the mark away.",
        sv:
          "Kontaktpersonen saknar e-postadress, men ska få serviceprotokoll eller arbetsorder. Skriv adressen, "
          + "eller ta bort markeringen.")
  }

  init?(settings: RegisterSettings) {}

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    for position in 0..<table.contactCount {
      let email = table.contact(.contactEmail, position: position)
      let protocols = table.contact(.contactSendServiceProtocol, position: position)
      let orders = table.contact(.contactSendWorkOrder, position: position)
      guard protocols.exists || orders.exists else { continue }
      for row in 0..<table.rowCount where (protocols.isYes(row) || orders.isYes(row)) && !email.isPresent(row) {
        findings.report(row, Self.missing, at: email)
      }
    }
  }
}
