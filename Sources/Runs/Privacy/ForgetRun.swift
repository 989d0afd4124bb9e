import CustomerModel
import Foundation
import Glibc
package import RegisterStore
import Writers

/// Removes a person's data from a register for good. Source: the right to erasure, GDPR article 17.
///
/// What stays: that a customer with this id was there, when it was removed and by whom; the counts of runs; and its number
/// as a reserved one, unless the number is a personal identity number. No undo brings anything back.
package enum ForgetRun {
  /// The numbers of the customers that would be forgotten with one, since they were merged into it.
  ///
  /// - Throws: ``KundregError`` with status 77 for whom is no administrator, and `customer.unknown`.
  package static func merged(with number: String, in register: Register, as actor: ActingUser) throws -> [String] {
    try register.read { reader in
      try actor.require(.administrator, in: reader, to: DeedTexts.removePerson)
      return try reader.customersMerged(into: meant(number, reader)).map(reader.number)
    }
  }

  /// - Throws: ``KundregError`` with status 77 for whom is no administrator, `customer.unknown`, `sync.busy` with status 75
  ///   while a sync with a system that has the customer runs; in all cases nothing was removed. What fails after the removal is
  ///   told by the outcome.
  package static func perform(_ number: String, on register: Register, as actor: ActingUser) throws -> ForgetOutcome {
    let systems = try register.read { reader in
      try actor.require(.administrator, in: reader, to: DeedTexts.removePerson)
      let meant = try meant(number, reader)
      return Set(try (meant + reader.customersMerged(into: meant)).flatMap { try reader.systems(keeping: $0) })
    }
    // A sync that runs would write down again what it holds in memory.
    let locks = try systems.sorted().map { try register.lockSync($0) }
    defer { for lock in locks { lock.release() } }
    let start = Date()
    let outcome = try register.write { writer in
      try actor.require(.administrator, in: writer, to: DeedTexts.removePerson)
      let meant = try meant(number, writer)
      let merged = try writer.customersMerged(into: meant)
      let customers = meant + merged
      let values = try customers.flatMap { try writer.everyValue(ofCustomer: $0) }
      let texts = PersonalTexts(values)
      let elsewhere = try writer.contactsElsewhere(of: values, except: customers)
      let mergedNumbers = try merged.map(writer.number)
      let mergedInto = try Set(meant.flatMap(writer.mergeTargets)).subtracting(customers).sorted()
        .compactMap { try writer.key(ofCustomer: $0)?.number }
      let filters = try writer.savedFilters().filter { filter in
        try texts.isMentioned(in: filter.definition) || finds(filter, nobodyBut: customers, in: writer, as: actor)
      }.map(\.name)
      let run = try writer.begin(
        RunDescription(kind: .edit, source: "customer forget", user: actor.name, start: start))
      // The rows as they stand in the reports of runs, before what tells whose they are is gone.
      let rows = try customers.map {
        try writer.problemRows(of: $0, numbers: texts.numbers, identities: texts.identities)
      }.reduce(into: [Int: Set<Int>]()) { $0.merge($1) { $0.union($1) } }
      let forgotten = try customers.map { customer in
        try writer.forget(
          customer, numbers: texts.numbers, identities: texts.identities, user: actor.name, at: start)
      }
      try writer.rewriteRuns { run, source, report, kind in
        let newReport = report.flatMap { texts.scrubbed(report: $0, rows: rows[run] ?? []) }
        let newSource = isNamed(in: source, of: kind, texts) ? hidden(source) : source
        return newReport == nil && newSource == source ? nil : (newSource, newReport ?? report)
      }
      try writer.rewriteTexts(
        mentioning: texts.shownParts, with: ForgottenTexts.kept, where: texts.isShown)
      var counts = RunRecord.Counts()
      counts.deleted = customers.count
      try writer.endRun(counts)
      return (run, forgotten, mergedNumbers, mergedInto, filters, elsewhere, try writer.rejectsFiles())
    }
    let (run, forgotten, merged, mergedInto, filters, elsewhere, rejects) = outcome
    // The removal is committed. Each of these steps is taken, whatever becomes of the others.
    let searchFiles = register.dropSearchIndex()
    let documents = deleteFiles(forgotten.flatMap(\.documents), of: register)
    let erasure = register.eraseFreedSpace()
    register.renewSearchIndex()
    let rejectsFiles = Set(
      rejects.flatMap(RejectsFile.places).map { URL(fileURLWithPath: $0).standardizedFileURL.path })
    return ForgetOutcome(
      run: run, customers: forgotten.map(\.customer), merged: merged, deletedDocuments: documents.deleted,
      erasure: erasure,
      .init(
        mergedInto: mergedInto, remoteRecords: forgotten.flatMap(\.remoteRecords), contacts: elsewhere,
        undeletedFiles: searchFiles + documents.left,
        rejectsFiles: rejectsFiles.filter { FileManager.default.fileExists(atPath: $0) }.sorted(),
        savedFilters: filters))
  }

  /// True for a saved search that finds these customers and no others: it looks for the person, whatever its words. One that
  /// can be read no more finds nobody.
  private static func finds(
    _ filter: SavedFilter, nobodyBut customers: [Int64], in reader: RegisterReader, as actor: ActingUser
  ) throws -> Bool {
    guard var terms = try? SearchTerms.terms(of: filter) else { return false }
    (terms.activity, terms.sort) = (.all, nil)
    guard var search = try? terms.search(in: reader, as: actor) else { return false }
    search.limit = customers.count + 1
    let found = try reader.customers(search)
    return !found.isEmpty && Set(found).isSubset(of: customers)
  }

  /// True when a run's source names the customer: `customer edit 1001`, `run 12, customer 1001`. Those of others name files and
  /// systems.
  private static func isNamed(in source: String, of kind: RunRecord.Kind, _ texts: PersonalTexts) -> Bool {
    switch kind {
    case .edit: texts.isNumberMentioned(in: source)
    case .undo: texts.numbers.contains { source.hasSuffix(", customer \($0)") }
    case .import, .apply, .pull: false
    }
  }

  /// What is left of the name of an edit: its command without whom it was about.
  private static func hidden(_ source: String) -> String {
    source.split(separator: " ").prefix(2).joined(separator: " ") + " " + ForgottenTexts.kept
  }

  private static func meant(_ number: String, _ reader: RegisterReader) throws -> [Int64] {
    let customers = try reader.customers(meantBy: number)
    guard !customers.isEmpty else {
      throw KundregError.unknownCustomer(number, mayBeDeleted: true)
    }
    return customers
  }

  /// - Returns: how many files were deleted, and the paths of those that could not be.
  private static func deleteFiles(_ hashes: [String], of register: Register) -> (deleted: Int, left: [String]) {
    let folder = DocumentFolder(ofRegister: register.path)
    var (deleted, left) = (0, [String]())
    for path in Set(hashes).map(folder.file).sorted() {
      if unlink(path) == 0 {
        deleted += 1
      } else if errno != ENOENT {
        left.append(path)
      }
    }
    return (deleted, left)
  }
}
