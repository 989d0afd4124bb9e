package import CustomerModel
import Foundation
import GRDB
package import Texts

/// What can be read of a register within one transaction. Not to be kept after it.
package class RegisterReader {
  let db: Database
  private var preparedCardReading: CardReading?
  /// What is to be done when the reading is over and answered.
  private(set) var deferred: [(Register) -> Void] = []

  init(_ db: Database) { self.db = db }

  /// Keeps work for when the reading is over. Who writes does none of it.
  func afterwards(_ work: @escaping (Register) -> Void) { deferred.append(work) }

  /// The statements that read cards, prepared when the first is read.
  func cardReading() throws -> CardReading {
    if let preparedCardReading { return preparedCardReading }
    let prepared = try CardReading(db)
    preparedCardReading = prepared
    return prepared
  }

  /// The register's own identity, made when it was created: a plan made on one register is refused by another.
  package func identity() throws -> String {
    try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'register'")!
  }

  /// True once a later version of the program brought the register up, which this one then does not know.
  package func isNewer() throws -> Bool {
    try Schema.migrator(upTo: Schema.stepCount).hasBeenSuperseded(db)
  }

  package func settings() throws -> RegisterSettings {
    var settings = RegisterSettings()
    for row in try Row.fetchAll(db, sql: "SELECT key, value FROM setting") {
      if let setting = Setting(rawValue: row["key"]) { settings[setting] = row["value"] }
    }
    return settings
  }

  /// The definitions of custom fields, removed ones too, by name.
  package func customFields() throws -> [CustomFieldDefinition] {
    try Row.fetchAll(db, sql: "SELECT name, kind, choices, removed FROM custom_field ORDER BY name").map { row in
      let choices: String = row["choices"]
      return CustomFieldDefinition(
        name: row["name"], kind: CustomFieldDefinition.Kind(rawValue: row["kind"])!,
        choices: try JSONDecoder().decode([String].self, from: Data(choices.utf8)), isRemoved: row["removed"])
    }
  }

  /// The names in one of the register's lists, sorted.
  package func references(_ kind: ReferenceKind) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT name FROM \(kind.table) ORDER BY name")
  }

  /// How many customers there are, active and inactive.
  package func customerCount() throws -> (active: Int, inactive: Int) {
    let row = try Row.fetchOne(db, sql: "SELECT ifnull(sum(active), 0) AS active, count(*) AS total FROM customer")!
    let active: Int = row["active"]
    let total: Int = row["total"]
    return (active, total - active)
  }

  /// How many customers there are, without reading one.
  package func customerTotal() throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM customer")! }

  package func hasCustomers() throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM customer)")!
  }

  /// The id, revision and number of a customer.
  package struct Key: Sendable, Equatable {
    package let id: Int64
    package let revision: Int
    package let number: String
  }

  /// A customer as it is now: for what is decided and done in one transaction.
  package struct Present: Sendable {
    package let key: Key
    package let card: CustomerCard
  }

  package func present(customer id: Int64) throws -> Present? {
    guard let key = try key(ofCustomer: id), let card = try card(ofCustomer: id) else { return nil }
    return Present(key: key, card: card)
  }

  package func key(ofNumber number: String) throws -> Key? {
    try Row.fetchOne(db, cached: "SELECT id, revision, number FROM customer WHERE number = ?", [number]).map(Key.init)
  }

  package func key(ofCustomer id: Int64) throws -> Key? {
    try Row.fetchOne(db, cached: "SELECT id, revision, number FROM customer WHERE id = ?", [id]).map(Key.init)
  }

  /// The highest number that is all digits, among customers and among deleted customers' numbers; nil when there is none
  /// of at most `maximumLength` digits, which are 18 at most.
  package func highestNumericNumber(maximumLength: Int = 18) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT max(CAST(number AS INTEGER))
        FROM (SELECT number FROM customer UNION ALL SELECT number FROM retired_number)
        WHERE number NOT GLOB '*[^0-9]*' AND length(number) <= ?
        """, arguments: [min(maximumLength, 18)])
  }

  /// SQLite's own checks of the file and of every reference, and what syncs could not go on from: an empty list when all is well.
  package func integrityProblems() throws -> [Text] {
    var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }.map(
      Text.init(verbatim:))
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      problems.append(RegisterTexts.danglingReference(from: row["table"], to: row["parent"]))
    }
    // A damaged file may hold anything: what stands in its rows is asked only of a sound one.
    return problems.isEmpty ? try CustomerLink.unreadableAgreements(db) : problems
  }
}

extension RegisterReader.Key {
  init(_ row: Row) {
    self.init(id: row["id"], revision: row["revision"], number: row["number"])
  }
}

extension ReferenceKind {
  /// The table that keeps the list.
  var table: String {
    switch self {
    case .costCenter: "cost_center"
    case .discountLetter: "discount_letter"
    case .tag: "tag"
    case .subgroup: "subgroup"
    case .user: "user"
    }
  }
}
