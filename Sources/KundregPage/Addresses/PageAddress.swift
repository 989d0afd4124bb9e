import CustomerModel
import Runs

/// Every address that the page has: the one place where they are written and read.
enum PageAddress: Sendable, Hashable {
  /// What is going on.
  case start
  /// The link that makes a session once.
  case link(key: String)
  case customers(CustomerQuery)
  case customer(CustomerHandle)
  case runs
  case run(Int)
  /// Who is logged in with this name, and where.
  case sessions
  case endSession(id: String)
  case logOut
  /// Takes a name and a password.
  case logIn
  case chooseLanguage
  case asset(String)

  /// As links and forms have it.
  var path: String {
    switch self {
    case .start: "/"
    case .link(let key): "/link/" + Self.segment(key)
    case .customers(let query): "/customers" + query.text
    case .customer(.number(let number)): "/customers/" + Self.segment(number)
    case .customer(.id(let id)): "/customers/by-id/\(id)"
    case .runs: "/runs"
    case .run(let run): "/runs/\(run)"
    case .sessions: "/sessions"
    case .endSession(let id): "/sessions/\(Self.segment(id))/end"
    case .logOut: "/logout"
    case .logIn: "/login"
    case .chooseLanguage: "/language"
    case .asset(let name): "/assets/" + Self.segment(name)
    }
  }

  /// True for an address in which somebody typed a personal identity number: no page repeats it.
  var holdsIdentity: Bool {
    switch self {
    case .customers(let query): query.holdsIdentity
    case .customer(.number(let number)): IdentityMask.masked(number) != number
    default: false
    }
  }

  /// True for the addresses whose forms log somebody in; those of all others are of somebody who is.
  var opensSession: Bool {
    switch self {
    case .link, .logIn: true
    default: false
    }
  }

  /// - Parameter target: as it was requested. Nil for what is no address of ours.
  init?(_ target: String) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first, path.first == "/", let query = FormFields(parts.count > 1 ? parts[1] : "") else {
      return nil
    }
    guard path != "/" else {
      self = .start
      return
    }
    var segments: [String] = []
    for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let text = PercentEncoding.decode(segment), !text.isEmpty else { return nil }
      segments.append(text)
    }
    switch (segments.first, segments.count) {
    case ("link", 2): self = .link(key: Self.text(segments[1]))
    case ("customers", 1): self = .customers(CustomerQuery(query))
    case ("customers", 2): self = .customer(.number(Self.text(segments[1])))
    case ("customers", 3) where segments[1] == "by-id":
      guard let id = Int64(segments[2]), "\(id)" == segments[2] else { return nil }
      self = .customer(.id(id))
    case ("runs", 1): self = .runs
    case ("runs", 2):
      guard let run = Int(segments[1]), "\(run)" == segments[1] else { return nil }
      self = .run(run)
    case ("sessions", 1): self = .sessions
    case ("sessions", 3) where segments[2] == "end": self = .endSession(id: Self.text(segments[1]))
    case ("logout", 1): self = .logOut
    case ("login", 1): self = .logIn
    case ("language", 1): self = .chooseLanguage
    case ("assets", 2): self = .asset(Self.text(segments[1]))
    default: return nil
    }
  }

  // MARK: Parts

  /// A part of a path. Browsers take `.` and `..` for folders, escaped too: a tilde before them makes them names.
  private static func segment(_ text: String) -> String {
    let needsTilde = text == "." || text == ".." || text.utf8.first == UInt8(ascii: "~")
    return (needsTilde ? "~" : "") + PercentEncoding.encode(text)
  }

  private static func text(_ segment: String) -> String {
    // By bytes: a combining mark may follow it.
    segment.utf8.first == UInt8(ascii: "~") ? String(decoding: segment.utf8.dropFirst(), as: UTF8.self) : segment
  }
}
