import AccountingSystems
import CustomerModel
import Differ
import Documents
import Mapping

/// A customer's card as a record of the accounting system would tell it, were it sent as it is.
///
/// What a system holds in another form than the register (Fortnox takes no quotation marks) reads back in that form, and a
/// field that is cleared may read as what stands elsewhere in the record. By this a merge knows what is no difference.
struct Retelling {
  /// What the record would say of the fields that can be sent; of others nothing.
  var incoming: IncomingCard { IncomingCard(record.incoming.values.filter { sent.contains($0.key) }) }
  private let record: RemoteReading.Record
  private let sent: Set<FieldPath>

  /// - Parameters:
  ///   - object: the record over which the card is sent; of a customer that the system does not have an empty object.
  init(_ card: CustomerCard, over object: JSONNode, isCreation: Bool = false, _ scope: SyncScope) {
    var object = object
    let fields = isCreation ? scope.outgoing.fieldsOfNew : scope.outgoing.fields(over: object)
    let members = scope.outgoing.members(
      for: fields, of: card, isCreation: isCreation, objection: scope.service.objection
    ).members
    for member in members { object[member.key] = member.value }
    let keys = Set(members.map(\.key))
    sent = Set(fields.filter { scope.outgoing.key(of: $0).map(keys.contains) ?? false })
    record = scope.reading.read(object, as: card)
  }

  /// The value that the record would give a field.
  subscript(_ path: FieldPath) -> String? { sent.contains(path) ? record[path] : nil }
}
