import Foundation
import Texts

/// A command's help in Swedish: what ArgumentParser writes, line by line, by the texts that are known of it.
///
/// What stands with a command is its English help. Each of its sentences has its Swedish in the files `…HelpTexts.swift`.
struct HelpPage {
  /// So many columns that ArgumentParser wraps nothing: only whole sentences can be found.
  static let unwrappedWidth = 100_000
  /// The column in which ArgumentParser begins what it says of an option.
  private static let labelWidth = 26
  private static let sentences = [
    GeneralHelpTexts.swedish, ImportHelpTexts.swedish, RunHelpTexts.swedish, CustomerHelpTexts.swedish,
    EditHelpTexts.swedish, RecordHelpTexts.swedish, SyncHelpTexts.swedish, AdministrationHelpTexts.swedish,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  private let english: String

  /// - Parameter english: the page, unwrapped; what is no help, such as the version, stays as it is.
  init(_ english: String) { self.english = english }

  /// The page in Swedish, in lines of a width at most.
  func swedish(width: Int) -> String {
    guard english.hasPrefix("OVERVIEW: ") || english.hasPrefix("USAGE: ") else { return english }
    return english.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.swedish(String($0), width: width) }.joined(separator: "\n")
  }

  /// The columns of the terminal; 80 where there is none.
  static var terminalWidth: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > labelWidth * 2 else { return 80 }
    return Int(size.ws_col)
  }

  /// What a sentence of the help is in Swedish; nil when it is none that is known.
  static func sentence(_ english: String) -> String? { sentences[english] }

  private static func swedish(_ line: String, width: Int) -> String {
    if let match = line.wholeMatch(of: /OVERVIEW: (.*)/) {
      return wrapped(HelpTexts.overview(sentence(String(match.1)) ?? String(match.1)).swedish, to: width)
    }
    if let match = line.wholeMatch(of: /USAGE: (.*)/) { return HelpTexts.usage(String(match.1)).swedish }
    if let match = line.wholeMatch(of: /\ \ See '(.+)' for detailed help\./) {
      return "  " + HelpTexts.detailedHelp(String(match.1)).swedish
    }
    for heading in [HelpTexts.arguments, HelpTexts.options, HelpTexts.subcommands, HelpTexts.example] {
      if line == heading.english { return heading.swedish }
    }
    guard line.hasPrefix("  ") else { return wrapped(sentence(line) ?? line, to: width) }
    let label = line.prefix(labelWidth)
    guard label.last == " ", line.count > labelWidth, case let rest = line.dropFirst(labelWidth), rest.first != " "
    else {
      return line
    }
    // The subcommand that runs where none is named.
    let name = String(label).replacing("(default) ", with: "(standard)")
    return wrapped(described(String(rest)), after: name.hasSuffix(" ") ? name : name + " ", to: width)
  }

  /// What is said of an option: a sentence, and in parentheses its values and what holds where none is given.
  private static func described(_ text: String) -> String {
    guard let match = text.wholeMatch(of: /(.*?) ?(\((?:values|default|default as flag): .*\))/) else {
      return sentence(text) ?? text
    }
    let values = String(match.2).replacing("(values: ", with: "(värden: ").replacing("(default: ", with: "(standard: ")
      .replacing("; default: ", with: "; standard: ")
    let said = String(match.1)
    return [sentence(said) ?? said, values].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A text in lines of a width at most; further lines begin below its first word.
  private static func wrapped(_ text: String, after label: String = "", to width: Int) -> String {
    let indentation = String(repeating: " ", count: label.count)
    var lines = [label]
    var isFirst = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isFirst, lines[lines.count - 1].count + 1 + word.count > width {
        lines.append(indentation + word)
      } else {
        lines[lines.count - 1] += (isFirst ? "" : " ") + word
      }
      isFirst = false
    }
    return lines.joined(separator: "\n")
  }
}
