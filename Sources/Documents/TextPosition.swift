/// A place in a text: line and column from 1; columns count characters (Unicode scalars), as editors do.
package struct TextPosition: Sendable, Hashable, Comparable, CustomStringConvertible {
  package var line: Int
  package var column: Int

  package init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }

  package static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }

  /// `line:column`, as compilers write it and editors open it.
  package var description: String { "\(line):\(column)" }
}
