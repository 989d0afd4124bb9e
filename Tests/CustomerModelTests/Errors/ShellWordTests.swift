import CustomerModel
import Foundation
import Testing

@Suite struct ShellWordTests {
  @Test(arguments: ["kunder.csv", "/srv/data/a-b_c.xlsx", "Åkes/örsund.csv", "12", "tags=VIP", "contactPersons~x"])
  func aWordThatNoShellReadsAnythingIntoIsPlainOrStillItself(word: String) throws {
    #expect(try said(ShellWord.quoted(word)) == word)
  }

  @Test(arguments: [
    "Mina kunder.csv", "a'b.csv", "it's \"$HOME\" `ls`.csv", "a;b&c|d.csv", "*.csv", "~/x", "", "!x", "#x", "(1).csv",
    "a\\b", "tab\there",
  ])
  func anyOtherIsQuotedSoThatTheShellSeesItAsItIs(word: String) throws {
    #expect(ShellWord.quoted(word) != word)
    #expect(try said(ShellWord.quoted(word)) == word)
  }

  @Test func ordinaryPathsStayReadable() {
    #expect(ShellWord.quoted("/srv/data/kunder.csv.rejects.csv") == "/srv/data/kunder.csv.rejects.csv")
    #expect(ShellWord.quoted("Mina kunder.csv") == "'Mina kunder.csv'")
  }

  /// What a shell makes of a quoted word.
  private func said(_ quoted: String) throws -> String {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "printf %s \(quoted)"]
    shell.currentDirectoryURL = URL(fileURLWithPath: "/")
    let pipe = Pipe()
    shell.standardOutput = pipe
    try shell.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
