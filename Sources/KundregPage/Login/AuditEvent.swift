/// What the log keeps of who came in, and who did not: names and addresses, no values.
enum AuditEvent: Sendable, Equatable {
  case login(user: String, session: String, address: String)
  /// A link that was used, too old or none.
  case loginFailed(address: String)
  /// A name with a password that is not its own. The name may be a password that somebody typed into the wrong field: it is not kept.
  case wrongPassword(address: String)
  /// A name that has to wait after wrong passwords was tried meanwhile.
  case passwordTooSoon(address: String)
  /// A password was not looked at, since too many waited.
  case tooManyPasswords(address: String)
  case logout(user: String, session: String, address: String)
  /// A session that its user ended from another one.
  case sessionEnded(user: String, session: String, address: String)
  /// A request by a name that the page does not have: a rebound name leads here.
  case wrongHost(address: String)
  /// A form of another page.
  case foreignForm(address: String)

  /// A line of the log, in English. Names stand in quotation marks, with what would break the line escaped.
  var line: String {
    switch self {
    case .login(let user, let session, let address):
      "login user=\(Self.quoted(user)) session=\(session) from=\(Self.place(address))"
    case .loginFailed(let address): "login failed from=\(Self.place(address))"
    case .wrongPassword(let address): "login by password failed from=\(Self.place(address))"
    case .passwordTooSoon(let address): "login refused: the name has to wait, from=\(Self.place(address))"
    case .tooManyPasswords(let address): "login refused: too many at once, from=\(Self.place(address))"
    case .logout(let user, let session, let address):
      "logout user=\(Self.quoted(user)) session=\(session) from=\(Self.place(address))"
    case .sessionEnded(let user, let session, let address):
      "session ended user=\(Self.quoted(user)) session=\(session) from=\(Self.place(address))"
    case .wrongHost(let address): "refused: name of another page, from=\(Self.place(address))"
    case .foreignForm(let address): "refused: form of another page, from=\(Self.place(address))"
    }
  }

  /// What anybody can cause as often as a network carries.
  enum Kind: Sendable { case loginFailed, wrongPassword, passwordTooSoon, tooManyPasswords, wrongHost, foreignForm }

  /// Nil for what only users do.
  var unlimitedKind: Kind? {
    switch self {
    case .login, .logout, .sessionEnded: nil
    case .loginFailed: .loginFailed
    case .wrongPassword: .wrongPassword
    case .passwordTooSoon: .passwordTooSoon
    case .tooManyPasswords: .tooManyPasswords
    case .wrongHost: .wrongHost
    case .foreignForm: .foreignForm
    }
  }

  /// From where it came; empty behind a socket.
  var address: String {
    switch self {
    case .login(_, _, let address), .logout(_, _, let address), .sessionEnded(_, _, let address): address
    case .loginFailed(let address), .wrongPassword(let address), .passwordTooSoon(let address),
      .tooManyPasswords(let address), .wrongHost(let address), .foreignForm(let address):
      address
    }
  }

  /// Letters stay as they are; what ends a line or turns its direction does not.
  private static func quoted(_ name: String) -> String {
    var line = "\""
    for scalar in name.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        line += scalar.escaped(asASCII: true)
      default: line += scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : "\(scalar)"
      }
    }
    return line + "\""
  }

  private static func place(_ address: String) -> String { address.isEmpty ? "socket" : address }
}
