import CustomerModel
import RegisterStore
import Runs
import Testing
import Texts

@testable import Validation

/// Files of which no column, or not the only one, was taken for the names.
@Suite struct NameColumnTests {
  private func office() throws -> Office {
    var office = try Office()
    office.library = try Office.shippedMappings()
    return office
  }

  @Test("a file without a column of names says so once, with its headings and the likeliest")
  func noColumn() throws {
    let office = try office()
    // With no customer in the register such a file is refused as a whole.
    try office.importing(text: "Kundnr;Namn\n1;Ek Bygg AB\n")
    let outcome = try office.importing(
      text: "Kundnr;Saldo;Qqq;Ort\n1001;12;Norra Kyl AB;Storstad\n1002;13;;Lillköping\n1003;14;;Umeå\n")
    #expect(outcome.counts.rejected == 3)
    let notices = outcome.report.columnNotices.filter { $0.code == "name.noColumn" }
    #expect(notices.count == 1)
    let found = NameColumnNotice.found(["Kundnr", "Saldo", "Qqq", "Ort"], likeliest: "Qqq")
    #expect(notices.first?.message.contains(found.english) == true, "\(notices)")
    let messages = outcome.report.problems.entries.flatMap(\.examples).map(\.message)
    #expect(messages.allSatisfy { $0.contains("No column was taken") && !$0.contains("empty") })
  }

  @Test("the only column of names is taken under a heading that nobody knows, and the report says so")
  func unknownHeading() throws {
    let office = try office()
    let outcome = try office.importing(
      text: "Kundnr;Saldo;Qqq;Ort\n1001;12;Norra Kyl AB;Storstad\n1002;13;Södra Värme AB;Lillköping\n")
    #expect(outcome.counts.created == 2)
    #expect(try office.card("1002")?[.customerName] == "Södra Värme AB")
    #expect(outcome.report.notes.contains { $0.english.contains("“Qqq” is Name") })
  }

  @Test("a file that only changes customers needs no names")
  func changes() throws {
    let office = try office()
    try office.importing(text: "Kundnr;Namn\n1001;Norra Kyl AB\n")
    let outcome = try office.importing(text: "Kundnr;Kund;Ort\n1001;Norra Kyl;Storstad\n")
    #expect(outcome.counts.updated == 1)
    #expect(outcome.report.columnNotices.isEmpty)
  }

  @Test("where some rows have a company and some a person, the columns that were not read are named")
  func companyOrPerson() throws {
    let office = try office()
    let outcome = try office.importing(
      text: "Kundnr;Företag;Förnamn;Efternamn\n1001;Norra Kyl AB;Eva;Ek\n1002;;Bo;Berg\n")
    if outcome.counts.rejected > 0 {
      let notice = outcome.report.columnNotices.first { $0.code == "name.otherColumns" }
      #expect(notice?.message.contains("“Förnamn”, “Efternamn”") == true)
    } else {
      #expect(try office.card("1002")?[.customerName] == "Bo Berg")
    }
  }
}
