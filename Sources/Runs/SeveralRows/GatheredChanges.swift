import CustomerModel
import Differ
import RegisterStore

/// Puts the changes of one customer together that several of its rows make, since a plan holds one change a customer.
///
/// New customers are kept by number only, and read from the register in the end.
final class GatheredChanges: ChangeSink {
  private let sink: any ChangeSink
  private let reader: RegisterReader
  private var order: [String] = []
  private var created: Set<String> = []
  private var changed: [String: CustomerChange] = [:]

  /// - Parameter reader: of the transaction in which the changes are made.
  init(_ sink: any ChangeSink, reader: RegisterReader) {
    self.sink = sink
    self.reader = reader
  }

  func add(_ change: CustomerChange) throws {
    if created.contains(change.number) { return }
    if change.action == .create {
      created.insert(change.number)
      order.append(change.number)
    } else if let earlier = changed[change.number] {
      changed[change.number] = Self.join(earlier, change)
    } else {
      changed[change.number] = change
      order.append(change.number)
    }
  }

  /// Passes everything on, in the order in which the customers came.
  func finish() throws {
    for number in order {
      if let change = changed[number] {
        if !change.fields.isEmpty { try sink.add(change) }
      } else if let key = try reader.key(ofNumber: number), let card = try reader.card(ofCustomer: key.id) {
        let fields = card.paths.filter { !$0.field.isReadOnly }.map { FieldChange($0, old: nil, new: card[$0]) }
        try sink.add(CustomerChange(number: number, action: .create, fields: fields))
      }
    }
  }

  private static func join(_ first: CustomerChange, _ second: CustomerChange) -> CustomerChange {
    var fields = Dictionary(uniqueKeysWithValues: first.fields.map { ($0.path, $0) })
    for field in second.fields {
      let earlier = fields[field.path] ?? field
      fields[field.path] = FieldChange(field.path, old: earlier.old, new: field.new)
    }
    let joined = fields.values.filter { $0.old != $0.new }.sorted { $0.path < $1.path }
    return CustomerChange(
      number: first.number, action: CustomerChange.action(of: joined), revision: first.revision, fields: joined)
  }
}
