import Texts

/// What is told apart by colour where there is one. The values are parameters of SGR (ECMA-48, 8.3.117).
enum Emphasis: String {
  case heading = "1"
  /// What was, and is to be replaced.
  case old = "31"
  /// What is to be.
  case new = "32"
  case reject = "1;31"
  case warning = "1;33"

  func applied(to text: String, on terminal: Terminal) -> String {
    terminal.isColored && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }

  func applied(to text: Text, on terminal: Terminal) -> Text {
    guard terminal.isColored else { return text }
    return Text(en: applied(to: text.english, on: terminal), sv: applied(to: text.swedish, on: terminal))
  }
}
