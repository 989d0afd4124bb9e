import CompanyLookup
import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Texts

/// Finds the companies of an import that lack name or address, and asks a directory for them: each number once, and never
/// while the register is held.
///
/// A directory that fails is told in the report and fails nothing.
final class FillMissing {
  private struct Want {
    let position: UInt32
    let number: UInt64
    let filling: CompanyFilling
  }

  private enum Answer {
    case found(CompanyFacts)
    case unknown
    case failed
  }

  private let directory: any CompanyDirectory
  private let maximumLookups: Int
  private var wants: [Want] = []
  private var numbers: [IdentityNumber] = []
  private var known: Set<UInt64> = []
  /// Numbers beyond those that may be asked for.
  private var left: Set<UInt64> = []
  private var answers: [UInt64: Answer] = [:]
  private var lastFailure: KundregError?
  /// The latest run when the register was looked at, 0 when there was none; nil before that.
  private var lastRun: Int?
  private let today: CalendarDay

  init(_ directory: any CompanyDirectory, maximumLookups: Int, today: CalendarDay) {
    self.directory = directory
    self.maximumLookups = maximumLookups
    self.today = today
  }

  /// Gives a pipeline the values for its rows. Who lacks something is found out first, if that is not known or the
  /// register changed since.
  ///
  /// - Parameter ownRuns: how many of the register's runs are this import's own.
  /// - Returns: what a person should know.
  func prepare(
    _ pipeline: inout RowPipeline, reader: RegisterReader, ownRuns: Int, options: ImportOptions,
    settings: RegisterSettings
  ) throws -> [Text] {
    let run = try reader.runs(limit: ownRuns + 1).dropFirst(ownRuns).first?.id ?? 0
    if lastRun != run {
      try collect(pipeline, reader, options, settings)
      lastRun = run
    }
    let plan = plan(columns: pipeline.mapping.columns)
    pipeline.fills = plan
    return notes(filled: plan.count)
  }

  // MARK: Who lacks something

  /// Looks through the input for rows whose customer lacks name or address and has an organisation number.
  private func collect(
    _ pipeline: RowPipeline, _ reader: RegisterReader, _ options: ImportOptions, _ settings: RegisterSettings
  ) throws {
    wants = []
    let matcher =
      try reader.hasCustomers() ? try reader.matcher(columns: pipeline.columns, keys: options.match) : nil
    let numberless = try NumberlessRows(
      reader, writer: nil, source: pipeline.source, seed: pipeline.digestSeed)
    try pipeline.forEachBatch { batch in
      let records = batch.records
      let matches = try matcher?.match(records)
      // A row that is rejected for something else is not mended by a name.
      var faulty = Set(records.problems.lazy.filter { $0.problem.severity == .reject }.map(\.row))
      for (row, problem) in records.provisional
      where problem.severity == .reject && problem.path?.field != .customerName { faulty.insert(row) }
      for row in 0..<records.count where !faulty.contains(row) {
        let incoming = IncomingCard(row: row, of: records)
        let card: CustomerCard
        switch try customer(row, of: records, match: matches?[row] ?? .none, incoming, numberless) {
        case .nobodyKnows: continue
        case .new: card = CardDiffer.newCard(incoming, settings: settings)
        case .existing(let id):
          guard let current = try reader.card(ofCustomer: id) else { continue }
          card = CardDiffer.card(current, applying: CardDiffer.changes(from: current, to: incoming))
        }
        want(card, position: records.rows.rows[row].position)
      }
    }
  }

  private enum Customer {
    case new
    case existing(Int64)
    case nobodyKnows
  }

  private func customer(
    _ row: Int, of records: RecordBatch, match: RowMatch, _ incoming: IncomingCard, _ numberless: NumberlessRows
  ) throws -> Customer {
    if case .same(let id) = match { return .existing(id) }
    if case .differs(let id) = match { return .existing(id) }
    if incoming[.number] == nil, let id = numberless.customer(of: records.rows.rows[row], in: records.rows) {
      return .existing(id)
    }
    if case .ambiguous = match { return .nobodyKnows }
    return .new
  }

  private func want(_ card: CustomerCard, position: UInt32) {
    let filling = CompanyFilling(card)
    guard !filling.hasName || !filling.hasAddress, card[.type] != "private", CountrySigns(card).country == .sweden,
      let text = card[.identityNumber],
      case .success(let number) = Array(text.utf8).withUnsafeBufferPointer({ IdentityNumber.read($0, today: today) }),
      number.kind == .organisation
    else { return }
    if !known.contains(number.digits) {
      guard known.count < maximumLookups else { return _ = left.insert(number.digits) }
      known.insert(number.digits)
      numbers.append(number)
    }
    wants.append(Want(position: position, number: number.digits, filling: filling))
  }

  // MARK: Asking

  /// Asks for every number. Takes as long as the directory's pace does.
  func ask() {
    var failures = 0
    for number in numbers {
      guard failures < LookupLimits.failures else { return }
      do throws(LookupFailure) {
        answers[number.digits] = try directory.find(number).map { .found($0) } ?? .unknown
        failures = 0
      } catch {
        answers[number.digits] = .failed
        lastFailure = error.error(directory: directory.name)
        failures += 1
      }
    }
  }

  // MARK: What comes of it

  /// - Parameter columns: the file's.
  private func plan(columns: [RecordColumn]) -> FillPlan {
    var plan = FillPlan(columns: columns)
    for want in wants {
      guard case .found(let facts) = answers[want.number] else { continue }
      plan.add(want.filling.values(facts, vatNumber: false), position: want.position)
    }
    return plan
  }

  /// What a person should know.
  ///
  /// - Parameter filled: how many rows got a value.
  private func notes(filled: Int) -> [Text] {
    guard !numbers.isEmpty else { return [LookupTexts.nothingMissing(directory.name)] }
    var (found, unknown, failed) = (0, 0, 0)
    for answer in answers.values {
      switch answer {
      case .found: found += 1
      case .unknown: unknown += 1
      case .failed: failed += 1
      }
    }
    var notes = [
      LookupTexts.asked(directory.name, found: found, unknown: unknown, failed: failed, filled: filled)
    ]
    if let lastFailure, failed > 0 {
      notes.append(LookupTexts.failed(lastFailure.text, left: numbers.count - answers.count))
    }
    if !left.isEmpty { notes.append(LookupTexts.tooMany(most: maximumLookups, left: left.count)) }
    return notes
  }
}
