import GRDB

/// The hashes that a register names.
package struct NamedDocuments: Sendable, Equatable {
  /// The customer numbers, sorted, that have a document of each hash now.
  package let present: [String: [String]]
  /// The hashes that only the history names: an undo may bring them back.
  package let former: Set<String>

  package func contains(_ hash: String) -> Bool { present[hash] != nil || former.contains(hash) }
}

/// A document that a card names.
package struct NamedDocument: Sendable, Equatable {
  package let customer: Int64
  /// The customer's number.
  package let number: String
  package let name: String
  package let hash: String
}

extension RegisterReader {
  /// The documents that cards have now, by customer number and in their order there.
  package func documents() throws -> [NamedDocument] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT customer.id AS id, number, document.value ->> '$.name' AS name, document.value ->> '$.hash' AS hash
        FROM customer, json_each(customer.documents) AS document WHERE documents IS NOT NULL ORDER BY number, document.key
        """
    ).compactMap { row in
      guard let hash = row["hash"] as String? else { return nil }
      return NamedDocument(customer: row["id"], number: row["number"], name: row["name"] as String? ?? "", hash: hash)
    }
  }

  /// Every hash that a card or the history names. Reads the whole history.
  package func namedDocuments() throws -> NamedDocuments {
    var present: [String: [String]] = [:]
    for document in try documents() where present[document.hash]?.last != document.number {
      present[document.hash, default: []].append(document.number)
    }
    let lists = ["old", "new"].flatMap { side in
      [
        "SELECT \(side) AS list FROM change WHERE field = 'documents'",
        // A creation or deletion keeps the whole card: a text in it is the list.
        "SELECT \(side) ->> '$.documents' FROM change WHERE field = '\(WholeCard.field)'",
      ]
    }
    let former = try String.fetchSet(
      db,
      sql: """
        SELECT document.value ->> '$.hash' FROM (\(lists.joined(separator: " UNION ALL "))), json_each(list) AS document
        WHERE list IS NOT NULL AND document.value ->> '$.hash' IS NOT NULL
        """)
    return NamedDocuments(present: present, former: former.subtracting(present.keys))
  }
}
