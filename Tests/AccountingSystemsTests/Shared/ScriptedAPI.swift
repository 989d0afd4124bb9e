import AccountingSystems
import HTTP
import Synchronization
import Texts

/// Answers each request from a script and remembers what was sent. Several threads may send.
final class ScriptedAPI: APISending {
  static let base = "https://api.example.test/3"

  /// By `GET /customers/1`: the answers to give, one after another; the last is given again and again.
  private let script: [String: [Result<HTTPResponse, APIFailure>]]
  private let state = Mutex<(sent: [HTTPRequest], count: [String: Int])>(([], [:]))

  init(_ script: [String: [Result<HTTPResponse, APIFailure>]]) { self.script = script }

  convenience init(_ script: [String: HTTPResponse]) { self.init(script.mapValues { [.success($0)] }) }

  func send(_ request: HTTPRequest) throws(APIFailure) -> HTTPResponse {
    let key = Self.key(request)
    let turn = state.withLock { state in
      state.sent.append(request)
      state.count[key, default: 0] += 1
      return state.count[key, default: 0] - 1
    }
    guard let answers = script[key] else { throw .record(code: "unscripted", message: Text(verbatim: key)) }
    return try answers[min(turn, answers.count - 1)].get()
  }

  var requestCount: (sent: Int, throttled: Int) { (requests.count, 0) }

  var requests: [HTTPRequest] { state.withLock { $0.sent } }

  /// What was sent, as `GET /customers/1`.
  var sent: [String] { requests.map(Self.key) }

  private static func key(_ request: HTTPRequest) -> String {
    "\(request.method.rawValue) \(request.url.dropFirst(base.count))"
  }
}

extension HTTPResponse {
  /// An answer with that body.
  init(_ status: Int, _ body: String, date: String? = nil) {
    self.init(status: status, headers: date.map { ["date": $0] } ?? [:], body: Array(body.utf8))
  }
}

/// What a listing told.
struct Listing {
  var started: [String] = []
  var pages: [[RemoteCustomer]] = []
  var all: Set<String>?

  var ids: [String] { pages.joined().map(\.id) }

  /// Lists, holding those ids already.
  init(_ service: any CustomerService, since cursor: String?, held: Set<String> = []) throws {
    try self.init(service, cursor.map { .changes(since: $0) } ?? .everything, held: held)
  }

  init(_ service: any CustomerService, _ range: ListRange, held: Set<String> = []) throws {
    var started: [String] = []
    var pages: [[RemoteCustomer]] = []
    all = try service.list(
      range, started: { started.append($0) }, isHeld: { held.contains($0) }, page: { pages.append($0) })
    self.started = started
    self.pages = pages
  }
}
