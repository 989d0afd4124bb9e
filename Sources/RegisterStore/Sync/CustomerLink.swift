import CustomerModel
package import Differ
import Foundation
import GRDB
import Texts

/// That a customer here and a record of an accounting system are the same, and what both were when they last agreed.
package struct CustomerLink: Sendable, Equatable {
  /// The system's name in the configuration.
  package let system: String
  /// The customer's id. The customer may be deleted: an undo brings it back under the same id.
  package let customer: Int64
  /// What the system calls the record: Fortnox's customer number, Visma's GUID.
  package var remoteID: String
  /// The customer number there, which may differ from the one here.
  package var remoteNumber: String
  /// What both sides last agreed on; nil before they agreed for the first time.
  package var agreed: AgreedState?
  /// The raw record as it was last seen, JSON.
  package var record: String
  /// The system's own mark of the record's last change, where it has one.
  package var changed: String?
  /// The customer's revision when nothing was left to push; 0 when something is.
  package var syncedRevision: Int
  /// True when the record was deleted in the system.
  package var isGone: Bool
  /// How much is wrong with the record's organisation and VAT numbers: told by each sync until it is mended.
  package var doubts: Int

  package init(
    system: String, customer: Int64, remoteID: String, remoteNumber: String, agreed: AgreedState?, record: String,
    changed: String? = nil, syncedRevision: Int = 0, isGone: Bool = false, doubts: Int = 0
  ) {
    self.system = system
    self.customer = customer
    self.remoteID = remoteID
    self.remoteNumber = remoteNumber
    self.agreed = agreed
    self.record = record
    self.changed = changed
    self.syncedRevision = syncedRevision
    self.isGone = isGone
    self.doubts = doubts
  }
}

extension CustomerLink {
  static let query = """
    SELECT system, customer, remote_id, remote_number, agreed, record, changed, synced_revision, is_gone, doubts FROM link
    """

  /// A row of the query above. Columns are read by their place: there may be a million.
  ///
  /// - Throws: ``KundregError`` `register.damaged` where what was agreed cannot be read: taken for nothing agreed, it would turn
  ///   every difference into a conflict.
  init(_ row: Row) throws {
    let agreed: AgreedState?
    do {
      agreed = try (row[4] as String?).map(AgreedState.init(json:))
    } catch {
      throw KundregError(
        .registerDamaged,
        [Self.unreadableAgreement(with: row[0], about: row[3]), SyncStoreTexts.restoreABackup].joined())
    }
    self.init(
      system: row[0], customer: row[1], remoteID: row[2], remoteNumber: row[3], agreed: agreed, record: row[5],
      changed: row[6], syncedRevision: row[7], isGone: row[8], doubts: row[9])
  }

  /// The links of which it cannot be read what was agreed, in sentences: the first of them.
  static func unreadableAgreements(_ db: Database) throws -> [Text] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT system, remote_number FROM link
        WHERE CASE WHEN agreed IS NULL THEN 0 WHEN NOT json_valid(agreed) THEN 1
          WHEN json_type(agreed, '$.register') IS NOT 'object' OR json_type(agreed, '$.erp') IS NOT 'object' THEN 1
          ELSE EXISTS (SELECT 1 FROM json_each(agreed, '$.register') WHERE type <> 'text')
            OR EXISTS (SELECT 1 FROM json_each(agreed, '$.erp') WHERE type <> 'text') END
        LIMIT 20
        """
    ).map { unreadableAgreement(with: $0[0], about: $0[1]) }
  }

  private static func unreadableAgreement(with system: String, about number: String) -> Text {
    SyncStoreTexts.unreadableAgreement(with: system, about: IdentityMask.maskedNumber(number))
  }
}

extension AgreedState {
  private struct Sides: Codable {
    let register: [String: String]
    let erp: [String: String]
  }

  /// Reads `{"register": {field: value}, "erp": {field: value}}`. A field that no longer exists is passed over.
  ///
  /// - Throws: an error of the decoder for anything else.
  fileprivate init(json: String) throws {
    let sides = try JSONDecoder().decode(Sides.self, from: Data(json.utf8))
    self.init(register: Self.paths(sides.register), erp: Self.paths(sides.erp))
  }

  private static func paths(_ named: [String: String]) -> [FieldPath: String] {
    Dictionary(named.compactMap { name, value in FieldPath(name).map { ($0, value) } }) { first, _ in first }
  }

  /// The same fields and values are the same text.
  var json: String { "{\"register\":\(WholeCard.json(register)),\"erp\":\(WholeCard.json(erp))}" }
}
