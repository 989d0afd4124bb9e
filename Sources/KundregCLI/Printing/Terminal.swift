import Glibc

/// What standard output can show.
struct Terminal: Sendable {
  /// When colours are used.
  enum ColorChoice: String, Sendable, CaseIterable { case auto, always, never }

  /// Places in a line; nil where it is no terminal, and lines may be of any length.
  let width: Int?
  let isColored: Bool

  static let none = Terminal(width: nil, isColored: false)

  /// - Parameters:
  ///   - descriptor: what is written to.
  ///   - environment: `NO_COLOR` (https://no-color.org: set to anything but nothing) and `TERM=dumb` ask for none, unless the choice
  ///     is another.
  init(descriptor: Int32, color: ColorChoice, environment: [String: String]) {
    let isTerminal = isatty(descriptor) == 1
    var size = winsize()
    let isKnown = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    self.init(
      width: isKnown ? Int(size.ws_col) : nil,
      isColored: Self.isColored(color, isTerminal: isTerminal, environment: environment))
  }

  init(width: Int?, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  static func isColored(_ choice: ColorChoice, isTerminal: Bool, environment: [String: String]) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
  }
}
