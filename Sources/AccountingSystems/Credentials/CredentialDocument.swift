import CustomerModel
import Documents
import Foundation
import Texts

/// The JSON of a credentials' file.
struct CredentialDocument {
  private var object: JSONNode

  /// An empty one.
  init() { object = .object([]) }

  /// - Throws: ``KundregError`` with status 78, code `credentials.invalid` and the place. The parser's own words are left
  ///   out, because they may repeat a part of the text.
  init(_ bytes: [UInt8], path: String) throws(KundregError) {
    let parsed: JSONValue
    do throws(JSONParser.SyntaxError) {
      parsed = try JSONParser.parse(bytes)
    } catch {
      throw Self.invalid(CredentialTexts.notJSON("\(path):\(error.position)"))
    }
    guard case .object(let members) = parsed.content else {
      throw Self.invalid(CredentialTexts.noObject("\(path):\(parsed.position)", is: parsed.kindName))
    }
    object = JSONNode(parsed)
    for member in members where Key(rawValue: member.key) != nil {
      switch member.value.content {
      case .text, .null: continue
      // A tenant's id is a number at Fortnox, and easily written as one.
      case .number where member.key == Key.tenantID.rawValue: continue
      default:
        throw Self.invalid(
          CredentialTexts.noText("\(path):\(member.value.position)", key: member.key, is: member.value.kindName))
      }
    }
    if let text = self[.expiresAt], Self.date(text) == nil, let place = parsed[Key.expiresAt.rawValue]?.position {
      throw Self.invalid(CredentialTexts.noTime("\(path):\(place)"))
    }
  }

  var clientID: String? { self[.clientID] }
  var clientSecret: Secret? { self[.clientSecret].map(Secret.init) }

  /// A token that is set to nil is taken out of the document.
  var tokens: TokenSet {
    get {
      TokenSet(
        accessToken: self[.accessToken].map(Secret.init), refreshToken: self[.refreshToken].map(Secret.init),
        expiresAt: self[.expiresAt].flatMap(Self.date), tenantID: self[.tenantID])
    }
    set {
      self[.accessToken] = newValue.accessToken?.exposed
      self[.refreshToken] = newValue.refreshToken?.exposed
      self[.expiresAt] = newValue.expiresAt?.formatted(Date.ISO8601FormatStyle())
      self[.tenantID] = newValue.tenantID
    }
  }

  var bytes: [UInt8] { object.bytes(indent: 0) + [0x0A] }

  private enum Key: String {
    case clientID = "clientId", clientSecret, accessToken, refreshToken, expiresAt, tenantID = "tenantId"
  }

  private subscript(key: Key) -> String? {
    get { object[key.rawValue]?.scalarText.flatMap { $0.isEmpty ? nil : $0 } }
    set { object[key.rawValue] = newValue.map { .text($0) } }
  }

  private static func date(_ text: String) -> Date? {
    (try? Date(text, strategy: .iso8601))
      ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
  }

  private static func invalid(_ what: Text) -> KundregError {
    KundregError(.credentialsInvalid, [what, CredentialTexts.mendFile].joined())
  }
}
