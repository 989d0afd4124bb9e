import ConfigurationFile
import CustomerModel
import Foundation
import HTTP
import TestSupport
import Testing
import Texts

@testable import AccountingSystems

/// A folder with the credentials of one accounting system, at a fixed time.
struct Office {
  static let now = Date(timeIntervalSince1970: 1_795_485_600)  // 2026-11-24T02:00:00Z
  /// What no error or description may hold.
  static let secrets = ["s3cr3t", "access-old", "refresh-old", "access-new", "refresh-new"]
  static let fresh = "2026-11-24T02:30:00Z", stale = "2026-11-24T02:00:30Z"

  let folder: TemporaryFolder
  let path: String
  let system: AccountingSystem

  init(_ kind: AccountingSystem.Kind = .fortnox) throws {
    folder = try TemporaryFolder()
    path = folder.file("erp.json")
    system = AccountingSystem(name: "erp-1", kind: kind)
  }

  static let client = #""clientId": "me", "clientSecret": "s3cr3t""#

  /// Writes the credentials' file with client id and secret and these keys.
  func write(_ keys: String = "", mode: mode_t = 0o600) throws {
    try writeWhole("{\(Self.client)\(keys.isEmpty ? "" : ", ")\(keys)}", mode: mode)
  }

  func writeWhole(_ text: String, mode: mode_t = 0o600) throws {
    try folder.write(text, to: "erp.json")
    chmod(path, mode)
  }

  /// A login with both tokens.
  func writeLogin(expiresAt: String = Office.stale) throws {
    try write(#""accessToken": "access-old", "refreshToken": "refresh-old", "expiresAt": "\#(expiresAt)""#)
  }

  func file(_ environment: [String: String] = [:]) -> CredentialFile {
    CredentialFile(path: path, name: "erp-1", environment: environment)
  }

  func tokens(_ sender: any HTTPSender, _ environment: [String: String] = [:]) -> OAuthTokens {
    OAuthTokens(system, file: file(environment), sender: sender, now: { Self.now }, pause: { _ in })
  }

  var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  func mode(_ path: String? = nil) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path ?? self.path)
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }

  /// Expects an error of that code, with that name, path or word in each language, with those remedies and without secrets.
  static func expect(
    _ code: ErrorCode, naming text: String = "", remedies: [Remedy] = [], without more: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    let error = #expect(throws: KundregError.self, sourceLocation: sourceLocation) { try body() }
    guard let error else { return }
    #expect(error.code == code.name, sourceLocation: sourceLocation)
    #expect(error.status == code.status, sourceLocation: sourceLocation)
    #expect(error.remedies == remedies, sourceLocation: sourceLocation)
    for told in [error.text.english, error.text.swedish] {
      #expect(text.isEmpty || told.contains(text), "\(told)", sourceLocation: sourceLocation)
    }
    for secret in secrets + more {
      #expect(!String(reflecting: error).contains(secret), "\(error.message)", sourceLocation: sourceLocation)
    }
  }

  /// What can be done where a new login is needed.
  static let logIn = [Remedy.logIn(system: "erp-1")]
}
