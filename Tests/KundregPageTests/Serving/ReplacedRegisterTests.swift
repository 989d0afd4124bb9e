import CustomerModel
import Foundation
import RegisterStore
import TestSupport
import Testing

@testable import KundregPage

/// A file that was opened can be read on when another one stands in its place; its users may be no users there.
@Suite struct ReplacedRegisterTests {
  private let reception: Reception
  private let path: String

  init() throws {
    reception = try Reception()
    path = reception.register.path
    try reception.add("1001", ["name": "Norra Bageriet AB", "type": "company"])
    try reception.grant("eva", .view)
    try reception.give("eva", "rätt häst batteri")
  }

  private func expectNothingShown(_ cookie: String) async throws {
    for path in ["/", "/customers", "/customers/1001", "/runs"] {
      let reply = try await reception.get(path, as: cookie)
      #expect(reply.status == 503, "\(path)")
      #expect(!reply.text.contains("Bageriet"))
    }
    let login = try await reception.post("/login", "name=eva&password=r%C3%A4tt+h%C3%A4st+batteri")
    #expect(login.status == 503)
    #expect(login["Set-Cookie"] == nil)
    #expect(reception.audit.allSatisfy { $0.unlimitedKind == nil })
  }

  @Test func isShownNoLonger() async throws {
    let cookie = try await reception.logIn("eva")
    #expect(try await reception.get("/customers/1001", as: cookie).status == 200)
    try reception.register.backUp(to: reception.folder.file("other.db"))
    try FileManager.default.moveItem(atPath: path, toPath: reception.folder.file("old.db"))
    try await expectNothingShown(cookie)
    try FileManager.default.moveItem(atPath: reception.folder.file("other.db"), toPath: path)
    try await expectNothingShown(cookie)
  }

  /// Whoever works in the register meanwhile does not replace it.
  @Test func whatOthersWriteReplacesNothing() async throws {
    let cookie = try await reception.logIn("eva")
    let other = try Register(existing: path)
    try other.write { try $0.register(user: "bo", permissions: [.view]) }
    try other.backUp(to: reception.folder.file("copy.db"))
    #expect(try await reception.get("/customers/1001", as: cookie).status == 200)
    #expect(try await reception.post("/login", "name=eva&password=r%C3%A4tt+h%C3%A4st+batteri").status == 303)
  }
}
