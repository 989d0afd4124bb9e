package import Documents
package import HTTP

/// One customer as an accounting system tells it.
package struct RemoteCustomer: Sendable, Equatable {
  /// What the system calls the record: Fortnox's customer number, Visma's GUID.
  package let id: String
  package let number: String
  /// The whole record as it came, without envelope: keys that nobody here knows included.
  package let object: JSONNode
  /// The system's own mark of the record's last change (Visma's `ChangedUtc`); nil where it has none (Fortnox).
  package let changed: String?

  package init(id: String, number: String, object: JSONNode, changed: String?) {
    self.id = id
    self.number = number
    self.object = object
    self.changed = changed
  }
}

/// A writing request as it will be sent, to be shown, and kept in the journal, before it leaves.
package struct PreparedRequest: Sendable, Equatable {
  package let method: HTTPRequest.Method
  /// From the system's base address, percent-encoded: `/customers/1001`.
  package let path: String
  package let body: [UInt8]
  /// The keys that a change is about. Some systems check the whole record with every change, and what they refuse then need
  /// not be one of these.
  package let keys: Set<String>
  /// What a new customer gets by the configuration, by its names there.
  package let defaults: [String: String]

  package init(
    method: HTTPRequest.Method, path: String, body: [UInt8], keys: Set<String> = [], defaults: [String: String] = [:]
  ) {
    self.method = method
    self.path = path
    self.body = body
    self.keys = keys
    self.defaults = defaults
  }
}
