import CustomerModel
import Mapping
import Rows
import Testing

@Suite struct TypeDerivationTests {
  private static let person = "19800101-1231"
  private static let organisation = "556016-0680"

  /// The types of rows of number, name, identity number and what else the header has.
  private func types(
    _ header: [String], _ rows: [[String?]], options: String = #""typeFrom": "identityNumber", "#,
    empty: EmptyPolicy? = nil
  ) throws -> [String?] {
    let columns = header.map { "{\"field\": \"\($0)\", \"headers\": [\"\($0)\"]}" }.joined(separator: ", ")
    let mapping = try Probe.mapping(columns, header: header, options: options, empty: empty)
    let records = mapping.map(Probe.batch(rows))
    guard let column = records.column(of: .type) else { return [] }
    return (0..<records.count).map { records.text(column: column, row: $0) }
  }

  @Test("a personal number makes private, an organisation number a company, nothing leaves the default")
  func withoutColumn() throws {
    let rows: [[String?]] = [
      ["1", Self.person], ["2", Self.organisation], ["3", ""], ["4", "8001011231"], ["5", "800161-1238"], ["6", nil],
    ]
    #expect(
      try types(["number", "identityNumber"], rows) == ["private", "company", nil, "private", "private", nil])
    #expect(try types(["number", "identityNumber"], rows, options: "") == [])
    #expect(try types(["number", "name"], [["1", "A"]]) == [])
  }

  @Test("a number that is wrong decides nothing")
  func wrongNumber() throws {
    #expect(
      try types(["number", "identityNumber"], [["1", "19800101-1232"], ["2", "556016-0681"], ["3", "12345"]])
        == [nil, nil, nil])
  }

  @Test("a type that the row gives stays")
  func given() throws {
    let rows: [[String?]] = [
      ["1", "Företag", Self.person], ["2", "", Self.person], ["3", "okänd", Self.person], ["4", "", Self.organisation],
    ]
    let header = ["number", "type", "identityNumber"]
    #expect(try types(header, rows) == ["company", "private", "okänd", "company"])
    #expect(try types(header, rows, empty: .clear) == ["company", "private", "okänd", "company"])
  }

  @Test("of a customer abroad the number decides nothing")
  func abroad() throws {
    let header = ["number", "identityNumber", "invoiceAddress.country", "vatNumber"]
    let rows: [[String?]] = [
      ["1", Self.person, "Norge", nil], ["2", Self.person, "Sverige", nil], ["3", Self.person, "", ""],
      ["4", Self.organisation, "", "DK13585628"], ["5", Self.organisation, "SE", "SE556016068001"],
    ]
    #expect(try types(header, rows) == [nil, "private", "private", nil, "company"])
  }

  @Test("a right Swedish number decides beside a country that nobody knows, and beside that of a further address")
  func unreadCountry() throws {
    let header = ["number", "identityNumber", "invoiceAddress.country", "visitingAddress.country", "vatNumber"]
    let rows: [[String?]] = [
      ["1", Self.person, "Sverge", nil, nil], ["2", Self.organisation, "Sverge", "", ""],
      ["3", Self.person, "SE", "NO", nil], ["4", Self.person, "Sverge", "NO", nil],
      ["5", Self.organisation, "Tyksland", nil, "DE123456789"],
    ]
    #expect(try types(header, rows) == ["private", "company", "private", nil, nil])
  }

  @Test("only what was derived is told as derived")
  func derived() throws {
    let mapping = try Probe.mapping(
      #"{"field": "type", "headers": ["T"]}, {"field": "identityNumber", "headers": ["I"]}"#, header: ["T", "I"],
      options: #""typeFrom": "identityNumber", "#)
    let records = mapping.map(
      Probe.batch([["Privat", Self.person], ["", Self.person], ["", Self.organisation], ["", ""]]))
    #expect((0..<4).map { records.hasDerivedType(row: $0) } == [false, true, true, false])
    let plain = try Probe.mapping(#"{"field": "type", "headers": ["T"]}"#, header: ["T"]).map(Probe.batch([["Privat"]]))
    #expect(!plain.hasDerivedType(row: 0))
  }

  @Test("rows that were known without the option are looked at anew with it")
  func fingerprint() throws {
    let columns = #"{"field": "type", "headers": ["T"]}, {"field": "identityNumber", "headers": ["I"]}"#
    let with = try Probe.mapping(columns, header: ["T", "I"], options: #""typeFrom": "identityNumber", "#)
    let without = try Probe.mapping(columns, header: ["T", "I"])
    #expect(with.fingerprint != without.fingerprint)
  }
}
