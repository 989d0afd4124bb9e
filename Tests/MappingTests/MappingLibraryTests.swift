import CustomerModel
import Testing
import TestSupport
import Texts

@testable import Mapping

@Suite struct MappingLibraryTests {
  private func mapping(_ name: String, _ headers: String...) throws -> MappingFile {
    let fields = ["number", "name", "email", "phone"]
    let columns = zip(fields, headers).map {
      "{\"field\": \"\($0)\", \"headers\": [\"\($1)\"], \"required\": \($0 == "number")}"
    }
    return try Probe.file("{\"name\": \"\(name)\", \"columns\": [\(columns.joined(separator: ","))]}")
  }

  private func describe(_ choice: MappingLibrary.Choice) -> String {
    switch choice {
    case .mapping(let file, _): "mapping \(file.name)"
    case .nearest(let file, let match):
      "nearest \(file.name) without \(match.missing.map(\.field.description).joined(separator: ", "))"
    case .nothing: "nothing"
    }
  }

  @Test(arguments: [
    (["Kundnr", "Namn", "E-post"], "mapping sv"), (["No", "Name"], "mapping en"),
    (["Namn", "E-post", "No"], "nearest sv without number"),
    (["X", "Y"], "nothing"), ([], "nothing"),
  ])
  func mappingWithMostHeadingsIsBest(_ header: [String], _ choice: String) throws {
    let library = MappingLibrary([
      try mapping("en", "No", "Name", "Mail"), try mapping("sv", "Kundnr", "Namn", "E-post"),
    ])
    #expect(describe(library.best(for: header)) == choice)
  }

  @Test func ofTwoThatFitAlikeTheOneMadeForTheFileIsBest() throws {
    let narrow = try mapping("narrow", "Kundnr", "Namn")
    let wide = try Probe.file(
      #"{"name": "wide", "columns": [{"field": "number", "headers": ["Kundnr", "Nr"]}, {"field": "name", "headers": ["Namn"]}, {"field": "email", "headers": ["E-post"]}, {"field": "phone", "headers": ["Tel"]}, {"field": "mobile", "headers": ["Mob"]}]}"#
    )
    #expect(describe(MappingLibrary([wide, narrow]).best(for: ["Kundnr", "Namn"])) == "mapping narrow")
    let far = try mapping("far", "Kundnr", "B", "C", "D")
    #expect(describe(MappingLibrary([far, wide]).best(for: ["Kundnr"])) == "mapping wide")
  }

  @Test func foldersAreReadInOrderAndEarlierNamesHideLaterOnes() throws {
    let first = try TemporaryFolder()
    let second = try TemporaryFolder()
    let body = #""columns": [{"field": "name", "headers": ["A"]}]}"#
    try first.write("{\"name\": \"mine\", \"description\": \"first\", \(body)", to: "b.json")
    try first.write("{\(body)", to: "a.json")
    try first.write("{\"properties\": {}}", to: "mapping.schema.json")
    try first.write("no mapping", to: "notes.txt")
    try second.write(
      "{\"name\": \"mine\", \"description\": \"second\", \"swedishDescription\": \"den andra\", \(body)", to: "c.json")
    try second.write("{\"name\": \"other\", \(body)", to: "d.json")
    let library = try MappingLibrary(folders: [first.path, "/nowhere", second.path])
    #expect(library.all.map(\.name) == ["a", "mine", "other"])
    #expect(try library.named("mine").description == Text(verbatim: "first"))
    #expect(try library.named(second.file("c.json")).description == Text(en: "second", sv: "den andra"))
  }

  @Test func wrongFileInAFolderIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("{", to: "broken.json")
    let error = try #require(throws: KundregError.self) { try MappingLibrary(folders: [folder.path]) }
    #expect(error.code == "mapping.syntax")
    #expect(error.message.hasPrefix("\(folder.file("broken.json")):1:2: "))
  }

  @Test(arguments: [
    ("registersv", MappingTexts.unknown("registersv", meant: "register-sv")),
    ("xyz", MappingTexts.unknown("xyz", among: ["register-sv"])),
  ])
  func unknownNameIsRefusedWithTheNamesThereAre(_ name: String, _ text: Text) throws {
    let error = try #require(throws: KundregError.self) {
      try MappingLibrary([try mapping("register-sv", "A")]).named(name)
    }
    #expect(error.status == .configuration)
    #expect(error.code == "mapping.unknown")
    #expect(error.text == text)
  }
}
