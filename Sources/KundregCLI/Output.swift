import Documents
import Foundation
import Writers

/// Standard output, which carries only results, and standard error, which carries everything else.
enum Output {
  static func line(_ text: String = "") { write(text + "\n") }

  static func write(_ text: String) { write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) {
    // A reader that has gone (`| head`) wants no more: no reason to fail.
    try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
  }

  /// Writes a JSON document and a line end.
  static func json(_ node: JSONNode, pretty: Bool = true) {
    var bytes: [UInt8] = []
    node.write(to: &bytes, indent: pretty ? 0 : nil)
    write(bytes + [0x0A])
  }

  /// Tells that something was done: a sentence for people, the same facts for programs.
  static func done(
    _ sentence: String, _ facts: KeyValuePairs<String, String>, as format: GlobalOptions.Format
  ) {
    switch format {
    case .table: line(sentence)
    case .csv: write(TextTable.csv([facts.map(\.key), facts.map(\.value)]))
    case .json: json(.object(facts.map { .init(key: $0.key, value: .text($0.value)) }))
    }
  }

  /// Writes text for people beside the result.
  static func errorText(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

  static func error(_ message: String) {
    errorText("kundreg: \(message)\n")
  }
}
