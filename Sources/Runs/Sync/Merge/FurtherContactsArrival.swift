import CustomerModel
import Differ
import RegisterStore

/// Brings in the persons whose names the system keeps beside its records.
struct FurtherContactsArrival {
  private let contacts: FurtherContacts
  private let run: PullRun

  init(_ contacts: FurtherContacts, _ run: PullRun) {
    self.contacts = contacts
    self.run = run
  }

  func merge() throws {
    let writer = run.writer
    for customer in try contacts.customers(in: writer) {
      guard var (link, card) = try contacts.subject(customer, in: writer),
        let key = try writer.key(ofCustomer: customer)
      else { continue }
      let decision = contacts.decide(link, card)
      guard !decision.arriving.isEmpty || decision.agreed != link.agreed else { continue }
      if !decision.arriving.isEmpty {
        let before = card
        card = FurtherContacts.card(card, adding: decision.arriving)
        try run.apply(
          CustomerChange(
            number: key.number, action: .update, revision: key.revision,
            fields: CardDiffer.changes(from: before, to: card)))
        run.session.outcome.pulled.updated += 1
        if link.syncedRevision == key.revision { link.syncedRevision += 1 }
      }
      link.agreed = decision.agreed
      try writer.save(link)
    }
  }
}
