import HTTPTypes

/// What every answer says to browsers, errors too.
enum SecurityHeaders {
  /// Nothing is loaded, run or shown but what comes from the page itself, nothing inline, and no other page has it in a frame.
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  private static let fields: [(HTTPField.Name, String)] = [
    (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"),
    // Not `no-referrer`: with it browsers hide the origin of our own forms from us, too.
    (named("Referrer-Policy"), "same-origin"), (named("X-Frame-Options"), "DENY"),
    (named("Cross-Origin-Opener-Policy"), "same-origin"), (named("Cross-Origin-Resource-Policy"), "same-origin"),
    (named("Permissions-Policy"), "camera=(), geolocation=(), microphone=()"),
  ]

  /// Adds them; also forbids to keep the answer, unless it says itself how long.
  static func add(to headers: inout HTTPFields) {
    for (name, value) in fields { headers[name] = value }
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
  }

  /// The names above are names.
  private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name)! }
}
