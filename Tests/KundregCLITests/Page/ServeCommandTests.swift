import Foundation
import Glibc
import Testing

/// `kundreg serve`, as a program of its own, asked over the network.
@Suite struct ServeCommandTests {
  /// A page that is served until the value is released.
  private final class Served {
    let child: Child
    private(set) var link = ""
    private var hasEnded = false

    init(_ place: Workplace, _ arguments: String..., environment: [String: String] = [:]) throws {
      child = try Program.start(["serve"] + arguments, in: place.path, environment: environment)
      let end = Date().addingTimeInterval(60)
      while link.isEmpty {
        try #require(Date() < end, "no link: \(child.printed)")
        usleep(20_000)
        link = child.printed.firstMatch(of: /https?:\/\/\S+\n/).map { String($0.0.dropLast()) } ?? ""
      }
    }

    func end() throws -> Program.Outcome {
      hasEnded = true
      kill(child.identifier, SIGTERM)
      return try child.finish()
    }

    deinit { if !hasEnded { _ = try? end() } }
  }

  /// What curl prints: status, and then the body. It leads names below localhost here by itself, as browsers do.
  private func curl(_ place: Workplace, _ arguments: String...) throws -> (status: String, text: String) {
    let child = try Child(
      "/usr/bin/env", ["curl", "-sS", "--max-time", "30", "-w", "\n%{http_code}"] + arguments, in: place.path,
      environment: Program.environment(["no_proxy": "*"]))
    let outcome = try child.finish()
    let lines = outcome.stdout.split(separator: "\n", omittingEmptySubsequences: false)
    return (String(lines.last ?? ""), outcome.stdout + outcome.stderr)
  }

  @Test func servesThePageToWhoHasTheLink() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv")
    let served = try Served(place, "--port", "0")
    #expect(served.link.wholeMatch(of: /http:\/\/kundreg-[0-9a-f]{16}\.localhost:\d+\/link\/[A-Za-z0-9_-]{43}/) != nil)
    #expect(try curl(place, served.link).status == "200")
    let origin = String(served.link[..<(try #require(served.link.range(of: "/link/")).lowerBound)])
    #expect(try curl(place, "-X", "POST", served.link).status == "403")
    // curl sends a cookie that is `Secure` to names of this computer, but keeps none of `__Host-` from them.
    let login = try curl(place, "-i", "-X", "POST", "-H", "Origin: \(origin)", served.link)
    #expect(login.status == "303")
    let cookie = try #require(login.text.firstMatch(of: /__Host-kundreg=[A-Za-z0-9_-]+/)).0
    let page = try curl(place, "-H", "Cookie: \(cookie)", origin + "/customers")
    #expect(page.status == "200")
    #expect(page.text.contains("Åkes Åkeri AB"))
    let port = try #require(origin.split(separator: ":").last)
    for name in ["127.0.0.1", "localhost", "evil.localhost"] {
      #expect(try curl(place, "-H", "Cookie: \(cookie)", "http://\(name):\(port)/customers").status == "421")
    }
    let outcome = try served.end()
    #expect(outcome.status == 0)
    #expect(outcome.stderr.contains("login user="))
    #expect(!outcome.stderr.contains(cookie.dropFirst("__Host-kundreg=".count)))
    #expect(!outcome.stderr.contains(served.link.suffix(43)))
  }

  @Test func listensOnASocketForAProxy() throws {
    let place = try Workplace()
    let socket = place.file("page.sock")
    let served = try Served(place, "--socket", socket, "--origin", "https://kunder.example.se")
    #expect(served.link.hasPrefix("https://kunder.example.se/link/"))
    let path = served.link.dropFirst("https://kunder.example.se".count)
    let through = ["--unix-socket", socket, "-H", "Host: kunder.example.se"]
    #expect(try curl(place, through[0], through[1], through[2], through[3], "http://x" + path).status == "200")
    #expect(try curl(place, "--unix-socket", socket, "http://localhost" + path).status == "421")
    let mode = try FileManager.default.attributesOfItem(atPath: socket)[.posixPermissions] as? Int
    #expect(mode == 0o660)
  }

  /// The one that is there keeps its socket, and a socket that a program left behind is taken.
  @Test func aSocketInUseIsTold() throws {
    let place = try Workplace()
    let (socket, origin) = (place.file("page.sock"), "https://kunder.example.se")
    let served = try Served(place, "--socket", socket, "--origin", origin)
    let refused = try place.expect(1, "serve", "--socket", socket, "--origin", origin)
    #expect(refused.stderr.contains(socket))
    let path = served.link.dropFirst(origin.count)
    let through = ["--unix-socket", socket, "-H", "Host: kunder.example.se", "http://x" + path]
    #expect(try curl(place, through[0], through[1], through[2], through[3], through[4]).status == "200")
    kill(served.child.identifier, SIGKILL)
    _ = try served.end()
    #expect(FileManager.default.fileExists(atPath: socket))
    let next = try Served(place, "--socket", socket, "--origin", origin)
    #expect(next.link.hasPrefix(origin))
  }

  @Test func aPortInUseIsTold() throws {
    let place = try Workplace()
    let served = try Served(place, "--port", "0")
    let port = try #require(served.link.firstMatch(of: /:(\d+)\//)).1
    let refused = try place.expect(1, "serve", "--port", String(port))
    #expect(refused.stderr.contains("127.0.0.1:\(port)"))
  }

  /// Who reads no answers does not keep the page from ending.
  @Test func endsWhoeverIsConnected() throws {
    let place = try Workplace()
    let served = try Served(place, "--port", "0")
    let port = try #require(served.link.firstMatch(of: /:(\d+)\//).flatMap { Int($0.1) })
    let client = try DeafClient(port: port)
    #expect(try served.end().status == 0)
    withExtendedLifetime(client) {}
  }

  /// Browsers look for the page at `::1`, too, and would take the link there.
  @Test func nobodyElseHasThePortAtTheOtherAddress() throws {
    let other = try #require(try? LoopbackListener(port: 0), "this computer has no ::1")
    let place = try Workplace()
    let refused = try place.expect(1, "serve", "--port", String(other.port))
    #expect(refused.stderr.contains("[::1]:\(other.port)"))
    #expect(refused.stdout.isEmpty)
    other.end()
    let served = try Served(place, "--port", String(other.port))
    #expect(throws: (any Error).self) { try LoopbackListener(port: other.port) }
    _ = try served.end()
    #expect(try LoopbackListener(port: other.port).port == other.port)
  }

  @Test func aFileThatIsNoSocketStays() throws {
    let place = try Workplace()
    try place.write("mine", to: "notes.txt")
    try place.expect(1, "serve", "--socket", place.file("notes.txt"), "--origin", "https://k.example")
    #expect(try place.text("notes.txt") == "mine")
  }

  private static let refused: [([String], Int32)] = [
    (["--host", "0.0.0.0"], 64), (["--host", "127.0.0.5"], 64), (["--port", "70000"], 64),
    (["--origin", "http://kunder.example.se"], 64),
    (["--socket", "x.sock"], 64), (["--register", "finns-inte.db"], 1), (["--as", "nobody"], 77), (["--as", ""], 64),
  ]

  @Test(arguments: refused)
  func doorsThatWouldStandOpenAreRefused(arguments: [String], status: Int32) throws {
    let place = try Workplace()
    try place.succeed("user", "add", "eva", "--grant", "view")
    let outcome = try Program.run(["serve"] + arguments, in: place.path)
    #expect(outcome.status == status, "\(outcome.stderr)")
    #expect(outcome.stdout.isEmpty)
  }

  /// Whoever opens the register's file may do anything to it; whoever opens the page may not.
  @Test func theOperatingSystemsUserIsNoAdministratorOfThePage() throws {
    let place = try Workplace()
    try place.succeed("user", "add", "eva", "--grant", "view")
    try place.expect(0, "user", "list")
    try place.expect(77, "serve", "--port", "0")
    let served = try Served(place, "--port", "0", environment: ["KUNDREG_USER": "eva"])
    #expect(served.link.contains("/link/"))
  }

  @Test func theServingProgramIsNotStartedByHand() throws {
    let path = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path + "/kundreg-page"
    let child = try Child(path, [], in: "/", environment: Program.environment())
    let outcome = try child.finish()
    #expect(outcome.status == 64)
    #expect(outcome.stdout.isEmpty)
  }

  /// The server's libraries are part of that program only.
  @Test func noOtherCommandLoadsAServer() throws {
    let names = try ["kundreg", "kundreg-page"].map { name in
      let path = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path + "/" + name
      return try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("HummingbirdCore".utf8)) != nil
    }
    #expect(names == [false, true])
  }
}
