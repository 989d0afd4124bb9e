import Foundation
import Glibc
import Testing

/// `kundreg user password`
@Suite struct UserPasswordTests {
  @Test func isReadFromStandardInputAndKeptAsAHash() throws {
    let place = try Workplace()
    try place.succeed("user", "add", "eva", "--grant", "view")
    try place.write("rätt häst batteri\nen rad till\n", to: "password.txt")
    try place.expect(0, "user", "password", "eva", input: place.file("password.txt"))
    #expect(try place.query("SELECT user || ' ' || rounds || ' ' || block_size FROM password") == ["eva 65536 8"])
    for name in ["kundreg.db", "kundreg.db-wal"] where place.exists(name) {
      #expect(try place.bytes(name).range(of: "häst batteri".data(using: .utf8) ?? .init()) == nil)
    }
    try place.expect(0, "user", "password", "eva", "--remove")
    #expect(try place.query("SELECT count(*) FROM password") == ["0"])
    try place.expect(1, "user", "password", "eva", "--remove")
  }

  /// In Latin-1 every letter beyond English would become the same sign.
  @Test func whatIsNoUTF8IsNotTaken() throws {
    let place = try Workplace()
    try place.succeed("user", "add", "eva", "--grant", "view")
    let latin = Data("rätt häst batteri\n".unicodeScalars.map { UInt8($0.value) })
    try latin.write(to: URL(fileURLWithPath: place.file("password.txt")))
    try place.expect(64, "user", "password", "eva", input: place.file("password.txt"))
    #expect(try place.query("SELECT count(*) FROM password") == ["0"])
  }

  /// What is typed shows again in the terminal that the program leaves.
  @Test(arguments: [SIGINT, SIGTERM]) func whoBreaksOffSeesWhatIsTyped(number: Int32) throws {
    let place = try Workplace()
    try place.succeed("user", "add", "eva", "--grant", "view")
    let terminal = try PseudoTerminal()
    let child = try Child(
      Program.path, ["user", "password", "eva"], in: place.path, input: terminal.path,
      environment: Program.environment())
    let end = Date().addingTimeInterval(60)
    while try terminal.showsInput() {
      try #require(Date() < end, "it never asked")
      usleep(20_000)
    }
    kill(child.identifier, number)
    #expect(try child.finish().status == -number)
    #expect(try terminal.showsInput())
    #expect(try place.query("SELECT count(*) FROM password") == ["0"])
  }

  @Test func isNoArgument() throws {
    let place = try Workplace()
    try place.succeed("user", "add", "eva", "--grant", "view")
    try place.expect(64, "user", "password", "eva", "rätt häst batteri")
  }

  @Test(arguments: ["", "\n", "kort\n"]) func unfitOnesChangeNothing(input: String) throws {
    let place = try Workplace()
    try place.succeed("user", "add", "eva", "--grant", "view")
    try place.write(input, to: "password.txt")
    try place.expect(64, "user", "password", "eva", input: place.file("password.txt"))
    #expect(try place.query("SELECT count(*) FROM password") == ["0"])
  }

  @Test func usersGiveThemselvesOneAndOthersNone() throws {
    let place = try Workplace()
    for name in ["eva", "bo"] { try place.succeed("user", "add", name, "--grant", "view") }
    try place.write("rätt häst batteri\n", to: "password.txt")
    try place.expect(0, "user", "password", "eva", "--as", "eva", input: place.file("password.txt"))
    try place.expect(77, "user", "password", "bo", "--as", "eva", input: place.file("password.txt"))
    try place.expect(1, "user", "password", "nobody", input: place.file("password.txt"))
  }
}
