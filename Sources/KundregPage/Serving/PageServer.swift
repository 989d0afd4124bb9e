import CustomerModel
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import PageLaunch
import RegisterStore
import Runs

/// The page at its door.
struct PageServer: Sendable {
  private let launch: PageLaunch
  private let site: PageSite
  private let log: Logger
  /// The page's own name, where nobody gives it one.
  private let name = PageName.make()

  /// - Throws: ``KundregError`` when the register cannot be opened.
  init(_ launch: PageLaunch, log: Logger, clock: PageClock = .system) throws {
    self.launch = launch
    self.log = log
    let lines = AuditLog(clock) { log.notice("\($0)") }
    let register = try Register(existing: launch.register)
    let door = RegisterDoor(register)
    site = PageSite(
      door: door, origin: OwnOrigin(launch.origin), links: LoginLinks(clock),
      sessions: Sessions(clock), passwords: PasswordDesk(PasswordLogin(register), door, clock),
      language: launch.language,
      audit: { lines.keep($0) }, trouble: { log.error("trouble: \($0)") })
  }

  /// A link that logs in once.
  func link() -> String {
    let path = PageAddress.link(key: site.links.make(for: launch.user).text).path
    return (site.origin.value?.description ?? "") + path
  }

  /// Serves until Ctrl-C or a termination signal.
  ///
  /// - Parameter ready: told once that requests are answered.
  /// - Throws: ``KundregError`` `page.cannotListen`.
  func run(ready: @escaping @Sendable (PageServer) -> Void) async throws {
    // Held before anybody is told where the page is, until it has ended.
    let held = try neighbour
    defer { withExtendedLifetime(held) {} }
    if case .socket(let path) = launch.door {
      guard await !SocketDoor.isTaken(path) else {
        throw KundregError(.pageCannotListen, PageLaunchTexts.cannotListen(path))
      }
      SocketDoor.keepToGroup()
    }
    var quiet = log
    quiet.logLevel = .critical
    let application = Application(
      responder: PageResponder(site),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ConnectionLimit()], idleTimeout: ServingLimits.head,
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: ServingLimits.headBytes, maxHeaderListSize: ServingLimits.headBytes,
            maxHeaderFieldCount: ServingLimits.headFields))),
      configuration: ApplicationConfiguration(
        address: bindAddress(held?.port), serverName: nil,
        availableConnectionsDelegate: MaximumAvailableConnections(ServingLimits.connections, logger: quiet)),
      onServerRunning: { channel in
        open(port: channel.localAddress?.port)
        ready(self)
      },
      logger: quiet)
    do {
      try await application.runService()
    } catch is IOError {
      throw KundregError(.pageCannotListen, PageLaunchTexts.cannotListen(place))
    } catch is UnixDomainSocketPathWrongType {
      throw KundregError(.pageCannotListen, PageLaunchTexts.cannotListen(place))
    }
  }

  /// What is held beside the page; nil where there is nothing to hold.
  private var neighbour: HeldPort? {
    get throws {
      guard case .loopback(let host, let port) = launch.door else { return nil }
      return try HeldPort.beside(host, port: port)
    }
  }

  /// - Parameter held: the port that is held beside the page, which is the page's, too.
  private func bindAddress(_ held: Int?) -> BindAddress {
    switch launch.door {
    case .loopback(let host, let port): .hostname(host, port: held ?? port)
    case .socket(let path): .unixDomainSocket(path: path)
    }
  }

  private var place: String {
    switch launch.door {
    case .loopback(let host, let port): SocketPlace.text(host, port)
    case .socket(let path): path
    }
  }

  private func open(port: Int?) {
    if site.origin.value == nil, let port {
      site.origin.value = PageOrigin(isEncrypted: false, authority: port == 80 ? name : "\(name):\(port)")
    }
  }
}
