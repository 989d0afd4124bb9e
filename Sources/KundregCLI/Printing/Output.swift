import CustomerModel
import Documents
import Foundation
import Runs
import Synchronization
import Texts
import Writers

/// Standard output, which carries only results, and standard error, which carries everything else.
///
/// Sentences, tables, documents and errors pass here, and here personal identity numbers are masked: also those that are a
/// customer's number, and those that a command was given. The names of files stay where the caller says what they are. What `write` gets is written
/// as it is.
enum Output {
  private static let chosenLanguage = Mutex(Language(environment: GlobalOptions.environment))

  /// The language of everything that people are told: the locale's until the options and the configuration are read.
  static var language: Language {
    get { chosenLanguage.withLock { $0 } }
    set { chosenLanguage.withLock { $0 = newValue } }
  }

  private static let chosenTerminal = Mutex(
    Terminal(descriptor: STDOUT_FILENO, color: .auto, environment: GlobalOptions.environment))

  /// What standard output can show.
  static var terminal: Terminal {
    get { chosenTerminal.withLock { $0 } }
    set { chosenTerminal.withLock { $0 = newValue } }
  }

  /// A line for people, in their language.
  ///
  /// - Parameters:
  ///   - paths: the files that it names.
  ///   - emphasis: how the whole line stands out.
  static func line(_ text: Text, paths: [String] = [], emphasis: Emphasis? = nil) {
    let shown = IdentityMask.masked(text[language], outside: paths)
    write((emphasis?.applied(to: shown, on: terminal) ?? shown) + "\n")
  }

  /// A line that is the same in every language.
  static func line(_ text: String = "", paths: [String] = []) {
    write(IdentityMask.masked(text, outside: paths) + "\n")
  }

  static func write(_ text: String) { write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) {
    // A reader that has gone (`| head`) wants no more: no reason to fail.
    try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
  }

  /// Writes a JSON document and a line end.
  ///
  /// - Parameters:
  ///   - masked: false for what is masked already, or was asked for in full.
  ///   - kinds: the members that are no words, by name, wherever they stand; `number` is a customer's number.
  static func json(
    _ node: JSONNode, pretty: Bool = true, masked: Bool = true, kinds: [String: TextTable.Kind] = [:]
  ) {
    var bytes: [UInt8] = []
    (masked ? node.masked(kinds: kinds.mapValues(\.textKind)) : node).write(to: &bytes, indent: pretty ? 0 : nil)
    write(bytes + [0x0A])
  }

  /// Tells that something was done: a sentence for people, the same facts for programs.
  ///
  /// - Parameter kinds: the facts that are no words, by name; `number` is a customer's number. The sentence may name the
  ///   files among them.
  static func done(
    _ sentence: Text, _ facts: KeyValuePairs<String, String>, kinds: [String: TextTable.Kind] = [:],
    as format: GlobalOptions.Format
  ) {
    switch format {
    case .table:
      line(sentence, paths: facts.filter { if case .path = kinds[$0.key] { true } else { false } }.map(\.value))
    case .csv:
      var table = TextTable(facts.map(\.key), kinds: kinds.merging(usualKinds) { given, _ in given })
      table.append(facts.map(\.value))
      table.write(as: .csv)
    case .json: json(.object(facts.map { .init(key: $0.key, value: .text($0.value)) }), kinds: kinds)
    }
  }

  /// Tells what a run came to: a sentence for people, the result itself for programs.
  ///
  /// - Parameter paths: the files that the sentence names.
  static func result(
    _ result: some RunResult, _ sentence: Text, paths: [String] = [], as format: GlobalOptions.Format
  ) {
    switch format {
    case .table: line(sentence, paths: paths)
    case .csv:
      let cells = result.node.members.filter { $0.value.cell != nil }
      write(TextTable.csv([cells.map(\.key), cells.map { $0.value.cell ?? "" }]))
    case .json: json(result.node { $0.worded }, masked: false)
    }
  }

  fileprivate static let usualKinds: [String: TextTable.Kind] = ["number": .customerNumber]

  /// Writes a line for people beside the result.
  static func note(_ text: Text) { errorText(text[language] + "\n") }

  /// Writes text for people beside the result.
  static func errorText(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(IdentityMask.masked(text, outside: []).utf8))
  }

  /// Tells why a command failed, and what to type.
  static func error(_ error: KundregError) {
    self.error(([error.text] + error.remedies.map(\.worded)).map { $0[language] }.joined(separator: " "))
  }

  static func error(_ message: Text) { error(message[language]) }

  static func error(_ message: String) {
    errorText("kundreg: \(message)\n")
  }
}
