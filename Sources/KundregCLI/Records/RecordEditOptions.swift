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
struct RecordListing {
  /// - Parameter hidden: members that are not shown.
  static func write(
    _ field: Field, of number: String, _ global: GlobalOptions, hidden: Set<String> = [],
    sorted: ([Record]) throws -> [Record] = { $0 }
  ) throws {
    guard let kind = field.recordKind else { return }
    let (list, settings) = try load(field, of: number, global)
    let records = try sorted(list.records)
    // For people, members that no record has take no room.
    let isUsed = { (name: String) in
      global.reportFormat != .table || records.isEmpty || records.contains { $0[name] != nil }
    }
    let members = kind.members.filter { !hidden.contains($0.name) && settings.shows($0) && isUsed($0.name) }
    var table = TextTable(members.map(\.name), of: kind)
    for record in records {
      table.append(
        members.map { member in
          if member.kind == .boolean { return record[member.name] == "1" ? "yes" : "no" }
          return record[member.name].map(IdentityMask.masked)
        })
    }
    table.write(as: global.reportFormat)
  }

  /// A customer's list, for whoever may see the customer, and the register's settings.
  static func load(
    _ field: Field, of number: String, _ global: GlobalOptions
  ) throws -> (list: RecordList, settings: RegisterSettings) {
    try global.openRegister().read { register in
      let actor = try global.actor(in: register)
      _ = try actor.sight(in: register)
      guard let key = try register.key(ofNumber: number), let card = try register.card(ofCustomer: key.id) else {
        throw KundregError.unknownCustomer(number)
      }
      try actor.requireSight(of: key.id, in: register)
      guard let list = RecordList(field, of: card) else {
        throw KundregError.damagedRecords(field, of: number)
      }
      return (list, try register.settings())
    }
  }

  /// What lacks the member comes last, whichever way.
  static func sorted(_ references: [Record], by order: RecordTable.Order) -> [Record] {
    references.enumerated().sorted { a, b in
      switch (a.element[order.member], b.element[order.member]) {
      case (let x?, let y?) where x != y: return (x < y) != order.isDescending
      case (_?, nil): return true
      case (nil, _?): return false
      default: return a.offset < b.offset
      }
    }.map(\.element)
  }
}

/// The members of a record that options give: an option left out says nothing.
func givenValues(_ values: KeyValuePairs<String, String?>) -> [String: String] {
  Dictionary(uniqueKeysWithValues: values.compactMap { name, value in value.map { (name, $0) } })
}
