package import Documents
import HTTP

extension VismaService {
  package func creation(
    _ values: [JSONNode.Member], defaults: [String: String]
  ) throws(APIFailure) -> PreparedRequest {
    precondition(!values.isEmpty, "a customer is not created from nothing")
    var members = CreationValues.all(values, defaults: defaults, skipping: VismaKeys.readOnly)
    let name = defaults["TermsOfPayment"] ?? ""
    let isByDefault = !name.isEmpty && !members.contains { $0.key == "TermsOfPaymentId" }
    if isByDefault {
      members.append(JSONNode.Member(key: "TermsOfPaymentId", value: .text(try termsOfPaymentId(name))))
    }
    let missing = VismaKeys.required.filter { key in !members.contains { $0.key == key } }
    let fields = missing.filter { $0 != "TermsOfPaymentId" }
    let lacking =
      fields.isEmpty
      ? nil
      : VismaTexts.fieldsAreMissing(fields, exchange.name)
    // Terms of payment are no field of the register: only the configuration can give them.
    guard fields.count == missing.count else {
      throw .unfitDefault(
        UnfitDefault(
          code: RefusalCode.termsOfPayment, key: "TermsOfPayment", value: nil, holdsForAll: true,
          message: VismaTexts.termsAreMissing(exchange.name), ofCustomer: lacking))
    }
    if let lacking { throw .record(code: RefusalCode.missing, message: lacking) }
    return PreparedRequest(
      method: .post, path: "/customers", body: JSONNode.object(members).bytes(),
      defaults: isByDefault ? ["TermsOfPayment": name] : [:])
  }

  /// The whole record is sent, as a PUT clears every field that is left out: keys that nobody here knows too.
  package func change(
    _ values: [JSONNode.Member], of record: RemoteCustomer
  ) throws(APIFailure) -> PreparedRequest {
    precondition(!values.isEmpty, "a change changes something")
    let changes = values.filter { !VismaKeys.readOnly.contains($0.key) }
    guard !changes.isEmpty else {
      throw .record(
        code: RefusalCode.readOnly, message: VendorTexts.unchangeable("Visma", values.map(\.key)))
    }
    guard let segment = PercentEncoding.segment(record.id) else { throw .gone }
    let cleared = changes.filter { $0.value.isAbsent && VismaKeys.required.contains($0.key) }.map(\.key)
    guard cleared.isEmpty else {
      throw .record(code: RefusalCode.missing, message: VismaTexts.fieldsWereCleared(cleared))
    }
    var object = record.object
    for key in VismaKeys.computed { object[key] = nil }
    for member in changes { object[member.key] = member.value.isAbsent ? .null : member.value }
    return PreparedRequest(
      method: .put, path: "/customers/" + segment, body: object.bytes(), keys: Set(changes.map(\.key)))
  }

  package func send(_ request: PreparedRequest) throws(APIFailure) -> RemoteCustomer {
    let purpose: RequestPurpose = request.method == .post ? .creating : .changing
    let response = try exchange.write(request) { refusal($0, to: purpose, changing: request.keys) }
    if let record = JSONExchange.document(response).flatMap(Self.customer) { return record }
    // Whether a PUT answers with the record is told by an old schema only: then it is read back.
    let isEmpty = response.body.isEmpty || JSONExchange.document(response) == .object([])
    guard isEmpty, let record = try? written(by: request) else { throw exchange.unreadableWrite }
    return record
  }

  /// The record as it is after a request whose answer does not tell it.
  private func written(by request: PreparedRequest) throws(APIFailure) -> RemoteCustomer? {
    if request.method == .put { return try customer(path: request.path) }
    let number = (try? JSONNode(parsing: request.body))?["CustomerNumber"]?.scalarText
    return if let number { try customer(number: number) } else { nil }
  }
}
