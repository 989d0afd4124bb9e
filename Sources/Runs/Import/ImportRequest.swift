package import ConfigurationFile
import CustomerModel
import Differ
package import Mapping
package import RegisterStore

/// An import as a person asks for it: of customers, or of records of customers that the register has.
package struct ImportRequest: Sendable {
  /// What is asked. Its record files come from ``with``, and how it reads from the configuration.
  package var options: ImportOptions
  /// The list whose records the rows of the input are; nil for customers.
  package var into: String?
  /// Files of records that go with the input.
  package var with: [RecordInput] = []
  /// True to look up companies that lack name or address.
  package var fillsMissing = false

  /// A file of records: the name of its list, and its path.
  package struct RecordInput: Sendable, Equatable {
    package let list: String
    package let path: String

    package init(list: String, path: String) {
      self.list = list
      self.path = path
    }
  }

  package init(input: String) { options = ImportOptions(input: input) }

  /// Does the import, or finds what it would do; with a plan, the plan is made.
  ///
  /// - Parameters:
  ///   - listing: is shown every change; nil when nobody looks.
  ///   - progress: called now and then with the number of rows so far.
  /// - Throws: ``KundregError``: `import.contradiction` with status 64, and as ``ImportRun`` and ``RecordImportRun``; then the
  ///   register is as before, and there is no plan.
  package func perform(
    on register: Register, configuration: Configuration, library: MappingLibrary, as actor: ActingUser,
    listing: (any ChangeReader)? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> ImportOutcome {
    if let contradiction { throw KundregError(.importContradiction, ImportRequestTexts.contradiction(contradiction)) }
    if let plan = options.plan {
      try OutputPlace(.plan, plan).require(apartFrom: configuration, register: register.path)
    }
    var options = options
    options.isDryRun = options.isDryRun || options.plan != nil
    options.reading = configuration.limits.reading
    options.with = try with.map { ImportOptions.RecordInput(try RecordTarget(name: $0.list), path: $0.path) }
    let run = try opened(options, configuration, library)
    let plan = try options.plan.map {
      try PlanFile(path: $0, register: register, source: options.input, mapping: options.mapping)
    }
    let sinks = [plan as (any ChangeSink)?, listing.map(ChangesShown.init)].compactMap(\.self)
    do {
      var outcome = try run(register, actor, sinks.isEmpty ? nil : ChangeSinks(sinks), progress)
      outcome.lacksDocuments = options.documents != nil && outcome.report.documents.map { $0.missing > 0 } ?? false
      try plan?.finish()
      return outcome
    } catch {
      plan?.discard()
      throw error
    }
  }

  private typealias Work = (Register, ActingUser, (any ChangeSink)?, (Int) -> Void) throws -> ImportOutcome

  /// The run, whose input is open.
  private func opened(
    _ options: ImportOptions, _ configuration: Configuration, _ library: MappingLibrary
  ) throws -> Work {
    if let into {
      let run = try RecordImportRun(
        options, target: RecordTarget(name: into),
        context: ImportContext(library: library, severities: configuration.rules))
      return { register, actor, changes, _ in try run.perform(on: register, as: actor, changes: changes) }
    }
    let run = try ImportRun(
      options,
      context: ImportContext(
        library: library, severities: configuration.rules,
        directory: fillsMissing ? LookupRun.directory(configuration.lookup) : nil, documents: configuration.documents))
    return { register, actor, changes, progress in
      try run.perform(on: register, as: actor, changes: changes, progress: progress)
    }
  }
}

extension ImportRequest {
  /// What of a request does not go together.
  package enum Contradiction: Sendable, Equatable {
    /// A plan holds one change a customer, files of records bring more.
    case planWithRecordFiles
    /// Several rows a customer, beside records or lookups.
    case severalRowsWithRecordsOrLookups
    /// Contents of documents for what writes nothing, or is no import of customers.
    case documentsWithoutImport
    /// What decides a customer's type, where the rows are no customers.
    case typeOfRecords
    /// Lookups, where the rows are no customers.
    case lookupsForRecords
    /// Any other wish that only customers have, where the rows are none.
    case wishesOfCustomersForRecords
    /// A path of rejected rows that ends like no list.
    case rejectsEnding(String)
    /// A path of the list of problems that ends like no list.
    case problemsEnding(String)
  }

  /// The first contradiction; nil where all goes together.
  package var contradiction: Contradiction? {
    let isOfRecords = into != nil
    if options.plan != nil, !with.isEmpty { return .planWithRecordFiles }
    if options.severalRows != nil, isOfRecords || fillsMissing { return .severalRowsWithRecordsOrLookups }
    if options.documents != nil, options.isDryRun || options.plan != nil || isOfRecords {
      return .documentsWithoutImport
    }
    if isOfRecords {
      if options.typeFrom != nil { return .typeOfRecords }
      if fillsMissing { return .lookupsForRecords }
      let asksAsOfCustomers =
        options.mapping != nil || options.sheet != nil || options.empty != nil || options.inactivatesMissing
      if !with.isEmpty || asksAsOfCustomers { return .wishesOfCustomersForRecords }
    }
    if let path = options.rejects, !Self.isList(path) { return .rejectsEnding(path) }
    if let path = options.problems, !Self.isList(path) { return .problemsEnding(path) }
    return nil
  }

  private static func isList(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasSuffix(".csv") || path.hasSuffix(".xlsx")
  }
}

/// Hands every change to several takers.
private final class ChangeSinks: ChangeSink {
  private let sinks: [any ChangeSink]
  init(_ sinks: [any ChangeSink]) { self.sinks = sinks }
  func add(_ change: CustomerChange) throws {
    for sink in sinks { try sink.add(change) }
  }
  func addCustomFields(_ fields: [CustomFieldDefinition]) throws {
    for sink in sinks { try sink.addCustomFields(fields) }
  }
}
