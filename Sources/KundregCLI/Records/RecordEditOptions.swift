import ArgumentParser
import ConfigurationFile
import CustomerModel
import Mapping
import RegisterStore
import Runs

/// What every command that changes a card's lists of records takes.
struct RecordEditOptions: ParsableArguments {
  @Flag(help: "Check and show what would be done, and write nothing.")
  var dryRun = false

  /// Makes the change as one run and tells what came of it.
  ///
  /// - Parameter command: the command as `kundreg runs` is to show it.
  func perform(_ command: String, _ global: GlobalOptions, _ body: (EditSession, Register) throws -> Void) throws {
    let configuration = try global.configuration()
    let (register, actor) = try global.enter(configuration)
    let outcome = try EditRun(command, isDryRun: dryRun, severities: configuration.rules).perform(
      on: register, as: actor
    ) { session in try body(session, register) }
    EditAccount(outcome).write(as: global.reportFormat)
  }
}

/// The records of one list of a card, as a person sees them.
enum RecordListing {
  /// - Parameter order: nil for the list's own.
  static func write(
    _ field: Field, of number: String, _ global: GlobalOptions, sort order: RecordTable.Order? = nil
  ) throws {
    let all = try global.openRegister().read { register in
      try CustomerRecords(field, ofNumber: number, sort: order, in: register, as: global.actor(in: register))
    }
    let records = global.reportFormat == .table ? all.condensed : all
    var table = TextTable(records.members.map(\.name), of: records.kind)
    for row in records.rows { table.append(row) }
    table.write(as: global.reportFormat)
  }
}

/// The members of a record that options give: an option left out says nothing.
func givenValues(_ values: KeyValuePairs<String, String?>) -> [String: String] {
  Dictionary(uniqueKeysWithValues: values.compactMap { name, value in value.map { (name, $0) } })
}
