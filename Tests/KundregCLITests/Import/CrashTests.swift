import Foundation
import Glibc
import TestSupport
import Testing

/// A run that is killed leaves the register as before it or as after it.
@Suite(.serialized) struct CrashTests {
  /// Customers as an export of them would be; the second night changes every tenth.
  private static func list(night: Int) -> String {
    var text = "Kundnummer;Namn;Telefon\n"
    for row in 1...20_000 { text += "\(row);Kund \(row);08-465 00\(row % 10 == 0 ? night : 0) \(row % 90 + 10)\n" }
    return text
  }

  /// The register's customers and their history, as SQLite reads them.
  private static func state(_ place: Workplace) throws -> [String] {
    let customers = "SELECT number || '|' || name || '|' || phone || '|' || updated_run FROM customer ORDER BY id"
    let changes =
      "SELECT 'changes|' || count(*) FROM change UNION ALL SELECT 'run|' || id || created || updated FROM run"
    return try place.query(customers) + place.query(changes)
  }

  @Test(arguments: [1, 2])
  func killedImportLeavesTheRegisterAsBeforeOrAsAfter(first: Int) throws {
    // Night 1 loads an empty register, which takes another way than night 2, which changes a full one.
    let base = try Workplace()
    try base.write(Self.list(night: 1), to: "1.csv")
    try base.write(Self.list(night: 2), to: "2.csv")
    if first == 2 { try base.expect(0, "import", "1.csv") }
    let before = try Self.state(base)
    try base.succeed("backup", "utgångsläge.db")

    let start = Date()
    try base.expect(0, "import", "\(first).csv")
    let whole = Date().timeIntervalSince(start)
    let after = try Self.state(base)
    #expect(before != after)

    var generator = SeededGenerator(UInt64(first))
    var outcomes: Set<Bool> = []
    for _ in 0..<6 {
      let place = try Workplace(hasRegister: false)
      try FileManager.default.copyItem(atPath: base.file("utgångsläge.db"), toPath: place.file("kundreg.db"))
      try FileManager.default.copyItem(atPath: base.file("\(first).csv"), toPath: place.file("in.csv"))
      let child = try Program.start(["import", "in.csv"], in: place.path)
      usleep(UInt32(Double.random(in: 0...whole * 1.2, using: &generator) * 1_000_000))
      kill(child.identifier, SIGKILL)
      _ = try child.finish()

      #expect(try place.query("PRAGMA integrity_check") == ["ok"])
      let state = try Self.state(place)
      #expect(state == before || state == after)
      outcomes.insert(state == after)
      let next = try place.expect(0, "import", "in.csv").json()
      #expect(next["rows"] == .number(20_000), "the next import works, and nothing holds the register")
      #expect(next["unchanged"] == .number(state == after ? 20_000 : first == 1 ? 0 : 18_000))
    }
    #expect(outcomes.contains(false), "none was killed before its end")
  }
}
