import AccountingSystems
import CustomerModel
import Documents
import RegisterStore

// Records of accounting systems as the register keeps them.

extension RegisterWriter {
  /// Puts a record into the inbox as it came. Whatever an event told of it before is seen by that.
  func receive(_ record: RemoteCustomer, _ system: String) throws {
    try removeChanged(system, remoteID: record.id)
    try putInInbox(
      InboxEntry(
        system: system, remoteID: record.id, remoteNumber: record.number, record: record.object.json,
        changed: record.changed, state: .fetched))
  }
}

extension InboxEntry {
  /// The record as the service told it.
  ///
  /// - Throws: ``KundregError`` `register.damaged` when the inbox holds no JSON.
  func remote() throws -> RemoteCustomer { try .stored(id: remoteID, number: remoteNumber, record, changed: changed) }
}

extension CustomerLink {
  /// The record as it was last seen.
  func remote() throws -> RemoteCustomer { try .stored(id: remoteID, number: remoteNumber, record, changed: changed) }
}

extension RemoteCustomer {
  static func stored(id: String, number: String, _ json: String, changed: String?) throws -> RemoteCustomer {
    do {
      return RemoteCustomer(id: id, number: number, object: try JSONNode(parsing: Array(json.utf8)), changed: changed)
    } catch {
      throw KundregError(
        .registerDamaged, PullTexts.storedRecordIsUnreadable(number), remedies: [.checkRegister])
    }
  }
}
