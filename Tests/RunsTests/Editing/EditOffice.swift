import CustomerModel
import RegisterStore
import Runs
import Testing

/// Editing by hand in an office.
extension Office {
  func editor(as actor: ActingUser? = nil) -> CustomerEditor {
    CustomerEditor(register, as: actor ?? self.actor, severities: severities, today: Office.today)
  }

  /// Reads `FIELD=VALUE`, `FIELD+=VALUE` and `FIELD-=VALUE`.
  static func values(_ words: [String]) throws -> [FieldAssignments.Assignment] {
    try words.map { word in
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let operation: FieldAssignments.Assignment.Operation =
        parts[0].hasSuffix("+") ? .add : parts[0].hasSuffix("-") ? .remove : .set
      let name = operation == .set ? parts[0] : String(parts[0].dropLast())
      return .init(try #require(FieldPath(name)), parts[1], operation)
    }
  }

  @discardableResult
  func add(_ number: String?, _ words: String..., as actor: ActingUser? = nil) throws -> (
    number: String, outcome: EditOutcome
  ) {
    try editor(as: actor).add(number: number, Self.values(words))
  }

  @discardableResult
  func edit(_ numbers: String, _ words: String..., as actor: ActingUser? = nil, isDryRun: Bool = false) throws
    -> EditOutcome
  {
    try editor(as: actor).set(
      .numbers(numbers.split(separator: " ").map(String.init)), Self.values(words), isDryRun: isDryRun)
  }

  func value(_ number: String, _ path: String) throws -> String? { try card(number)?[#require(FieldPath(path))] }

  func grant(_ name: String, _ permissions: Permission...) throws -> ActingUser {
    try register.write { try $0.register(user: name, permissions: Set(permissions)) }
    return try ActingUser(named: name, in: register)
  }

  /// `user kind: numbers`, sorted, of all that was not cleared.
  func told() throws -> [String] {
    try register.read { try $0.notifications(of: nil) }
      .map { "\($0.run) \($0.user) \($0.kind.rawValue): \($0.customers.joined(separator: " "))" }
  }

  func clearTold() throws { _ = try register.write { try $0.clearNotifications(of: nil, upTo: .max) } }
}

/// The code of the error that `body` must throw.
func code(_ location: SourceLocation = #_sourceLocation, _ body: () throws -> Void) -> String? {
  do {
    try body()
  } catch let error as KundregError {
    return error.code
  } catch {
    Issue.record(error, sourceLocation: location)
  }
  return nil
}
