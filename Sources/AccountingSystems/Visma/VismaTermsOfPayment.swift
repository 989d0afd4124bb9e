import CustomerModel
import Documents
import Synchronization
import Texts

/// One of a company's terms of payment: each company has its own, with ids of its own.
///
/// Source: Visma eAccounting API v2, resource TermsOfPayments.
struct VismaTermsOfPayment: Sendable, Equatable {
  /// The address of the list. The singular stands in the description of a field, and is the address of nothing.
  static let resource = "termsofpayments"

  let id: String
  let name: String
  let englishName: String?
  /// False for terms that only purchases have: a customer cannot be given them.
  let isForSales: Bool

  /// - Returns: nil for what has no id or name.
  init?(_ node: JSONNode) {
    guard let id = node["Id"]?.scalarText, let name = node["Name"]?.scalarText else { return nil }
    self.id = id
    self.name = name
    englishName = node["NameEnglish"]?.scalarText
    isForSales = node["AvailableForSales"] != .boolean(false)
  }

  /// Case does not matter.
  func isCalled(_ name: String) -> Bool {
    [self.name, englishName].contains { $0?.lowercased() == name.lowercased() }
  }
}

extension UnfitDefault {
  fileprivate static func termsOfPayment(_ name: String, _ message: Text) -> UnfitDefault {
    UnfitDefault(
      code: RefusalCode.termsOfPayment, key: "TermsOfPayment", value: name, holdsForAll: true, message: message)
  }
}

extension VismaService {
  /// The id of the terms for sales that have this name, in Swedish or English. The list is asked for once.
  ///
  /// - Throws: ``APIFailure/unfitDefault(_:)`` when there are none of that name, or the list is refused: that keeps new customers
  ///   back, and nobody else.
  func termsOfPaymentId(_ name: String) throws(APIFailure) -> String {
    let known: [VismaTermsOfPayment]
    switch try termsOfPayment() {
    case .success(let terms): known = terms
    case .failure(let error): throw .unfitDefault(.termsOfPayment(name, error.text))
    }
    if let terms = known.first(where: { $0.isCalled(name) }) { return terms.id }
    throw .unfitDefault(
      .termsOfPayment(name, VismaTexts.unknownTerms(exchange.name, name, known: known.map(\.name))))
  }

  /// The terms, or why they are refused: either is asked for once in a run. Whoever needs them meanwhile waits for the answer.
  private func termsOfPayment() throws(APIFailure) -> Result<[VismaTermsOfPayment], KundregError> {
    try terms.withLock { (known) throws(APIFailure) in
      if let known { return known }
      let found: Result<[VismaTermsOfPayment], KundregError>
      do throws(APIFailure) {
        found = .success(try listedTermsOfPayment())
      } catch .unavailable(let error) where error.status == .configuration {
        found = .failure(error)
      }
      known = found
      return found
    }
  }

  private func listedTermsOfPayment() throws(APIFailure) -> [VismaTermsOfPayment] {
    var found: [VismaTermsOfPayment] = []
    var number = 1
    while true {
      let resource = VismaTermsOfPayment.resource
      let path = "/\(resource)?$page=\(number)&$pagesize=\(Self.pageSize)"
      let page = try exchange.get(path, refusal: { refusal($0, to: .listing, of: resource) }) { node, _ in
        VismaPage(node)
      }
      found += page.data.compactMap(VismaTermsOfPayment.init).filter(\.isForSales)
      if page.data.isEmpty || number >= page.pages ?? Int.max { return found }
      number += 1
    }
  }
}
