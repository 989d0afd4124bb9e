import Foundation

/// One file of the program's sources, and the texts that stand in it.
struct SwiftSource: Sendable {
  /// A text in quotes, each interpolation in it an object replacement character.
  struct Literal: Sendable {
    let text: String
    let line: Int
    /// The code before it on its line.
    let before: String
    /// The names of the calls that it stands in, the outermost first, and the label that it has in the last: `Option`,
    /// `ArgumentHelp`; `discussion`.
    let calls: [String]
    let label: String?

    /// True for a part of a statement to the register.
    var isSQL: Bool { text.split { !$0.isLetter }.contains { Self.sqlWords.contains(String($0)) } }

    private static let sqlWords: Set<String> = [
      "SELECT", "INSERT", "UPDATE", "DELETE", "FROM", "WHERE", "JOIN", "AND", "NULL", "ORDER", "LIMIT", "CREATE",
      "ALTER",
      "DROP", "PRAGMA", "CAST",
    ]

    /// How many words it has: runs of letters, at least two, between blanks.
    var wordCount: Int {
      text.split(whereSeparator: \.isWhitespace).count { word in
        let bare = word.drop { !$0.isLetter }.prefix { $0.isLetter }
        let rest = word.drop { !$0.isLetter }.dropFirst(bare.count)
        return bare.count > 1 && !rest.contains { $0.isLetter || $0.isNumber || $0 == "\u{FFFC}" }
      }
    }
  }

  /// From the checkout: `Sources/Readers/Input/InputTexts.swift`.
  let path: String
  /// The code without comments.
  let code: String
  /// The texts in quotes, those in interpolations too.
  let literals: [Literal]

  init(path: String, text: String) {
    self.path = path
    var scanner = Scanner(bytes: Array(text.utf8))
    scanner.readCode(isInterpolated: false)
    code = String(decoding: scanner.code, as: UTF8.self)
    literals = scanner.literals
  }

  var room: String { String(path.split(separator: "/")[1]) }
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// All names of the code in their order, and those that follow a dot with the one before it: `InputTexts.isEmpty`.
  var names: (plain: [String], members: [String]) {
    let code = Array(code.utf8)
    var plain: [String] = []
    var members: [String] = []
    var isMember = false
    var place = 0
    while place < code.count {
      guard Self.isOfName(code[place]) else {
        // A call may go on in the next line.
        if code[place] > 0x20 { isMember = code[place] == UInt8(ascii: ".") }
        place += 1
        continue
      }
      let start = place
      while place < code.count, Self.isOfName(code[place]) { place += 1 }
      let name = String(decoding: code[start..<place], as: UTF8.self)
      if isMember, let before = plain.last { members.append("\(before).\(name)") }
      plain.append(name)
      isMember = false
    }
    return (plain, members)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All files below `Sources`.
  static let all: [SwiftSource] = {
    let root = checkout.appendingPathComponent("Sources")
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) else { return nil }
      return SwiftSource(path: "Sources/" + path, text: text)
    }
  }()

  private struct Scanner {
    let bytes: [UInt8]
    var place = 0
    var line = 1
    var code: [UInt8] = []
    var literals: [Literal] = []
    /// The name before each parenthesis that is open.
    var calls: [String] = []

    static let quote = UInt8(ascii: "\""), mark = UInt8(ascii: "#"), slash = UInt8(ascii: "/")

    func byte(_ offset: Int = 0) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }

    mutating func skip(_ count: Int = 1) {
      for _ in 0..<count {
        if byte() == 0x0A { line += 1 }
        place += 1
      }
    }

    /// Reads code to the parenthesis that closes an interpolation, or to the end.
    mutating func readCode(isInterpolated: Bool) {
      var depth = 0
      while place < bytes.count {
        let current = byte()
        if current == Self.slash, byte(1) == Self.slash {
          while place < bytes.count, byte() != 0x0A { place += 1 }
        } else if current == Self.quote || current == Self.mark && (byte(1) == Self.quote || byte(1) == Self.mark) {
          readLiteral()
        } else {
          if isInterpolated, current == UInt8(ascii: "(") { depth += 1 }
          if current == UInt8(ascii: "(") { calls.append(lastName) }
          if current == UInt8(ascii: ")"), !isInterpolated || depth > 0 { _ = calls.popLast() }
          if isInterpolated, current == UInt8(ascii: ")") {
            if depth == 0 { return skip() }
            depth -= 1
          }
          code.append(current)
          skip()
        }
      }
    }

    /// The name that the code ends with; empty where it ends with something else.
    private var lastName: String {
      String(decoding: code[((code.lastIndex { !SwiftSource.isOfName($0) } ?? -1) + 1)...], as: UTF8.self)
    }

    /// The label that the code ends with: `help` of `help: `.
    private var lastLabel: String? {
      var rest = code[...]
      while let last = rest.last, last <= 0x20 { rest.removeLast() }
      guard rest.popLast() == UInt8(ascii: ":") else { return nil }
      return String(decoding: rest[((rest.lastIndex { !SwiftSource.isOfName($0) } ?? -1) + 1)...], as: UTF8.self)
    }

    private mutating func readLiteral() {
      let label = lastLabel
      let before = String(decoding: code[((code.lastIndex(of: 0x0A) ?? -1) + 1)...], as: UTF8.self)
      let start = line
      var marks = 0
      while byte() == Self.mark {
        marks += 1
        skip()
      }
      let quotes = byte(1) == Self.quote && byte(2) == Self.quote ? 3 : 1
      skip(quotes)
      var content: [UInt8] = []
      var inner: [UInt8] = []
      while place < bytes.count {
        if (0..<quotes).allSatisfy({ byte($0) == Self.quote }),
          (0..<marks).allSatisfy({ byte(quotes + $0) == Self.mark })
        {
          break
        }
        if byte() == UInt8(ascii: "\\"), (0..<marks).allSatisfy({ byte(1 + $0) == Self.mark }) {
          skip(1 + marks)
          if byte() == UInt8(ascii: "(") {
            skip()
            content += "\u{FFFC}".utf8
            // What stands in an interpolation stands in the calls around it, too.
            let outer = (code, calls)
            code = []
            readCode(isInterpolated: true)
            inner += [0x20] + code
            (code, calls) = outer
            continue
          }
          content += [UInt8(ascii: "\\"), byte()]
          skip()
          continue
        }
        content.append(byte() == Self.quote ? UInt8(ascii: "'") : byte())
        skip()
      }
      skip(quotes + marks)
      // What is interpolated is code, too.
      code += inner + [0x20, Self.quote] + content + [Self.quote]
      literals.append(
        Literal(
          text: String(decoding: content, as: UTF8.self), line: start, before: before, calls: calls, label: label))
    }
  }
}
