import CustomerModel
import Foundation
package import Texts

/// What `kundreg serve` hands to the program that serves the page: which register, for whom, and at which door.
///
/// It travels as the only argument of `kundreg-page`, where everybody on the computer can read it, and holds no secret.
package struct PageLaunch: Sendable, Equatable, Codable {
  /// Where the page listens.
  package enum Door: Sendable, Equatable, Codable {
    /// - Parameter port: 0 for any that is free.
    case loopback(host: String, port: Int)
    /// A Unix socket, for a proxy that stands before it.
    case socket(path: String)
  }

  /// The path of the register's file.
  package let register: String
  /// On whose behalf acts who opens the link: a name, which the register is asked about at every request.
  package let user: String
  /// The language of who has not chosen one and whose browser asks for none of ours.
  package let language: Language
  package let door: Door
  /// What browsers call the page; nil for a name of its own, which is made at each start.
  package let origin: PageOrigin?

  /// The port when nobody says another.
  package static let usualPort = 8481
  package static let usualHost = "127.0.0.1"

  /// - Parameters:
  ///   - host: an address of this computer that no other reaches.
  ///   - socket: the path of a Unix socket, instead of host and port.
  ///   - origin: what browsers call the page: `https://kunder.example.se`.
  /// - Throws: ``KundregError`` with status 64 for a door that would stand open.
  package init(
    register: String, user: String, language: Language, host: String?, port: Int?, socket: String?, origin: String?
  ) throws {
    self.register = register
    self.user = user
    self.language = language
    self.origin = try origin.map(PageOrigin.init)
    guard let socket else {
      let asked = host ?? Self.usualHost
      guard let host = LoopbackName.address(asked) else {
        throw KundregError(.pageHostOpen, PageLaunchTexts.hostIsOpen(asked))
      }
      // The page's own name leads to these two only; at another, whoever has the port at one of them would be sent the login.
      guard self.origin != nil || host == Self.usualHost || host == "::1" else {
        throw KundregError(.pageOrigin, PageLaunchTexts.hostIsNotLedTo(host))
      }
      let port = port ?? Self.usualPort
      guard (0...65_535).contains(port) else { throw KundregError(.pagePort, PageLaunchTexts.port(port)) }
      door = .loopback(host: host, port: port)
      return
    }
    guard host == nil, port == nil else { throw KundregError(.pageDoors, PageLaunchTexts.socketOrPort) }
    guard self.origin != nil else { throw KundregError(.pageOrigin, PageLaunchTexts.socketNeedsOrigin) }
    door = .socket(path: socket)
  }

  /// As the program that serves is given it.
  package var argument: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and numbers always have a JSON form.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// - Throws: ``KundregError`` `page.byHand` when the argument is none of ``argument``'s; as the other initializer for a door that would
  ///   stand open, whoever wrote the argument.
  package init(argument: String?) throws {
    guard let argument, let launch = try? JSONDecoder().decode(PageLaunch.self, from: Data(argument.utf8)) else {
      throw KundregError(.pageByHand, PageLaunchTexts.startedByHand)
    }
    var (host, port, socket): (String?, Int?, String?)
    switch launch.door {
    case .loopback(let ofDoor, let number): (host, port) = (ofDoor, number)
    case .socket(let path): socket = path
    }
    try self.init(
      register: launch.register, user: launch.user, language: launch.language, host: host, port: port, socket: socket,
      origin: launch.origin?.description)
  }
}

extension Language: Codable {}
