import CustomerModel
import ERPSandbox
import RegisterStore
import Runs
import Testing

extension Rehearsal {
  /// Expects that both sides say the same of every field that the system holds, and that nobody is there twice.
  ///
  /// - Parameter held: fields of customers that are in conflict, `number field`.
  func expectAgreement(
    except held: Set<String> = [], numbers: [String]? = nil, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let differences = try await differences(except: held)
    #expect(differences.isEmpty, comment, sourceLocation: sourceLocation)
    if let numbers {
      let here = try numbersHere
      let there = try await numbersThere()
      #expect(here == numbers, comment, sourceLocation: sourceLocation)
      #expect(there == numbers, comment, sourceLocation: sourceLocation)
    }
  }

  /// What the two sides do not agree on, a line each.
  func differences(except held: Set<String> = []) async throws -> [String] {
    var lines: [String] = []
    var records: [String: [String: String]] = [:]
    for record in try await recordsThere() {
      let number = record["CustomerNumber"]?.text ?? ""
      if records[number] != nil { lines.append("\(number) is there twice") }
      records[number] = side.read(record)
    }
    let cards = try register.read { try RegisterState($0) }.cards
    for number in Set(cards.keys).union(records.keys).sorted() {
      guard let card = cards[number], let record = records[number] else {
        lines.append("\(number) is only \(cards[number] == nil ? "there" : "here")")
        continue
      }
      for field in side.keys.keys.sorted() where !held.contains("\(number) \(field)") {
        let here = card[path(field)]
        guard here != record[field] else { continue }
        lines.append("\(number) \(field): \(here ?? "-") here, \(record[field] ?? "-") there")
      }
    }
    return lines
  }

  /// Expects that a second run, an hour on each, sends nothing but the questions for lists. The first may read back what
  /// was pushed just now, as a change of the record, but writes nothing.
  func expectQuiet(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await advance(3600)
    let first = try await requests { try await sync() }
    #expect(first.filter(\.isWriting) == [], comment, sourceLocation: sourceLocation)
    try await advance(3600)
    let sent = try await requests { try await sync() }
    #expect(sent.filter { !$0.isList } == [], comment, sourceLocation: sourceLocation)
    #expect(!sent.isEmpty, comment, sourceLocation: sourceLocation)
  }
}

extension SyncOutcome {
  /// The notes in English.
  var told: [String] { notes.map(\.message) }
  /// The codes of what a person is told, sorted.
  var codes: [String] { findings.map(\.code).sorted() }
}
