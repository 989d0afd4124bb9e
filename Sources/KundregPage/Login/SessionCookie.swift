/// The cookie that holds a session's token.
///
/// `__Host-` binds it to the very host, `Secure` keeps it off the network unencrypted. Chromium and Firefox take such a cookie from
/// `http` at names of the computer itself, too (Secure Contexts, 3.1); Safari does not. No cookie is bound to a port, so what
/// answers at another port of the same name would be sent it: therefore the page has a name of its own, see ``PageName``.
enum SessionCookie {
  private static let name = "__Host-kundreg"

  /// What sets it.
  static func set(_ token: Secret) -> String {
    "\(name)=\(token.text); Path=/; Secure; HttpOnly; SameSite=Strict"
  }

  /// What removes it.
  static let removal = "\(name)=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"

  /// The token in a `Cookie` header. Nil also when there are two: one of them was put there by somebody else.
  static func token(in headers: [String]) -> String? {
    let values = headers.flatMap { $0.split(separator: ";") }.compactMap { pair -> String? in
      let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 && parts[0] == name ? String(parts[1]) : nil
    }
    return values.count == 1 ? values[0] : nil
  }
}
