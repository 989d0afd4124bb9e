import CustomerModel
import Documents
import Foundation
import Writers

/// Standard output, which carries only results, and standard error, which carries everything else.
///
/// Sentences, tables, documents and errors pass here, and here personal identity numbers are masked: also those that are a
/// customer's number, and those that a command was given. The names of files stay. What `write` gets is written as it is.
enum Output {
  /// A line for people.
  static func line(_ text: String = "") { write(IdentityMask.maskedOutsidePaths(text) + "\n") }

  static func write(_ text: String) { write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) {
    // A reader that has gone (`| head`) wants no more: no reason to fail.
    try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
  }

  /// Writes a JSON document and a line end.
  ///
  /// - Parameter masked: false for what is masked already, or was asked for in full.
  static func json(_ node: JSONNode, pretty: Bool = true, masked: Bool = true) {
    var bytes: [UInt8] = []
    (masked ? node.masked : node).write(to: &bytes, indent: pretty ? 0 : nil)
    write(bytes + [0x0A])
  }

  /// Tells that something was done: a sentence for people, the same facts for programs.
  static func done(
    _ sentence: String, _ facts: KeyValuePairs<String, String>, as format: GlobalOptions.Format
  ) {
    switch format {
    case .table: line(sentence)
    case .csv: write(TextTable.csv([facts.map(\.key), facts.map { IdentityMask.maskedOutsidePaths($0.value) }]))
    case .json: json(.object(facts.map { .init(key: $0.key, value: .text($0.value)) }))
    }
  }

  /// Writes text for people beside the result.
  static func errorText(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(IdentityMask.maskedOutsidePaths(text).utf8))
  }

  static func error(_ message: String) {
    errorText("kundreg: \(message)\n")
  }
}

extension JSONNode {
  /// The document with personal identity numbers masked in its texts.
  fileprivate var masked: JSONNode {
    switch self {
    case .text(let text): .text(IdentityMask.maskedOutsidePaths(text))
    case .array(let items): .array(items.map(\.masked))
    case .object(let members): .object(members.map { .init(key: $0.key, value: $0.value.masked) })
    case .null, .number, .boolean: self
    }
  }
}
