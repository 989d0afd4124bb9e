package import Documents
import Foundation
import HTTP
package import Texts

extension FortnoxService {
  package func creation(
    _ values: [JSONNode.Member], defaults: [String: String]
  ) throws(APIFailure) -> PreparedRequest {
    precondition(!values.isEmpty, "a customer is not created from nothing")
    var members = CreationValues.all(
      values, defaults: defaults, skipping: FortnoxKeys.readOnly, numbers: FortnoxKeys.numbers)
    guard members.contains(where: { $0.key == "Name" }) else {
      throw .record(code: RefusalCode.missing, message: FortnoxTexts.nameIsMissing)
    }
    let used = defaults.filter { key, _ in
      members.contains { $0.key == key } && !values.contains { $0.key == key && !$0.value.isAbsent }
    }
    let vat = FortnoxVAT(ofNew: members)
    members += vat.members.filter { member in !members.contains { $0.key == member.key } }
    return PreparedRequest(method: .post, path: "/customers", body: try body(members), defaults: used)
  }

  /// Only what changes is sent: Fortnox lets the other fields be.
  package func change(
    _ values: [JSONNode.Member], of record: RemoteCustomer
  ) throws(APIFailure) -> PreparedRequest {
    precondition(!values.isEmpty, "a change changes something")
    let members = values.filter { !FortnoxKeys.readOnly.contains($0.key) && $0.key != FortnoxKeys.number }
    guard !members.isEmpty else {
      throw .record(
        code: RefusalCode.readOnly, message: VendorTexts.unchangeable("Fortnox", values.map(\.key)))
    }
    guard let segment = PercentEncoding.segment(record.id) else { throw .gone }
    let sent = members.map { member in
      member.value.isAbsent ? JSONNode.Member(key: member.key, value: .null) : member
    }
    return PreparedRequest(
      method: .put, path: "/customers/" + segment, body: try body(sent), keys: Set(members.map(\.key)))
  }

  package func send(_ request: PreparedRequest) throws(APIFailure) -> RemoteCustomer {
    let purpose: RequestPurpose = request.method == .post ? .creating : .changing
    let response = try exchange.write(request) { refusal($0, to: purpose, of: request) }
    guard let node = JSONExchange.document(response), let record = Self.customer(in: node) else {
      throw exchange.unreadableWrite
    }
    return record
  }

  package func objection(to text: String, key: String) -> Text? {
    guard !FortnoxKeys.notText.contains(key) else { return nil }
    if text == FortnoxKeys.blank { return FortnoxTexts.clears(text) }
    if key == FortnoxKeys.number, !text.isEmpty, PercentEncoding.segment(text) == nil {
      return FortnoxTexts.fitsNoAddress(text)
    }
    let sent = key == FortnoxKeys.number ? text : text.precomposedStringWithCanonicalMapping
    guard let scalar = FortnoxCharacters.firstRefused(in: sent) else { return nil }
    return FortnoxTexts.hasCharacter(CharacterName.name(of: scalar))
  }

  /// The members in Fortnox's envelope. Texts are sent precomposed, as its white list knows two combining marks only; the
  /// number is sent as it is, because it is a key.
  private func body(_ members: [JSONNode.Member]) throws(APIFailure) -> [UInt8] {
    var sent: [JSONNode.Member] = []
    for member in members {
      var value = member.value
      if case .text(let text) = value {
        guard text != FortnoxKeys.blank else {
          throw .record(
            code: RefusalCode.blank, message: FortnoxTexts.cannotBeSent(member.key, FortnoxTexts.clears(text)))
        }
        if member.key != FortnoxKeys.number { value = .text(text.precomposedStringWithCanonicalMapping) }
      }
      sent.append(JSONNode.Member(key: member.key, value: value == .null ? .text(FortnoxKeys.blank) : value))
    }
    return JSONNode.object([JSONNode.Member(key: "Customer", value: .object(sent))]).bytes()
  }
}
