import CustomerModel
import Differ
import Documents
import Foundation
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

/// What a merge makes of two cards.
@Suite struct CardUnionTests: MergingSuite {
  @Test(
    arguments: [
      ("email", "a@example.se", nil, "a@example.se"),
      ("email", "a@example.se", "b@example.se", "b@example.se"),
      ("name", "Anna", "Anna AB", "Anna AB"),
      ("tags", "A\u{1F}B\u{1F}", "B\u{1F}C\u{1F}", "A\u{1F}B\u{1F}C\u{1F}"),
      ("assigned", "bo\u{1F}", nil, "bo\u{1F}"),
      ("comments", "ett", "två", "två\nett"),
      ("comments", "ett", "ett och två", "ett och två"),
      ("alwaysSendAsInvoice", "1", "0", "0"),
      ("identityNumber", "556677-8899", nil, "556677-8899"),
    ] as [(String, String, String?, String)])
  func fieldIsKeptOrTaken(name: String, from: String, into: String?, united: String) throws {
    let office = try office([name: from], into.map { [name: $0] } ?? [:])
    try merge(office)
    #expect(try value(office, "2", name) == united)
    #expect(try value(office, "1", "active") == "0")
    #expect(try value(office, "1", name) == from)
  }

  @Test func addressIsTakenWholeOrNotAtAll() throws {
    let office = try office(
      [
        "invoiceAddress.line1": "Gatan 1", "invoiceAddress.line2": "port B", "visitingAddress.city": "Uppsala",
      ], ["invoiceAddress.line1": "Vägen 2"])
    let outcome = try merge(office)
    #expect(try value(office, "2", "invoiceAddress.line1") == "Vägen 2")
    #expect(try value(office, "2", "invoiceAddress.line2") == nil)
    #expect(try value(office, "2", "visitingAddress.city") == "Uppsala")
    #expect(
      outcome.notes.contains(
        CustomerMergeTexts.notTaken(
          Field.named("invoiceAddress.line2")!, since: CustomerMergeTexts.ownGroup("invoiceAddress"))))
  }

  @Test func numbersAndTypesThatAreNotTakenAreTold() throws {
    let taken = "of the merged customer was not taken:"
    let differs = "differs: the value of the customer that stays is kept."
    for (from, into, notes) in [
      (
        ["type": "private", "identityNumber": "19800101-1231"], ["type": "company"],
        ["identityNumber \(taken) its customer is of another type."]
      ),
      (
        ["type": "company", "identityNumber": "559999-0073", "vatNumber": "SE559999007301"],
        ["type": "company", "identityNumber": "559999-0081"],
        ["identityNumber \(differs)", "vatNumber \(taken) it belongs to another identity number."]
      ),
      (["vatNumber": "SE559999007301"], ["vatNumber": "SE559999008101"], ["vatNumber \(differs)"]),
      (["vatType": "none"], ["vatType": "custom", "vatPercent": "25"], ["vatType \(differs)"]),
      (
        ["vatType": "custom", "vatPercent": "12"], ["vatType": "custom", "vatPercent": "25"], ["vatPercent \(differs)"]
      ),
    ] as [([String: String], [String: String], [String])] {
      #expect(try merge(office(from, into), dryRun: true).notes.map(\.english) == notes)
    }
  }

  @Test func contactPersonsAreJoinedByEmailThenName() throws {
    let person = { (n: Int, name: String, email: String?, phone: String?) -> [String: String] in
      var values = ["contactPersons[\(n)].name": name]
      values["contactPersons[\(n)].email"] = email
      values["contactPersons[\(n)].phone"] = phone
      return values
    }
    let from = [
      person(0, "A. Berg", "anna@example.se", "08-1"), person(1, "BO EK", nil, "08-2"), person(2, "Cia", nil, nil),
    ]
    let into = [person(0, "Bo Ek", nil, nil), person(1, "Anna Berg", "ANNA@example.se", nil)]
    let office = try office(
      from.reduce(into: [:]) { $0.merge($1) { a, _ in a } }, into.reduce(into: [:]) { $0.merge($1) { a, _ in a } })
    try merge(office)
    let names = try (0..<4).map { try value(office, "2", "contactPersons[\($0)].name") }
    #expect(names == ["Bo Ek", "Anna Berg", "Cia", nil])
    #expect(try value(office, "2", "contactPersons[0].phone") == "08-2")
    #expect(try value(office, "2", "contactPersons[1].phone") == "08-1")
  }

  @Test func telephoneNumbersThatAreDialledTheSameDoNotDiffer() throws {
    let office = try office(
      [
        "phone": "+46 8 123 45 67", "mobile": "070-1", "contactPersons[0].name": "Bo Ek",
        "contactPersons[0].phone": "0046 70 123 45 67",
      ],
      [
        "phone": "08-123 45 67", "mobile": "070-2", "contactPersons[0].name": "Bo Ek",
        "contactPersons[0].phone": "070-1234567",
      ])
    let notes = try merge(office).notes
    #expect(notes == [CustomerMergeTexts.keptOwn(Field.named("mobile")!)])
    #expect(notes.first?.english.hasPrefix("mobile ") == true)
    #expect(notes.first?.swedish.hasPrefix("Mobiltelefon ") == true)
    #expect(try office.card("1")?.contactPersonCount == 0)
    #expect(try value(office, "2", "contactPersons[0].phone") == "070-1234567")
  }

  @Test func contactPersonsMoveAndOneThatDiffersStays() throws {
    let office = try office(
      [
        "contactPersons[0].name": "Anna Berg", "contactPersons[0].email": "anna@example.se",
        "contactPersons[1].name": "Bo Ek", "contactPersons[1].phone": "08-2",
        "contactPersons[2].name": "Cia", "contactPersons[2].mainContact": "1",
      ],
      [
        "contactPersons[0].name": "Bo Ek", "contactPersons[0].phone": "08-9",
        "contactPersons[1].name": "ANNA BERG", "contactPersons[1].mainContact": "1",
      ])
    let outcome = try merge(office)
    #expect(
      outcome.notes == [CustomerMergeTexts.personDiffers(1)])
    #expect(try office.card("1")?.contactPersonCount == 1)
    #expect(try value(office, "1", "contactPersons[0].name") == "Bo Ek")
    #expect(try value(office, "1", "contactPersons[0].phone") == "08-2")
    let persons = try (0..<4).map { try value(office, "2", "contactPersons[\($0)].name") }
    #expect(persons == ["Bo Ek", "ANNA BERG", "Cia", nil])
    #expect(try value(office, "2", "contactPersons[1].email") == "anna@example.se")
    #expect(try value(office, "2", "contactPersons[2].mainContact") == "0")
  }

  @Test func ofTwoMainContactsTheFirstGoesAlong() throws {
    let office = try office(
      [
        "contactPersons[0].name": "Bo", "contactPersons[0].mainContact": "1", "contactPersons[1].name": "Eva",
        "contactPersons[1].mainContact": "1",
      ], [:])
    try merge(office)
    #expect(try value(office, "2", "contactPersons[0].mainContact") == "1")
    #expect(try value(office, "2", "contactPersons[1].mainContact") == "0")
  }

  @Test func mainContactGoesAlongWhereTheOtherHasNone() throws {
    let bo = ["contactPersons[0].name": "Bo", "contactPersons[0].mainContact": "1"]
    let office = try office(bo, ["contactPersons[0].name": "Bo", "contactPersons[0].mainContact": "0"])
    try merge(office)
    #expect(try value(office, "2", "contactPersons[0].mainContact") == "1")
    #expect(try office.card("1")?.contactPersonCount == 0)
  }

  @Test func referencesMoveAndOnesThatDifferStay() throws {
    let mine = #"{"kind":"order","number":"1","title":"Mitt"}"#
    let its = #"{"kind":"order","number":"1","title":"Annat"}"#
    let moved = #"{"kind":"order","number":"2"}"#
    let office = try office(["references": "[\(its),\(moved)]"], ["references": "[\(mine)]"])
    let outcome = try merge(office)
    #expect(try value(office, "2", "references") == "[\(mine),\(moved)]")
    #expect(try value(office, "1", "references") == "[\(its)]")
    #expect(outcome.notes == [CustomerMergeTexts.recordDiffers(.reference, "order 1")])
  }
}
