/// The name under which browsers reach the page when nobody gives it one.
///
/// Cookies know no ports: what another user or program serves at another port of `localhost` would be sent the session's cookie as
/// soon as a page leads there. Nobody but who has the link knows this name. All names below `localhost` lead to the computer
/// itself (RFC 6761, 6.3); Chromium and Firefox do not even ask anybody.
enum PageName {
  /// `kundreg-4f2a9c0d1e8b7a63.localhost`, another each time.
  static func make() -> String {
    var random = SystemRandomNumberGenerator()
    let number = String(UInt64.random(in: .min ... .max, using: &random), radix: 16)
    return "kundreg-" + String(repeating: "0", count: 16 - number.count) + number + ".localhost"
  }
}
