import Foundation
import Testing

/// What people are told stands in files `…Texts.swift`, in every language; the compiler sees to the languages, this to the rest.
@Suite struct TextCatalogueTests {
  /// The rooms that tell people anything: all but those that only serve tests.
  static let done: Set<String> = [
    "Texts", "SwedishIdentity", "CustomerModel", "Documents", "Rows", "Readers", "Mapping", "Understanding",
    "Validation", "Writers",
    "ConfigurationFile", "Differ", "HTTP", "AccountingSystems", "CompanyLookup", "RegisterStore", "Runs",
    "KundregCLI", "PageLaunch", "KundregPage",
  ]

  /// The labels of what a command's help says.
  static let help: Set = ["help", "abstract", "discussion"]
  /// The functions of logs.
  static let logs: Set = ["debug", "notice", "warning", "warn"]

  /// Files of those rooms with words that are no sentences to anybody, and why.
  static let exempt: [String: String] = [
    "HeadingGroup.swift": "words that stand over columns of lists",
    "KnownWords.swift": "words that stand in cells of lists",
    "KnownWords+CustomerTypes.swift": "words that stand in cells of lists",
    "CountryNames.swift": "words that stand in cells of lists",
    "LanguageNames.swift": "words that stand in cells of lists",
    "BlankWords.swift": "words that stand in cells of lists",
    "FieldGuide.swift": "examples of values",
    "Configuration+Example.swift": "the example of the configuration",
    "Field+Catalogue.swift": "names of fields, which stand where a field is born",
    "RecordKind.swift": "names of members, which stand where a member is born",
    "TwoLetterCodes+Standards.swift": "codes of countries and languages",
    "PersonalTable+All.swift": "the page of where persons' data stand",
    "PersonalTable+Runs.swift": "the page of where persons' data stand",
    "PersonalTable+Sync.swift": "the page of where persons' data stand",
    "Schema.swift": "names of steps of the schema, which registers hold",
    "VismaError+Keys.swift": "words that stand in Visma's answers",
    "Remedy+Wording.swift": "the texts of remedies",
    "FindingCode.swift": "the page of codes, which is in English",
    "SyncMetrics.swift": "what Prometheus shows of a metric, in English",
    "SyncRemedy+Wording.swift": "the texts of remedies",
    "Stylesheet.swift": "a stylesheet", "PageScript.swift": "a script", "PageIcon.swift": "a picture",
    "SecurityHeaders.swift": "what browsers are told", "SessionCookie.swift": "what browsers are told",
    "AuditEvent.swift": "lines of the log, in English",
    "FooterWords.swift": "words that stand below lists",
    "RecordTarget.swift": "words that stand over columns of lists",
    "LookupRun.swift": "the name of a run, which the register keeps",
  ]

  /// A function or constant of a type of texts.
  struct Declaration {
    let source: SwiftSource
    let type: String
    let name: String
    let isPrivate: Bool
    let body: String
  }

  static let declarations: [Declaration] = SwiftSource.all.filter { $0.name.hasSuffix("Texts.swift") }.flatMap(
    declarations)

  private static func declarations(in source: SwiftSource) -> [Declaration] {
    let code = source.code
    let pattern =
      /(?m)^(?:package )?(?:enum|extension) (?<type>\w+)|^  (?<private>private )?(?:package )?static (?:func|let|var) (?<name>\w+)/
    let matches = code.matches(of: pattern)
    var type = ""
    return matches.enumerated().compactMap { index, match in
      if let name = match.type {
        type = String(name)
        return nil
      }
      guard let name = match.name, type.hasSuffix("Texts") else { return nil }
      let end = index + 1 < matches.count ? matches[index + 1].range.lowerBound : code.endIndex
      return Declaration(
        source: source, type: type, name: String(name), isPrivate: match.private != nil,
        body: String(code[match.range.upperBound..<end]))
    }
  }

  @Test func everyTextIsToldSomewhere() {
    let names = SwiftSource.all.map { (path: $0.path, names: $0.names) }
    let members = Set(names.flatMap(\.names.members))
    // A file may shorten the name of a type of texts.
    let aliases = SwiftSource.all.flatMap { source in
      source.code.matches(of: /typealias (\w+) = (\w+Texts)\b/).map { (alias: String($0.1), type: String($0.2)) }
    }
    let plain = Dictionary(uniqueKeysWithValues: names.map { ($0.path, $0.names.plain) })
    for text in Self.declarations {
      let types = [text.type] + aliases.filter { $0.type == text.type }.map(\.alias)
      // In its own file it may be called by its name alone.
      let declared = Self.declarations.count { $0.source.path == text.source.path && $0.name == text.name }
      let isUsed =
        types.contains { members.contains("\($0).\(text.name)") }
        || plain[text.source.path, default: []].count { $0 == text.name } > declared
      #expect(isUsed, "\(text.source.path): \(text.type).\(text.name) is told nowhere")
    }
  }

  /// One place for each sentence: words alone may be the same by chance.
  @Test func noSentenceStandsTwice() {
    var places: [String: String] = [:]
    for text in Self.declarations {
      let sentences = SwiftSource(path: text.source.path, text: text.body).literals.filter { $0.wordCount > 2 }
      let all = sentences.map(\.text).joined(separator: "|")
      guard !all.isEmpty else { continue }
      let place = "\(text.type).\(text.name)"
      if let other = places.updateValue(place, forKey: all) {
        Issue.record("\(place) and \(other) are the same: \(all)")
      }
    }
  }

  @Test func sentencesStandInTheirFilesOnly() {
    let calls = [
      "preconditionFailure(", "fatalError(", "assert(", "precondition(",
      // Logs are in English.
      "log.warn(", "log.debug(", "trouble(",
    ]
    for source in SwiftSource.all where Self.done.contains(source.room) {
      if source.name.hasSuffix("Texts.swift") || source.name.hasPrefix("ErrorCode+") { continue }
      // A rule is one file with its own sentences, in each language.
      if Self.exempt[source.name] != nil || source.code.contains("RuleInfo(") { continue }
      for literal in source.literals where literal.wordCount > 2 && !literal.isSQL {
        // What only who wrote the program sees.
        if calls.contains(where: literal.before.contains) { continue }
        // Help and logs are in English.
        if literal.calls.contains("ArgumentHelp") || literal.label.map(Self.help.contains) ?? false { continue }
        if literal.calls.contains(where: Self.logs.contains) { continue }
        // So is what to type, and the command by which a run is known.
        if literal.text.hasPrefix("kundreg ") || literal.calls.last == "perform" { continue }
        Issue.record("\(source.path):\(literal.line): “\(literal.text)” belongs in a file of texts")
      }
    }
  }
}
