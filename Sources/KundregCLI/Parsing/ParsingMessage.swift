import ArgumentParser
import Foundation
import Texts

/// What ArgumentParser says of arguments that no command takes, in each language.
struct ParsingMessage {
  /// What is wrong; the same in every language where it is none of the messages that are known.
  let message: Text
  /// The whole: what is wrong, how the command is used, and where more of it is told.
  let whole: Text

  init(_ error: any Error) {
    self.init(message: Kundreg.message(for: error), whole: Kundreg.fullMessage(for: error))
  }

  /// - Parameters:
  ///   - message: ArgumentParser's own sentence.
  ///   - english: its whole message, of which that is a part.
  init(message: String, whole english: String) {
    self.message = Self.told(message)
    let start = ParsingTexts.error(Text(verbatim: message)).english
    guard english.hasPrefix(start) else {
      whole = Text(verbatim: english)
      return
    }
    // What an option is for stands there, too, in English only.
    let rest = english.dropFirst(start.count).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("Help:  ") }.map { Self.toldLine(String($0)).swedish }
    whole = Text(
      en: english, sv: ParsingTexts.error(self.message).swedish + rest.joined(separator: "\n"))
  }

  private static func told(_ message: String) -> Text {
    // Of letters that may be an option's value as well as options both readings are told.
    let readings = message.components(separatedBy: "\n   or: ")
    if readings.count == 2, let first = told(reading: readings[0]),
      let second = told(reading: readings[1].replacing(/\ in '[^']*'$/, with: ""))
    {
      return Text(en: message, sv: "\(first.swedish) \(second.swedish)")
    }
    return told(reading: message) ?? Text(verbatim: message)
  }

  private static func told(reading message: String) -> Text? {
    if let match = message.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
      return ParsingTexts.unknownOption(String(match.1), nearest: match.2.map(String.init))
    }
    if let match = message.wholeMatch(of: /Missing value for '(.+)'/) {
      return ParsingTexts.missingValue(String(match.1))
    }
    if let match = message.wholeMatch(of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./) {
      return ParsingTexts.valueOfFlag(String(match.1), String(match.2))
    }
    if let match = message.wholeMatch(of: /(?s)Unexpected argument '(.*)'/) {
      return ParsingTexts.unexpectedArgument(String(match.1))
    }
    if let match = message.wholeMatch(of: /(?s)[0-9]+ unexpected arguments: '(.*)'/) {
      return ParsingTexts.unexpectedArguments(String(match.1).components(separatedBy: "', '"))
    }
    if let match = message.wholeMatch(of: /Value to be set with flag '(.+)' had already been set with flag '(.+)'/) {
      return ParsingTexts.saidTwice(String(match.1), String(match.2))
    }
    if let match = message.wholeMatch(of: /Missing expected argument '(.+)'/) {
      return ParsingTexts.missingArgument(String(match.1))
    }
    if let match = message.wholeMatch(of: /Missing one of: '(.+)'/) {
      return ParsingTexts.missingOneOf(String(match.1).components(separatedBy: "', '"))
    }
    if let match = message.wholeMatch(of: /Invalid option: (.+)/) {
      return ParsingTexts.invalidOption(String(match.1))
    }
    if message == ParsingTexts.missingSubcommand.english { return ParsingTexts.missingSubcommand }
    return invalidValue(message)
  }

  private static func invalidValue(_ message: String) -> Text? {
    if let match = message.wholeMatch(of: /(?s)The value '(.*)' is invalid\..*/) {
      return ParsingTexts.invalidValue(String(match.1), of: nil, choices: nil)
    }
    guard let match = message.wholeMatch(of: /(?s)The value '(.*)' is invalid for '(.+?)'(.*)/) else { return nil }
    return ParsingTexts.invalidValue(String(match.1), of: String(match.2), choices: choices(String(match.3)))
  }

  /// The values that ArgumentParser names, as a list of words.
  private static func choices(_ named: String) -> String? {
    if let match = named.wholeMatch(of: /\. Please provide one of ('.*')\./) {
      return match.1.matches(of: /'([^']*)'/).map { String($0.1) }.joined(separator: ", ")
    }
    guard let match = named.wholeMatch(of: /(?s)\. Please provide one of the following:\n(.*)/) else { return nil }
    return match.1.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "-" } }.joined(separator: ", ")
  }

  private static func toldLine(_ line: String) -> Text {
    if let match = line.wholeMatch(of: /Usage: (.*)/) { return ParsingTexts.usage(String(match.1)) }
    if let match = line.wholeMatch(of: /\ \ See '(.+)' for more information\./) {
      return ParsingTexts.moreHelp(String(match.1))
    }
    return Text(verbatim: line)
  }
}
