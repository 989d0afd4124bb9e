package import Rows

/// Where values that are judged come from: a sentence advises what can be done there.
package enum ValueOrigin: Sendable, Hashable, CaseIterable {
  /// A delimited text.
  case text
  case workbook
  case json
  /// A command that a person typed.
  case command
  /// A record of an accounting system.
  case system

  package init(_ format: SourceFormat) {
    switch format {
    case .delimited: self = .text
    case .workbook: self = .workbook
    case .json: self = .json
    }
  }

  /// True when the values stand in a file that somebody can mend and import again.
  var isFile: Bool {
    switch self {
    case .text, .workbook, .json: true
    case .command, .system: false
    }
  }

  /// True when a person wrote the mapping that read the values, or can.
  var hasMapping: Bool { self != .command }
}
