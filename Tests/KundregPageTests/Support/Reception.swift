import CustomerModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import PageLaunch
import RegisterStore
import Runs
import Synchronization
import TestSupport
import Testing
import Texts

@testable import KundregPage

/// A page with a register behind it, asked without a network, with a clock that stands until it is moved.
struct Reception {
  static let host = "kundreg-1234.localhost:8481"
  static let origin = "http://kundreg-1234.localhost:8481"
  /// What a browser says of a form of our own pages.
  static let ourFormFields: KeyValuePairs = ["Sec-Fetch-Site": "same-origin"]

  /// What takes no time, to log in by.
  static let cheap = PasswordProof.Cost(rounds: 16, blockSize: 1, parallelism: 1)

  let folder: TemporaryFolder
  let register: Register
  let links: LoginLinks
  let sessions: Sessions
  private let time = Mutable(Duration.zero)
  private let events = Mutable<[AuditEvent]>([])
  private let troubles = Mutable<[String]>([])
  private let responder: PageResponder

  init(
    origin: PageOrigin? = PageOrigin(isEncrypted: false, authority: Reception.host), language: Language = .english,
    requests: Int = ServingLimits.requests, formTime: Duration = ServingLimits.form
  ) throws {
    folder = try TemporaryFolder()
    register = try Register.create(at: folder.file("r.db"))
    let (time, events, troubles) = (time, events, troubles)
    let clock = PageClock(
      elapsed: { time.value },
      now: { Date(timeIntervalSince1970: 1_790_000_000 + Double(time.value.components.seconds)) })
    links = LoginLinks(clock)
    sessions = Sessions(clock)
    let door = RegisterDoor(register)
    responder = PageResponder(
      PageSite(
        door: door, origin: OwnOrigin(origin), links: links, sessions: sessions,
        passwords: PasswordDesk(PasswordLogin(register, cost: Self.cheap), door, clock), language: language,
        audit: { event in events.change { $0.append(event) } },
        trouble: { kind in troubles.change { $0.append(kind) } },
        formTime: formTime), requests: requests)
  }

  var audit: [AuditEvent] { events.value }
  var trouble: [String] { troubles.value }

  func pass(_ seconds: Int) { time.change { $0 += .seconds(seconds) } }

  // MARK: The register

  func grant(_ name: String, _ permissions: Permission...) throws {
    try register.write { try $0.register(user: name, permissions: Set(permissions)) }
  }

  /// Gives a registered user a password, as that user.
  func give(_ name: String, _ password: String) throws {
    try PasswordAdministration(register, as: try ActingUser(named: name, in: register), cost: Self.cheap)
      .set(password, for: name)
  }

  /// Adds a customer as nobody's visitor; values by the fields' names.
  func add(_ number: String, by user: String = "anna", _ values: KeyValuePairs<String, String>) throws {
    let editor = CustomerEditor(register, as: try ActingUser(named: user, in: register))
    _ = try editor.add(number: number, try values.map { .init(try #require(FieldPath($0.key)), $0.value) })
  }

  // MARK: Requests

  struct Reply {
    let status: Int
    let headers: HTTPFields
    let text: String

    /// A header that must be there once at most.
    subscript(name: String) -> String? {
      let values = HTTPField.Name(name).map { headers[values: $0] } ?? []
      return values.count == 1 ? values[0] : nil
    }

    /// What the answer's cookie is sent back as.
    var cookie: String? { self["Set-Cookie"].map { String($0.prefix { $0 != ";" }) } }
  }

  func get(_ path: String, as cookie: String? = nil, _ headers: KeyValuePairs<String, String> = [:]) async throws
    -> Reply
  {
    try await send("GET", path, as: cookie, headers)
  }

  /// Sends a form as a browser does from our own page.
  func post(_ path: String, _ form: String = "", as cookie: String? = nil) async throws -> Reply {
    try await send(
      "POST", path, as: cookie,
      ["Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"], form)
  }

  /// - Parameter host: nil for none.
  func send(
    _ method: String, _ path: String, host: String? = Reception.host, as cookie: String? = nil,
    _ headers: KeyValuePairs<String, String> = [:], _ body: String = ""
  ) async throws -> Reply {
    try await send(method, path, host: host, as: cookie, headers, body: RequestBody(buffer: ByteBuffer(string: body)))
  }

  func send(
    _ method: String, _ path: String, host: String? = Reception.host, as cookie: String? = nil,
    _ headers: KeyValuePairs<String, String> = [:], body: RequestBody
  ) async throws -> Reply {
    var fields = HTTPFields()
    for (name, value) in headers { fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value)) }
    if let cookie { fields[.cookie] = cookie }
    let head = HTTPRequest(
      method: try #require(HTTPRequest.Method(method)), scheme: "http", authority: host, path: path,
      headerFields: fields)
    let response = await responder.respond(
      to: Request(head: head, body: body), context: PageContext(address: "127.0.0.1"))
    let bytes = Mutable<[UInt8]>([])
    try await response.body.write(Collector(bytes: bytes))
    return Reply(
      status: response.status.code, headers: response.headers, text: String(decoding: bytes.value, as: UTF8.self))
  }

  /// Logs a user in, and returns the cookie.
  func logIn(_ user: String = "anna", browser: String = "Firefox") async throws -> String {
    let reply = try await send(
      "POST", "/link/" + links.make(for: user).text,
      ["Sec-Fetch-Site": "same-origin", "User-Agent": browser])
    #expect(reply.status == 303)
    return try #require(reply.cookie)
  }

  private struct Collector: ResponseBodyWriter {
    let bytes: Mutable<[UInt8]>
    mutating func write(_ buffer: ByteBuffer) async throws { bytes.change { $0 += buffer.readableBytesView } }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}

/// A value that several may change.
final class Mutable<Value: Sendable>: Sendable {
  private let state: Mutex<Value>
  init(_ value: Value) { state = Mutex(value) }
  var value: Value { state.withLock { $0 } }
  func change(_ body: @Sendable (inout Value) -> Void) {
    state.withLock { state in
      var value = state
      body(&value)
      state = value
    }
  }
}
