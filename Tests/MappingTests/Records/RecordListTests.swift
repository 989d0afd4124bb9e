import CustomerModel
import Mapping
import SwedishIdentity
import Testing

@Suite struct RecordListTests {
  @Test(
    "cells take the canonical form",
    arguments: [
      (
        "serviceArticles",
        #"[ {"price": "12,50", "number": "B-2", "isTime": true}, {"number": "A-1", "quantity": 1.50} ]"#,
        #"[{"number":"A-1","quantity":1.5},{"number":"B-2","price":12.5,"isTime":true}]"#
      ),
      (
        "serviceArticles", #"[{"number": 17, "isTime": false, "unit": " ", "description": null}]"#,
        #"[{"number":"17"}]"#
      ),
      ("serviceArticles", #"[{"Artikelnummer": "7", "Antal": "0"}]"#, #"[{"number":"7","quantity":0}]"#),
      ("serviceArticles", #"[{"number": "7", "colour": "red"}]"#, #"[{"number":"7","colour":"red"}]"#),
      ("serviceArticles", #"[{"number": "7", "price": "dyrt"}]"#, #"[{"number":"7","price":"dyrt"}]"#),
      (
        "facilities", #"[{"number": "1", "postalCode": "12345", "country": "Sverige"}]"#,
        #"[{"number":"1","postalCode":"123 45","country":"SE"}]"#
      ),
      (
        "references", #"[{"number": "9", "kind": "Offert", "date": "23/11 2026"}]"#,
        #"[{"kind":"quotation","number":"9","date":"2026-11-23"}]"#
      ),
      (
        "customerUsers", #"[{"login":"a","email":"a@b.se","rights":["reportErrors","view","view"]}]"#,
        #"[{"login":"a","email":"a@b.se","rights":["view","reportErrors"]}]"#
      ),
      (
        "customerUsers", #"[{"login":"a","email":"a@b.se","rights":"administrate; view"}]"#,
        #"[{"login":"a","email":"a@b.se","rights":["view","administrate"]}]"#
      ),
      (
        "documents", #"[{"name":"b","folder":"Z"},{"name":"c"},{"name":"a","folder":"Z"}]"#,
        #"[{"name":"c"},{"folder":"Z","name":"a"},{"folder":"Z","name":"b"}]"#
      ),
      ("serviceArticles", "[1]", "[1]"), ("serviceArticles", "A-1, B-2", "A-1, B-2"),
    ])
  func canonical(field: String, cell: String, expected: String) throws {
    #expect(try Probe.canonical(cell, field: field) == expected)
  }

  @Test func anEmptyListIsNoValue() throws { #expect(try Probe.canonical("[]", field: "facilities") == nil) }

  @Test func recordsArePutAndRemovedByKey() throws {
    var list = try #require(RecordList(.article, canonical: #"[{"number":"A","price":1},{"number":"C"}]"#))
    #expect(list.put(Record(.article, ["number": "B", "quantity": "1,0"], today: Probe.today)) == nil)
    #expect(list.put(Record(.article, ["number": "A", "price": "2"], today: Probe.today))?["price"] == "1")
    #expect(list.remove(["C"])?.label == "C")
    #expect(list.remove(["C"]) == nil)
    #expect(list.text == #"[{"number":"A","price":2},{"number":"B","quantity":1}]"#)
    #expect(list[key: ["B"]]?["quantity"] == "1")
    list.remove(["A"])
    list.remove(["B"])
    #expect(list.text == nil)
  }

  @Test func cardsGiveTheirLists() throws {
    var card = CustomerCard()
    card[.references] = #"[{"kind":"order","number":"12"}]"#
    #expect(RecordList(.references, of: card)?.records.map(\.label) == ["order 12"])
    #expect(RecordList(.facilities, of: card)?.records == [])
    #expect(RecordList(.number, of: card) == nil)
  }
}
