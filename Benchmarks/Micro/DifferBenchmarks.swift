import Benchmark
import CustomerModel
import Differ
import Rows

/// A customer's card and what the next row says of it.
func differBenchmarks() {
  Benchmark("Differ, nothing changed") { (_, meetings: [Meeting]) in
    for meeting in meetings { blackHole(CardDiffer.changes(from: meeting.card, to: meeting.incoming)) }
  } setup: {
    try Meeting.all()
  }

  Benchmark("Differ, one field changed") { (_, meetings: [Meeting]) in
    for meeting in meetings { blackHole(CardDiffer.changes(from: meeting.card, to: meeting.incoming)) }
  } setup: {
    try Meeting.all().map { meeting in
      var incoming = meeting.incoming
      incoming.values[FieldPath("mobile")!] = .value("070-174 06 04")
      return Meeting(card: meeting.card, incoming: incoming)
    }
  }
}

/// A card that stands in the register, and a row of the same customer.
private struct Meeting {
  let card: CustomerCard
  let incoming: IncomingCard

  /// One for every customer; the rows say what the cards have.
  static func all() throws -> [Meeting] {
    try MicroRegister().records().flatMap { batch in
      (0..<batch.count).map { row in
        let incoming = IncomingCard(row: row, of: batch)
        return Meeting(card: CardDiffer.newCard(incoming, settings: RegisterSettings()), incoming: incoming)
      }
    }
  }
}
