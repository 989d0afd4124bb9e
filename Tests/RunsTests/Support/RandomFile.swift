import CustomerModel
import Differ
import Mapping
import Runs
import TestSupport
import Testing

/// Files as a careless colleague makes them: some rows new, some known, some wrong, columns that come and go.
enum RandomFile {
  private static let names = ["Åkes Bygg", "Bo & Co", "Çelik; \"AB\"", "1980", "Eva", "-", ""]

  private static let columns: [(heading: String, values: [String])] = [
    ("Typ", ["Företag", "Privat", ""]), ("Telefon", ["08-12 34 56", "inget", "", "070-123 45 67"]),
    ("E-post", ["a@example.se", "b@example.se", "trasig", ""]), ("Aktiv", ["Ja", "Nej", "", ""]),
    ("Taggar", ["A, B", "B", "C", ""]), ("Kst", ["100", "200", ""]),
    ("contactPersons[0].name", ["Anna", "Bo", ""]), ("contactPersons[0].email", ["anna@example.se", ""]),
    ("contactPersons[1].name", ["Bo", "Cilla", ""]), ("contactPersons[1].phone", ["08-1 11 11", "08-2 22 22", ""]),
    ("facilityRequired", ["Ja", "Nej", ""]), ("invoiceAddress.city", ["Malmö", "Umeå", ""]),
    ("customFields.Region", ["Norr", "Syd", ""]), ("customFields.Avtal", ["12", "Guld", ""]),
  ]

  /// Writes `random.csv`.
  static func write(to office: Office, rows: Int = 25, _ random: inout SeededGenerator) throws {
    let chosen = columns.filter { _ in random.chance(0.5) }
    let hasNumber = random.chance(0.9)
    let hasIdentity = random.chance(0.6)
    var text =
      ((hasNumber ? ["Nr"] : []) + ["Namn"] + (hasIdentity ? ["Orgnr"] : []) + chosen.map(\.heading))
      .joined(separator: ";") + "\n"
    for _ in 0..<rows {
      var cells: [String] = []
      if hasNumber {
        cells.append(
          random.chance(0.1) ? "" : random.pick(["", "0", "K"]) + String(Int.random(in: 1...30, using: &random)))
      }
      cells.append(random.pick(names))
      if hasIdentity {
        cells.append(
          random.chance(0.4)
            ? ""
            : random.chance(0.5)
              ? TestIdentity.organisation(Int.random(in: 1...20, using: &random))
              : TestIdentity.person(Int.random(in: 1...20, using: &random)))
      }
      cells += chosen.map { random.pick($0.values) }
      if random.chance(0.05) { cells.removeLast() }
      text +=
        cells.map { $0.contains(where: { ";\"".contains($0) }) ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0 }
        .joined(separator: ";") + "\n"
    }
    try office.folder.write(text, to: "random.csv")
  }

  /// Options that fit any such file.
  static func options(_ random: inout SeededGenerator) -> (inout ImportOptions) -> Void {
    let (byIdentity, clears, inactivates) = (random.chance(0.4), random.chance(0.3), random.chance(0.3))
    return { options in
      if byIdentity { options.match = [.number, .identity] }
      if clears { options.empty = .clear }
      options.inactivatesMissing = inactivates
      options.maximumInactivated = 1
    }
  }
}
