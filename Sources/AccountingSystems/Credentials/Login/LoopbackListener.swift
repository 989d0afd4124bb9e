package import CustomerModel
import Foundation
import Glibc
package import HTTP
import Texts

/// Waits on a port of this computer for the browser to come back from a login.
///
/// It answers nothing but the one redirect. Browsers open connections that they never use, so that several are held at a
/// time. Not for several threads at once.
package final class LoopbackListener {
  /// The port that is listened on.
  package let port: Int
  private let path: String
  private let answer: AuthorizationAnswer
  private let language: Language
  private let sockets: [Int32]
  private var connections: [(socket: Int32, received: [UInt8])] = []

  private static let maximumConnections = 32
  private static let maximumHead = 16_384

  /// - Parameters:
  ///   - host: `localhost`, or a loopback address; `localhost` is both of them, since browsers take either.
  ///   - port: 0 for a free one.
  ///   - path: The path of the redirect address, percent-encoded.
  ///   - language: of the page that the browser shows then.
  /// - Throws: ``KundregError`` with status 78 and code `erp.loginPort` when the port cannot be listened on.
  init(
    host: String, port: Int, path: String, answer: AuthorizationAnswer, language: Language
  ) throws(KundregError) {
    self.path = path
    self.answer = answer
    self.language = language
    let host = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]")).lowercased()
    let first = Self.listen(on: host == "localhost" ? "127.0.0.1" : host, port: port)
    guard case .listening(let socket, let bound) = first else { throw Self.taken(port, first, answer.name) }
    self.port = bound
    guard host == "localhost" else {
      sockets = [socket]
      return
    }
    switch Self.listen(on: "::1", port: bound) {
    case .listening(let second, _): sockets = [socket, second]
    case .failed(EADDRINUSE):
      // Another program would get the code of a browser that takes this address first.
      close(socket)
      throw Self.taken(bound, .failed(EADDRINUSE), answer.name)
    // A computer without IPv6.
    case .failed: sockets = [socket]
    }
  }

  deinit {
    for socket in sockets { close(socket) }
    for connection in connections { close(connection.socket) }
  }

  /// Waits for the redirect, and gives its code.
  ///
  /// - Throws: ``KundregError``: `erp.loginTimeout`, `erp.loginCancelled`, or what is wrong with the answer.
  package func waitForCode(seconds: Double, _ cancellation: Cancellation) throws(KundregError) -> Secret {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      guard !cancellation.isCancelled else {
        throw KundregError(.erpLoginCancelled, LoginTexts.stopped(answer.name))
      }
      guard ContinuousClock.now < end else {
        throw KundregError(
          .erpLoginTimeout, LoginTexts.timeout(answer.name, seconds: Int(seconds)),
          remedies: [.logIn(system: answer.name)])
      }
      var polled = (sockets + connections.map(\.socket)).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      // Wakes up now and then, to see whether it was cancelled.
      guard poll(&polled, nfds_t(polled.count), 100) > 0 else { continue }
      for ready in polled where ready.revents != 0 {
        if sockets.contains(ready.fd) {
          accept(on: ready.fd)
        } else if let code = try receive(from: ready.fd) {
          return code
        }
      }
    }
  }

  private func accept(on socket: Int32) {
    let connection = Glibc.accept(socket, nil, nil)
    guard connection >= 0 else { return }
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    _ = fcntl(connection, F_SETFL, O_NONBLOCK)
    if connections.count == Self.maximumConnections { close(connections.removeFirst().socket) }
    connections.append((connection, []))
  }

  /// Takes what came; answers, and closes, when a request is whole. Returns the code when it was the redirect.
  private func receive(from socket: Int32) throws(KundregError) -> Secret? {
    guard let index = connections.firstIndex(where: { $0.socket == socket }) else { return nil }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = recv(socket, &buffer, buffer.count, 0)
    if count < 0, errno == EAGAIN || errno == EINTR { return nil }
    if count > 0 {
      connections[index].received += buffer.prefix(count)
      let received = connections[index].received
      if received.count <= Self.maximumHead, !CallbackRequest.isWhole(received) { return nil }
    }
    let received = connections.remove(at: index).received
    defer { close(socket) }
    guard count > 0 else { return nil }
    guard let query = CallbackRequest.query(of: received, path: path) else {
      CallbackPage.notFound.send(to: socket, in: language)
      return nil
    }
    do throws(KundregError) {
      let code = try answer.code(query: query)
      CallbackPage.done.send(to: socket, in: language)
      return code
    } catch {
      CallbackPage.refused.send(to: socket, in: language)
      throw error
    }
  }

  private enum Listening {
    case listening(Int32, port: Int)
    case failed(Int32)
  }

  private static func listen(on host: String, port: Int) -> Listening {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let info = found else { return .failed(EADDRNOTAVAIL) }
    defer { freeaddrinfo(found) }
    let socket = Glibc.socket(info.pointee.ai_family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { return .failed(errno) }
    var yes: Int32 = 1
    // A login right after another one finds the port in its last minute otherwise.
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(socket, info.pointee.ai_addr, info.pointee.ai_addrlen) == 0, Glibc.listen(socket, 64) == 0 else {
      let failure = errno
      close(socket)
      return .failed(failure)
    }
    var bound = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let number = withUnsafeMutablePointer(to: &bound) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(socket, $0, &length) }
      // The port stands at the same place in addresses of both families.
      return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        Int(UInt16(bigEndian: $0.pointee.sin_port))
      }
    }
    return .listening(socket, port: number)
  }

  private static func taken(_ port: Int, _ result: Listening, _ name: String) -> KundregError {
    let reason = if case .failed(let code) = result { PrivateFile.reason(code) } else { "" }
    return KundregError(.erpLoginPort, LoginTexts.portIsTaken(port, name, reason))
  }
}
