import CustomerModel
import Differ
package import Documents
package import Foundation
package import RegisterStore
import Texts
import Writers

/// Everything that a register holds on one customer, as one document, unmasked: for the person it is about. Source: the
/// right of access, GDPR article 15.
package enum Disclosure {
  /// - Throws: ``KundregError`` with status 77 for whom is no administrator, and `customer.unknown`.
  package static func document(
    of number: String, in register: Register, as actor: ActingUser, at time: Date = Date()
  ) throws -> JSONNode {
    try register.read { reader in
      try actor.require(.administrator, in: reader, to: DeedTexts.disclosePerson)
      let meant = try reader.customers(meantBy: number)
      guard let customer = meant.last else {
        throw KundregError.unknownCustomer(number, mayBeDeleted: true)
      }
      let merged = try reader.customersMerged(into: meant)
      let seconds = Date(timeIntervalSince1970: time.timeIntervalSince1970.rounded(.down))
      var members: [JSONNode.Member] = [
        .init(key: "number", value: .text(number)), .init(key: "at", value: .text(seconds.ISO8601Format())),
        .init(key: "by", value: .text(actor.name)),
      ]
      members += try holdings(on: customer, reader, register)
      let elsewhere = try reader.contactsElsewhere(
        of: (meant + merged).flatMap(reader.everyValue), except: meant + merged)
      members.append(.init(key: "contactPersonOf", value: .array(elsewhere.map(node))))
      let runs = try Set((meant + merged).flatMap { try reader.history(ofCustomer: $0).map(\.run) })
      members.append(.init(key: "runs", value: .array(try runs.sorted().compactMap(reader.run).map(node))))
      let targets = try reader.mergeTargets(of: customer).compactMap { try reader.key(ofCustomer: $0)?.number }
      members.append(.init(key: "mergedInto", value: .array(targets.map { .text($0) })))
      for (key, others) in [("mergedCustomers", merged), ("earlierCustomers", meant.dropLast())] {
        let documents = try others.map { JSONNode.object(try holdings(on: $0, reader, register)) }
        members.append(.init(key: key, value: .array(documents)))
      }
      return .object(members)
    }
  }

  /// What is held on one customer.
  private static func holdings(
    on customer: Int64, _ reader: RegisterReader, _ register: Register
  ) throws -> [JSONNode.Member] {
    let card = try reader.card(ofCustomer: customer)
    let definitions = try reader.customFields()
    let json = card.map { String(decoding: CardJSON(definitions: definitions).bytes(of: $0), as: UTF8.self) }
    var members: [JSONNode.Member] = [
      .init(key: "card", value: parsed(json)),
      .init(key: "history", value: .array(try reader.history(ofCustomer: customer).map(node))),
    ]
    for (table, rows) in try reader.holdings(ofCustomer: customer) {
      let nodes = rows.map { row in
        JSONNode.object(row.map { .init(key: camelCase($0.column), value: parsed($0.value)) })
      }
      members.append(.init(key: table, value: .array(nodes)))
    }
    members.append(.init(key: "documentFiles", value: files(of: card, register)))
    return members
  }

  /// Writes everything that a register holds on one customer to a new file that its owner alone may read.
  ///
  /// - Throws: as ``document(of:in:as:at:)`` and ``write(_:to:)`` do.
  package static func write(
    everythingOn number: String, in register: Register, as actor: ActingUser, to path: String
  ) throws -> DisclosureOutcome {
    let document = try document(of: number, in: register, as: actor)
    try write(document, to: path)
    return DisclosureOutcome(number: number, file: path, documents: documentCount(of: document))
  }

  /// How many documents a disclosure names, whose contents are not in it.
  static func documentCount(of document: JSONNode) -> Int {
    let others = ["mergedCustomers", "earlierCustomers"].flatMap { document[$0]?.elements ?? [] }
    return (document["documentFiles"]?.elements.count ?? 0) + others.map(documentCount).reduce(0, +)
  }

  /// Writes a document to a new file that its owner alone may read.
  ///
  /// - Throws: ``KundregError`` `disclose.exists` when there is such a file, `disclose.cannotWrite`.
  package static func write(_ document: JSONNode, to path: String) throws {
    let bytes = document.bytes(indent: 0) + [0x0A]
    guard !FileManager.default.fileExists(atPath: path) else {
      throw KundregError(.discloseExists, PrivacyTexts.exists(path))
    }
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data(), attributes: [.posixPermissions: 0o600])
    guard isMade, let file = FileHandle(forWritingAtPath: path), (try? file.write(contentsOf: Data(bytes))) != nil,
      (try? file.close()) != nil
    else {
      throw KundregError(.discloseCannotWrite, PrivacyTexts.cannotWrite(path))
    }
  }

  /// The person as a contact person of another customer.
  private static func node(_ contact: ContactElsewhere) -> JSONNode {
    .object([
      .init(key: "number", value: .text(contact.number)),
      .init(key: "reason", value: .text(contact.reason.label.english)),
      .init(
        key: "fields",
        value: .object(contact.details.map { .init(key: $0.path.description, value: .text($0.value)) })),
    ])
  }

  private static func node(_ entry: HistoryEntry) -> JSONNode {
    .object([
      .init(key: "customer", value: .text(entry.number)), .init(key: "at", value: .text(entry.startedAt)),
      .init(key: "user", value: .text(entry.user)), .init(key: "run", value: .number(String(entry.run))),
      .init(key: "source", value: .text(entry.source)),
      .init(key: "action", value: .text(entry.action.rawValue)),
      .init(
        key: "fields",
        value: .object(
          entry.fields.map { field in
            .init(
              key: field.path.description,
              value: .object([
                .init(key: "old", value: value(field.old, field.path)),
                .init(key: "new", value: value(field.new, field.path)),
              ]))
          })),
    ])
  }

  private static func value(_ text: String?, _ path: FieldPath) -> JSONNode {
    guard let text else { return .null }
    if path.field.isSet { return .array(CustomerCard.names(inSet: text).map { .text($0) }) }
    return path.field.recordKind == nil ? .text(text) : parsed(text)
  }

  private static func node(_ run: RunRecord) -> JSONNode {
    .object([
      .init(key: "run", value: .number(String(run.id))), .init(key: "kind", value: .text(run.kind.rawValue)),
      .init(key: "source", value: .text(run.source)), .init(key: "user", value: .text(run.user)),
      .init(key: "at", value: .text(run.startedAt)),
    ])
  }

  /// Where the documents of a card lie.
  private static func files(of card: CustomerCard?, _ register: Register) -> JSONNode {
    let folder = DocumentFolder(ofRegister: register.path)
    let hashes = parsed(card?[.documents]).elements.compactMap { $0["hash"]?.scalarText }
    return .array(Set(hashes).sorted().map { .text(folder.file($0)) })
  }

  /// JSON objects and arrays as they are, all else as text; absent is null.
  private static func parsed(_ text: String?) -> JSONNode {
    guard let text else { return .null }
    guard text.hasPrefix("{") || text.hasPrefix("["), let node = try? JSONNode(parsing: Array(text.utf8)) else {
      return .text(text)
    }
    return node
  }

  /// `remote_id` as `remoteId`.
  private static func camelCase(_ column: String) -> String {
    let words = column.split(separator: "_")
    return words[0] + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
