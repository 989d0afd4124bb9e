package import CustomerModel
package import RegisterStore
package import SwedishIdentity

/// What people do to customers by hand, each as one run that can be undone.
package struct CustomerEditor: Sendable {
  /// Which customers are meant.
  package enum Choice: Sendable {
    case numbers([String])
    /// What these terms find together with saved filters, at the moment of the change.
    case search(SearchTerms, savedFilters: [String] = [])
  }

  private let register: Register
  private let actor: ActingUser
  private let severities: [String: Severity]
  private let today: CalendarDay

  package init(
    _ register: Register, as actor: ActingUser, severities: [String: Severity] = [:], today: CalendarDay = .today
  ) {
    self.register = register
    self.actor = actor
    self.severities = severities
    self.today = today
  }

  /// Adds a customer.
  ///
  /// - Parameter number: nil where the register generates numbers, or when the values have it.
  /// - Returns: the number itself, for what is done with the customer next, beside the outcome.
  /// - Throws: as ``EditSession/create(_:)``.
  package func add(
    number: String?, _ values: [FieldAssignments.Assignment]
  ) throws -> (number: String, outcome: EditOutcome) {
    try Self.refuseOwnCommands(values)
    let values = (number.map { [.init(FieldPath(.number), $0)] } ?? []) + values
    var given = ""
    var outcome = try run("customer add").perform(on: register, as: actor) { session in
      try Self.refuseHiddenVAT(values, in: session)
      given = try session.create(session.assignments(values))
    }
    outcome.added = IdentityMask.maskedNumber(given)
    return (given, outcome)
  }

  /// Sets fields of every customer that is meant: all of them, or none when one is refused.
  ///
  /// - Parameters:
  ///   - command: what the run is called.
  ///   - changes: takes the changes one by one; nil collects them.
  /// - Throws: as ``EditSession/edit(_:_:)``.
  package func set(
    _ choice: Choice, _ values: [FieldAssignments.Assignment], command: String = "customer set",
    isDryRun: Bool = false, changes: (any ChangeReader)? = nil
  ) throws -> EditOutcome {
    try Self.refuseOwnCommands(values)
    return try run(command, isDryRun: isDryRun).perform(
      on: register, as: actor, changes: changes.map(ChangesShown.init)
    ) {
      session in
      try Self.refuseHiddenVAT(values, in: session)
      let assignments = try session.assignments(values)
      switch choice {
      case .numbers(let numbers): try forEach(numbers, in: session) { key in try session.edit(key, assignments) }
      case .search(let terms, let filters):
        let search = try terms.including(savedFilters: filters, in: session.writer)
          .search(in: session.writer, as: actor, today: today)
        try session.edit(session.writer.customers(search), assignments)
      }
    }
  }

  /// Makes customers selectable for new orders, or no longer.
  package func setActive(
    _ isActive: Bool, _ choice: Choice, changes: (any ChangeReader)? = nil
  ) throws -> EditOutcome {
    try set(
      choice, [.init(FieldPath(.active), isActive ? "1" : "0")],
      command: isActive ? "customer activate" : "customer inactivate", changes: changes)
  }

  /// Assigns customers to a user, or takes them from the user, who is told in either case.
  ///
  /// - Throws: ``KundregError`` `assign.unknownUser` with status 1 when nobody of that name is known.
  package func assign(
    _ user: String, to choice: Choice, isRemoval: Bool = false, isDryRun: Bool = false,
    changes: (any ChangeReader)? = nil
  ) throws -> EditOutcome {
    try set(
      choice, [.init(FieldPath(.assigned), user, isRemoval ? .remove : .add)],
      command: isRemoval ? "customer unassign" : "customer assign", isDryRun: isDryRun, changes: changes)
  }

  /// Deletes customers: all of them, or none when one is refused.
  ///
  /// - Throws: as ``EditSession/delete(_:)``.
  package func delete(_ numbers: [String]) throws -> EditOutcome {
    try run("customer delete").perform(on: register, as: actor) { session in
      try forEach(numbers, in: session, session.delete)
    }
  }

  private func run(_ source: String, isDryRun: Bool = false) -> EditRun {
    EditRun(source, isDryRun: isDryRun, severities: severities, today: today)
  }

  private func forEach(
    _ numbers: [String], in session: EditSession, _ body: (RegisterReader.Key) throws -> Void
  ) throws {
    var seen: Set<String> = []
    for number in numbers where seen.insert(number).inserted { try body(session.customer(number)) }
  }

  /// VAT type and percent are set by hand only where the register shows them. A file may have them all the same: nothing
  /// that it says is lost.
  private static func refuseHiddenVAT(_ values: [FieldAssignments.Assignment], in session: EditSession) throws {
    guard let value = values.first(where: { [.vatType, .vatPercent].contains($0.path.field) && !$0.value.isEmpty }),
      try !session.writer.settings().isOn(.showVATType)
    else { return }
    throw KundregError(
      .editHidden, EditTexts.hidden(value.path, by: .showVATType), remedies: [.change(.showVATType, to: "on")])
  }

  /// Lists of records have commands of their own, with rules and permissions of their own.
  private static func refuseOwnCommands(_ values: [FieldAssignments.Assignment]) throws {
    let kinds: [RecordKind] = [.facility, .reference, .document, .customerUser]
    guard let value = values.first(where: { $0.path.field.recordKind.map(kinds.contains) ?? false }) else { return }
    throw KundregError(.editOwnCommand, EditTexts.hasOwnCommand(value.path), remedies: [.listCustomerCommands])
  }
}
