import CustomerModel
import Differ
import RegisterStore
import TestSupport
import Testing

@testable import Runs

/// Tests that merge customer 1 into customer 2.
protocol MergingSuite {}

extension MergingSuite {
  /// Two customers, made by one run.
  func office(_ from: [String: String], _ into: [String: String]) throws -> Office {
    let office = try Office()
    try office.register.write { writer in
      try writer.begin(RunDescription(kind: .import, source: "test", user: "anna"))
      for (number, named) in [("1", from), ("2", into)] {
        var card = CardDiffer.blankCard(settings: RegisterSettings())
        card[.number] = number
        card[.customerName] = "Kund"
        for (name, value) in named { card[try #require(FieldPath(name))] = value }
        try writer.apply(creation(card))
      }
      try writer.endRun(RunRecord.Counts())
    }
    return office
  }

  func creation(_ card: CustomerCard) -> CustomerChange {
    CustomerChange(
      number: card[.number] ?? "", action: .create, fields: card.paths.map { FieldChange($0, old: nil, new: card[$0]) })
  }

  @discardableResult
  func merge(_ office: Office, dryRun: Bool = false) throws -> MergeOutcome {
    try MergeRun(isDryRun: dryRun, today: Office.today).perform("1", into: "2", on: office.register, as: office.actor)
  }

  func value(_ office: Office, _ number: String, _ name: String) throws -> String? {
    try office.card(number)?[try #require(FieldPath(name))]
  }
}
