import Foundation
import FoundationNetworking
import Glibc
import Synchronization
import TestSupport
import Testing

/// The rehearsal server, run as a process of its own on a port that is free.
final class Sandbox {
  /// `http://127.0.0.1:PORT`
  private(set) var address = ""
  private var child: Child?
  private let folder: TemporaryFolder

  static let path = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path + "/erp-sandbox"
  /// A pace that no test waits for.
  static let unhurried = ["--fortnox-window", "100000/1", "--visma-window", "100000/1"]

  init(_ seed: String = "{}", _ arguments: [String] = unhurried) throws {
    folder = try TemporaryFolder()
    try folder.write(seed, to: "seed.json")
    let ready = folder.file("ready")
    child = try Child(
      Self.path, ["--port", "0", "--seed", "seed.json", "--ready-file", ready] + arguments, in: folder.path,
      environment: Program.environment())
    let end = Date().addingTimeInterval(60)
    while address.isEmpty {
      try #require(Date() < end, "erp-sandbox did not begin to listen")
      usleep(10_000)
      let text = (try? String(contentsOfFile: ready, encoding: .utf8)) ?? ""
      address = text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  deinit { stop() }

  /// Ends the server: from then on its address refuses connections.
  func stop() {
    guard let child else { return }
    self.child = nil
    kill(child.identifier, SIGKILL)
    _ = try? child.finish()
  }

  /// A port that nobody has now.
  static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        try #require(bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0)
      }
      return Int(UInt16(bigEndian: pointer.pointee.sin_port))
    }
  }

  // MARK: What a person or an accident does there

  /// An edit as a person makes it in the accounting system, by its own field names.
  func edit(_ number: String, _ fields: String, of system: String = "fortnox") throws {
    try control("PUT", "\(system)/customers/\(number)", fields)
  }

  func delete(_ number: String, of system: String = "fortnox") throws {
    try control("DELETE", "\(system)/customers/\(number)")
  }

  /// Makes these the further contact persons of a customer in Fortnox.
  func setReferences(_ number: String, _ names: String...) throws {
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    try control("PUT", "fortnox/customers/\(number)/references", "{\"names\": [\(list)]}")
  }

  func advanceClock(_ seconds: Int) throws { try control("POST", "clock", "{\"advanceSeconds\": \(seconds)}") }

  func fault(_ json: String) throws { try control("POST", "faults", json) }

  func clearFaults() throws { try control("POST", "faults/clear") }

  // MARK: What it holds and was asked

  func customers(of system: String = "fortnox") throws -> [JSON] {
    try control("GET", "state")[system]?["customers"]?.elements ?? []
  }

  func customer(_ number: String, of system: String = "fortnox") throws -> JSON? {
    try customers(of: system).first { $0["CustomerNumber"]?.text == number }
  }

  func requestCount() throws -> Int { try #require(try control("GET", "state")["requests"]?.int) }

  /// The requests after the first `count`.
  func requests(after count: Int = 0) throws -> [JSON] { try control("GET", "requests?after=\(count)").elements }

  /// Those of them that write.
  func writes(after count: Int = 0) throws -> [JSON] {
    try requests(after: count).filter {
      $0["method"]?.text != "GET" && $0["path"]?.text?.contains("/customers") == true
    }
  }

  /// Waits until it has been asked more than `count` times.
  func wait(forRequest count: Int) throws {
    let end = Date().addingTimeInterval(30)
    while try requestCount() <= count {
      try #require(Date() < end, "nothing was asked")
      usleep(10_000)
    }
  }

  @discardableResult
  private func control(_ method: String, _ path: String, _ body: String? = nil) throws -> JSON {
    let answer = try Browser.send(method, "\(address)/_sandbox/\(path)", body: body)
    try #require(answer.status == 200, "\(method) \(path): \(answer.status) \(answer.body)")
    return try JSON(text: answer.body)
  }
}

/// Fetches an address as a browser does: redirects are followed.
enum Browser {
  struct Answer: Sendable {
    let status: Int
    let body: String
  }

  static func send(_ method: String, _ address: String, body: String? = nil) throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: address)))
    request.httpMethod = method
    request.httpBody = body.map { Data($0.utf8) }
    let result = Box<Result<Answer, any Error>>()
    let done = DispatchSemaphore(value: 0)
    URLSession.shared.dataTask(with: request) { data, response, error in
      if let response = response as? HTTPURLResponse {
        result.set(
          .success(Answer(status: response.statusCode, body: String(decoding: data ?? Data(), as: UTF8.self))))
      } else {
        result.set(.failure(error ?? URLError(.badServerResponse)))
      }
      done.signal()
    }.resume()
    done.wait()
    return try #require(result.value).get()
  }

  /// What a completion handler hands over to the thread that waits for it.
  private final class Box<Value: Sendable>: Sendable {
    private let content = Mutex<Value?>(nil)
    func set(_ value: Value) { content.withLock { $0 = value } }
    var value: Value? { content.withLock { $0 } }
  }
}
