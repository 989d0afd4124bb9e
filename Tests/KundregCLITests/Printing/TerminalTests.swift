import Testing
import Texts

@testable import KundregCLI

/// Tables fit the terminal's width, and colours are there only where they are wanted.
@Suite struct TerminalTests {
  @Test(arguments: [
    ("Ek Bygg AB", 10), ("Åkes Träd", 9), ("A\u{30A}ke", 3), ("日本工務店", 10), ("ｶﾅ", 2), ("한글", 4), ("👷‍♀️ VVS", 6),
    ("e\u{301}\u{327}", 1), ("", 0), ("soft\u{AD}hyphen", 10),
  ])
  func wideLettersTakeTwoPlacesAndMarksNone(text: String, width: Int) {
    #expect(DisplayWidth.width(of: text) == width)
  }

  @Test(arguments: [
    ("Ek Bygg AB", 10, "Ek Bygg AB"), ("Ek Bygg AB", 9, "Ek Bygg …"), ("日本工務店", 9, "日本工務…"), ("日本工務店", 8, "日本工…"),
    ("a\u{30A}bc", 2, "a\u{30A}…"),
  ])
  func whatDoesNotFitEndsInAnEllipsis(text: String, limit: Int, shown: String) {
    #expect(DisplayWidth.shortened(text, to: limit) == shown)
  }

  private func table(_ name: String) -> TextTable {
    var table = TextTable(["number", "name", "city"], kinds: ["number": .customerNumber])
    table.append(["1001-of-a-long-series", name, "Lund"])
    return table
  }

  @Test func aTableThatFitsIsLeftAsItIs() {
    let table = table("Ek Bygg AB")
    #expect(
      table.text(in: .english, on: Terminal(width: 40, isColored: false)) == table.text(in: .english))
  }

  @Test func onlyTheWidestColumnIsShortenedAndNeverTheNumber() {
    let lines = table("Ekströms Bygg och Anläggning i Skåne Aktiebolag")
      .text(in: .english, on: Terminal(width: 50, isColored: false)).split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.width(of: String($0)) <= 50 })
    #expect(lines[2] == "1001-of-a-long-series  Ekströms Bygg och An…  Lund")
  }

  @Test func aTerminalThatIsTooNarrowKeepsEightPlacesOfEachColumn() {
    let lines = table("Ekströms Bygg och Anläggning").text(in: .english, on: Terminal(width: 20, isColored: false))
      .split(separator: "\n")
    #expect(lines[2] == "1001-of-a-long-series  Ekström…  Lund")
  }

  @Test func aWideNameKeepsTheColumnsBehindItInLine() {
    var table = TextTable(["name", "city"])
    table.append(["日本", "Lund"])
    table.append(["Ek", "Malmö"])
    #expect(
      table.text(in: .english) == """
        name  city
        ----  -----
        日本  Lund
        Ek    Malmö

        """)
  }

  @Test(
    arguments: [
      (Terminal.ColorChoice.auto, true, [:], true), (.auto, false, [:], false), (.auto, true, ["NO_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": ""], true), (.auto, true, ["TERM": "dumb"], false),
      (.always, false, ["NO_COLOR": "1"], true), (.never, true, [:], false),
    ] as [(Terminal.ColorChoice, Bool, [String: String], Bool)])
  func coloursAreThereWhereTheyAreWanted(
    choice: Terminal.ColorChoice, isTerminal: Bool, environment: [String: String], isColored: Bool
  ) {
    #expect(Terminal.isColored(choice, isTerminal: isTerminal, environment: environment) == isColored)
  }

  @Test func aPipeGetsNoColourUnlessItIsAskedFor() throws {
    let place = try Workplace()
    try place.write("Kundnr;Namn\n1001;Ek AB\n1002;\n", to: "lista.csv")
    let plain = try place.expect(2, "import", "lista.csv", "--dry-run", "--format", "table").stdout
    #expect(!plain.contains("\u{1B}"))
    let colored = try place.expect(2, "import", "lista.csv", "--dry-run", "--format", "table", "--color", "always")
      .stdout
    #expect(colored.contains("\u{1B}[1;31m"))
    #expect(
      colored.replacing(/\x{1B}\[[0-9;]*m/, with: "").split(separator: "\n").dropLast()
        == plain.split(separator: "\n").dropLast())
  }

  @Test func oldAndNewOfAChangeAreToldApartByColour() throws {
    let place = try Workplace()
    try place.succeed("customer", "add", "1001", "name=Ek AB", "phone=08-465 004 02")
    try place.write("Kundnr;Namn;Telefon\n1001;Ek AB;08-465 004 03\n", to: "lista.csv")
    let told = try place.expect(
      0, "import", "lista.csv", "--dry-run", "--format", "table", "--color", "always"
    ).stdout
    #expect(told.contains("\u{1B}[31m08-465 004 02\u{1B}[0m → \u{1B}[32m08-465 004 03\u{1B}[0m"))
  }

  @Test func aPersonsNumberIsMaskedInColourToo() throws {
    let place = try Workplace()
    try place.write("Kundnr;Namn;Personnr\n1001;Anna Ek;800101-2385\n", to: "lista.csv")
    let told = try place.run("import", "lista.csv", "--dry-run", "--format", "table", "--color", "always")
      .stdout
    #expect(!told.contains("2385"))
  }
}
