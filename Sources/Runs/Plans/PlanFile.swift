package import CustomerModel
package import Differ
import Documents
import Foundation
import Readers
package import RegisterStore
import Writers

/// A plan on its way to a file: what will change, field by field, and on what state of which register it rests.
///
/// The file holds personal identity numbers, since applying it needs them, and is readable by its owner only.
package final class PlanFile: ChangeSink {
  /// What stands first in every plan file; another number is another form.
  static let form = "kundreg-plan/1"

  private let file: ReplacementFile
  private var isFirst = true
  /// What stands before the changes; nil once it is written.
  private var head: [JSONNode.Member]?

  /// - Parameters:
  ///   - source: the input that the plan was made from.
  ///   - mapping: the mapping's name.
  package init(path: String, register: Register, source: String, mapping: String?) throws {
    file = try ReplacementFile(path: path, isPrivate: true)
    let identity = try register.read { try $0.identity() }
    head = [
      .init(key: "format", value: .text(Self.form)), .init(key: "register", value: .text(identity)),
      .init(key: "source", value: .text(source)), .init(key: "mapping", value: mapping.map { .text($0) } ?? .null),
    ]
  }

  /// The fields go with their kinds into the plan, since applying it is to add what the import would have added.
  package func addCustomFields(_ fields: [CustomFieldDefinition]) throws {
    guard !fields.isEmpty else { return }
    let members = fields.map {
      JSONNode.Member(key: $0.name, value: .text(CustomFieldHeading($0).kindText))
    }
    head?.append(.init(key: "customFields", value: .object(members)))
  }

  package func add(_ change: CustomerChange) throws {
    try writeHead()
    var bytes: [UInt8] = Array((isFirst ? "\n" : ",\n").utf8)
    isFirst = false
    ChangeJSON.node(change, masked: false).write(to: &bytes, indent: nil)
    try write(bytes)
  }

  /// Puts the plan in its place.
  package func finish() throws {
    try writeHead()
    try write(Array("\n]}\n".utf8))
    try file.finish()
  }

  /// Removes what was written.
  package func discard() { file.discard() }

  private func writeHead() throws {
    guard let head else { return }
    self.head = nil
    var bytes: [UInt8] = []
    JSONNode.object(head).write(to: &bytes, indent: nil)
    bytes.removeLast()
    try write(bytes + Array(", \"changes\": [".utf8))
  }

  private func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try file.write($0) } }
}
