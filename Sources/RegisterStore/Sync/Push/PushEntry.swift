package import CustomerModel
import Foundation
import GRDB
package import Texts

/// One writing request to an accounting system, from before it leaves. Times are ISO 8601 in UTC, to the second.
package struct PushEntry: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case create, update
  }
  package enum State: String, Sendable, CaseIterable {
    /// May have been sent, or not: after a crash the record is read back before anything is sent again.
    case intended
    /// Carried out.
    case done
    /// Not carried out: tried again.
    case failed
    /// No longer of interest: something else was found out or tried since.
    case superseded
  }

  /// The entry's id, 0 before ``RegisterWriter/beginPush(_:at:)``, which gives it.
  package private(set) var id: Int64 = 0
  package let system: String
  package let customer: Int64
  /// The customer's number when the request was made.
  package let number: String
  package let kind: Kind
  package let method: String
  /// From the system's base address.
  package let path: String
  /// The exact body.
  package let body: String
  /// The raw record that an update rests on, JSON; nil for a create.
  package let base: String?
  /// What is pushed.
  package let fields: [FieldPath]
  package let run: Int?

  package private(set) var state: State = .intended
  /// What the system, or we, call the failure.
  package private(set) var code: String?
  package private(set) var reason: Text?
  /// Which attempt in a row this is, from 1: failures of the same customer before it count.
  package private(set) var attempts = 1
  package private(set) var createdAt = ""
  /// Nil while the outcome is unknown.
  package private(set) var finishedAt: String?
  /// Before then it is not tried again; nil for at once.
  package private(set) var retryAfter: String?

  package init(
    system: String, customer: Int64, number: String, kind: Kind, method: String, path: String, body: String,
    base: String?, fields: [FieldPath], run: Int?
  ) {
    self.system = system
    self.customer = customer
    self.number = number
    self.kind = kind
    self.method = method
    self.path = path
    self.body = body
    self.base = base
    self.fields = fields
    self.run = run
  }
}

extension PushEntry {
  static let query = """
    SELECT system, customer, number, kind, method, path, body, base, fields, run,
      id, state, code, reason, attempts, created_at, finished_at, retry_after, swedish_reason
    FROM push
    """

  /// A row of the query above.
  init(_ row: Row) throws {
    let names: String = row[8]
    self.init(
      system: row[0], customer: row[1], number: row[2], kind: Kind(rawValue: row[3])!, method: row[4], path: row[5],
      body: row[6], base: row[7],
      fields: try JSONDecoder().decode([String].self, from: Data(names.utf8)).compactMap { FieldPath($0) },
      run: row[9])
    id = row[10]
    state = State(rawValue: row[11])!
    code = row[12]
    reason = Text(stored: row[13], swedish: row[18])
    attempts = row[14]
    createdAt = row[15]
    finishedAt = row[16]
    retryAfter = row[17]
  }
}
