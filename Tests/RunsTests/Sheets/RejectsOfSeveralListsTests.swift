import CustomerModel
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing

/// Rejected rows of several lists in one file go each to a file of their own.
@Suite struct RejectsOfSeveralListsTests {
  private let office: Office
  init() throws {
    office = try Office()
    // One row that every list rejects: the customers' lacks a name, and 9 is no customer.
    try office.folder.write("Nr;Namn;Kundnummer;Anläggningsnummer;Artikelnr\n7;;9;A1;B1\n", to: "k.csv")
  }

  private func with(_ lists: RecordTarget..., of name: String = "k.csv") -> [ImportOptions.RecordInput] {
    lists.map { .init($0, path: office.folder.file(name)) }
  }

  private func reason(_ name: String) throws -> String {
    let lines = try office.read(name).split(separator: "\r\n")
    #expect(lines.count == 2, "\(name)")
    return ["name.missing", "records.customerUnknown"].first { lines.last?.contains($0) == true } ?? "none"
  }

  @Test func listsOfTheInputItselfHaveTheirNames() throws {
    let outcome = try office.importing("k.csv") { $0.with = with(.records(.facilities), .records(.serviceArticles)) }
    #expect(outcome.rejects == office.folder.file("k.csv.rejects.csv"))
    let names = ["k.csv.facilities.rejects.csv", "k.csv.serviceArticles.rejects.csv"]
    #expect(outcome.report.with.map(\.rejects) == names.map(office.folder.file))
    #expect(try reason("k.csv.rejects.csv") == "name.missing")
    for name in names { #expect(try reason(name) == "records.customerUnknown") }
    #expect(try office.files == (["k.csv", "k.csv.rejects.csv"] + names).sorted())
  }

  @Test func listsOfAnotherFileHaveTheirNamesWhereThereAreSeveral() throws {
    try office.folder.write("Nr;Namn\n1;Ett\n", to: "in.csv")
    let one = try office.importing("in.csv") { $0.with = with(.records(.facilities)) }
    #expect(one.report.with.map(\.rejects) == [office.folder.file("k.csv.rejects.csv")])
    let two = try office.importing("in.csv") {
      $0.with = with(.records(.facilities)) + with(.records(.serviceArticles), of: "./k.csv")
    }
    #expect(
      two.report.with.map(\.rejects) == [
        office.folder.file("k.csv.facilities.rejects.csv"), office.folder.file("./k.csv.serviceArticles.rejects.csv"),
      ])
  }

  @Test func aNamedPlaceIsThatOfTheCustomersAlone() throws {
    let outcome = try office.importing("k.csv") {
      $0.with = with(.records(.facilities))
      $0.rejects = office.folder.file("r.csv")
    }
    #expect(outcome.report.with.map(\.rejects) == [office.folder.file("k.csv.rejects.csv")])
    #expect(try reason("r.csv") == "name.missing")
    #expect(try reason("k.csv.rejects.csv") == "records.customerUnknown")
  }

  @Test func placesThatWouldBeWrittenTwiceAreRefused() throws {
    let twice = try office.failure("k.csv") { $0.with = with(.records(.facilities), .records(.facilities)) }
    #expect(twice.code == "with.twice")
    let same = try office.failure("k.csv") {
      $0.with = with(.records(.facilities), .records(.serviceArticles))
      $0.rejects = office.folder.file("k.csv.facilities.rejects.csv")
    }
    #expect(same.code == "rejects.isRejects")
    #expect([twice.status, same.status] == [.usage, .usage])
    #expect(try office.files == ["k.csv"])
  }

  @Test func aFileOfRecordsIsNeverReplacedByRejects() throws {
    try office.folder.write("Kundnummer;Artikelnr\n9;B1\n", to: "b.csv")
    let error = try office.failure("k.csv") {
      $0.with = with(.records(.serviceArticles), of: "b.csv")
      $0.rejects = office.folder.file("b.csv")
    }
    #expect(error.code == "rejects.isInput")
    #expect(try office.read("b.csv") == "Kundnummer;Artikelnr\n9;B1\n")
  }
}
