import HTTPTypes
import Runs
import Texts

/// Which page stands at which address, and what the forms do.
struct Pages: Sendable {
  private let site: PageSite

  init(_ site: PageSite) { self.site = site }

  /// The page of an address. Nothing changes by looking.
  ///
  /// - Throws: ``PageFault`` and ``KundregError``.
  func show(_ address: PageAddress, to visitor: Visitor) async throws -> PageAnswer {
    if case .link(let key) = address {
      guard site.links.isOpen(key) else { throw PageFault.linkClosed }
      return .page(LinkPage.html(key: key, for: visitor))
    }
    guard let session = visitor.session else { throw PageFault.loggedOut }
    let (door, user) = (site.door, session.user)
    switch address {
    case .start: return .page(try await StartPage(door: door).html(for: visitor, user: user))
    case .customers(let query):
      return try await CustomersPage(door: door).answer(query, for: visitor, user: user)
    case .customer(let handle):
      return try await CustomerPage(door: door).answer(handle, for: visitor, user: user)
    case .runs: return .page(try await RunsPage(door: door).html(for: visitor, user: user))
    case .run(let run): return .page(try await RunPage(door: door).html(run, for: visitor, user: user))
    case .sessions:
      return .page(SessionsPage.html(site.sessions.all(of: user), own: session, for: visitor))
    case .logIn: return .see(.start)
    case .link, .endSession, .logOut, .chooseLanguage, .asset: throw PageFault.unknownMethod
    }
  }

  /// Does what a form asks for, and says where to look next.
  ///
  /// - Throws: ``PageFault``.
  func take(_ form: FormFields, at address: PageAddress, from sender: Sender) async throws -> PageAnswer {
    if case .link(let key) = address { return try logIn(key, sender) }
    if case .logIn = address { return try await logIn(form, sender) }
    guard let session = sender.visitor.session else { throw PageFault.loggedOut }
    switch address {
    case .logOut:
      _ = site.sessions.end(session.id, of: session.user)
      site.audit(.logout(user: session.user, session: session.id, address: sender.address))
      return .see(.start, setting: SessionCookie.removal)
    case .endSession(let id):
      if site.sessions.end(id, of: session.user) {
        site.audit(.sessionEnded(user: session.user, session: id, address: sender.address))
      }
      return .see(.sessions)
    case .chooseLanguage:
      guard let language = form["language"].flatMap(Language.init(rawValue:)) else { throw PageFault.noForm }
      site.sessions.choose(language, in: session.id)
      return .see(Self.page(form["to"]))
    case .start, .link, .logIn, .customers, .customer, .runs, .run, .sessions, .asset: throw PageFault.unknownMethod
    }
  }

  private func logIn(_ key: String, _ sender: Sender) throws -> PageAnswer {
    guard let user = site.links.use(key) else {
      site.audit(.loginFailed(address: sender.address))
      throw PageFault.linkClosed
    }
    return begin(user, sender, leadingTo: .start)
  }

  private func logIn(_ form: FormFields, _ sender: Sender) async throws -> PageAnswer {
    guard let name = form["name"], let password = form["password"] else { throw PageFault.noForm }
    let mark: PasswordMark
    do {
      mark = try await site.passwords.check(name, password)
    } catch let fault as PageFault {
      switch fault.status {
      case .forbidden: site.audit(.wrongPassword(address: sender.address))
      case .tooManyRequests: site.audit(.passwordTooSoon(address: sender.address))
      case .serviceUnavailable where fault.retryAfter != nil: site.audit(.tooManyPasswords(address: sender.address))
      default: break
      }
      throw fault
    }
    return begin(name, sender, leadingTo: Self.page(form["to"]), mark)
  }

  /// Where a form leads that says where it stood: only to a page of ours, since a form could name any address.
  private static func page(_ path: String?) -> PageAddress {
    guard let address = path.flatMap(PageAddress.init), address.isPage else { return .start }
    return address
  }

  private func begin(
    _ user: String, _ sender: Sender, leadingTo address: PageAddress, _ password: PasswordMark? = nil
  ) -> PageAnswer {
    // Whoever was logged in with this browser is so no longer.
    if let before = sender.visitor.session { _ = site.sessions.end(before.id, of: before.user) }
    let (token, session) = site.sessions.begin(
      for: user, from: sender.address, browser: sender.browser, password: password)
    site.audit(.login(user: user, session: session.id, address: sender.address))
    return .see(address, setting: SessionCookie.set(token))
  }
}

extension PageAddress {
  /// True for what shows something to who is logged in.
  fileprivate var isPage: Bool {
    switch self {
    case .start, .customers, .customer, .runs, .run, .sessions: true
    case .link, .logIn, .logOut, .endSession, .chooseLanguage, .asset: false
    }
  }
}
