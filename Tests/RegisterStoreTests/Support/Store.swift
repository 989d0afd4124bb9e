import CustomerModel
import Differ
import Foundation
import RegisterStore
import Rows
import TestSupport

/// A register in a folder of its own, written to in runs.
struct Store {
  let folder: TemporaryFolder
  let register: Register

  init() throws {
    folder = try TemporaryFolder()
    register = try Register.create(at: folder.file("r.db"))
  }

  var path: String { register.path }

  /// Writes in one run. Returns its id.
  @discardableResult
  func run(
    _ kind: RunRecord.Kind = .edit, by user: String = "anna", reverts: Int? = nil,
    _ body: (RegisterWriter) throws -> Void
  ) throws -> Int {
    try register.write { writer in
      let run = try writer.begin(RunDescription(kind: kind, source: "test", user: user, reverts: reverts))
      try body(writer)
      try writer.endRun(.init())
      return run
    }
  }

  /// Adds customers with these values over a blank card.
  @discardableResult
  func add(_ cards: [[String: String]]) throws -> Int {
    try run { writer in for values in cards { try writer.apply(SchemaTests.creation(of: Store.card(values))) } }
  }

  /// Changes fields of a customer; nil removes a value.
  @discardableResult
  func change(_ number: String, _ values: [String: String?], action: CustomerChange.Action? = nil) throws -> Int {
    try run { writer in
      let key = try writer.key(ofNumber: number)!
      let card = try writer.card(ofCustomer: key.id)!
      let fields = values.map { FieldChange(FieldPath($0.key)!, old: card[FieldPath($0.key)!], new: $0.value) }
        .sorted { $0.path < $1.path }
      try writer.apply(
        CustomerChange(
          number: number, action: action ?? CustomerChange.action(of: fields), revision: key.revision, fields: fields))
    }
  }

  @discardableResult
  func delete(_ number: String) throws -> Int {
    try run { writer in
      let key = try writer.key(ofNumber: number)!
      let card = try writer.card(ofCustomer: key.id)!
      let fields = card.paths.filter { !$0.field.isReadOnly }.map { FieldChange($0, old: card[$0], new: nil) }
      try writer.apply(CustomerChange(number: number, action: .delete, revision: key.revision, fields: fields))
    }
  }

  /// The card without what only the register writes.
  func card(_ number: String) throws -> CustomerCard? {
    try register.read { try $0.card(ofNumber: number) }.map { card in
      CustomerCard(card.values.filter { !$0.key.field.isReadOnly })
    }
  }

  static func card(_ values: [String: String]) -> CustomerCard {
    var card = CardDiffer.blankCard(settings: RegisterSettings())
    card[.customerName] = "Namn"
    for (name, value) in values { card[FieldPath(name)!] = value }
    return card
  }
}

/// What a row says of one field.
enum Said: ExpressibleByStringLiteral, ExpressibleByNilLiteral, Sendable, Equatable {
  case absent, clear
  case value(String)
  init(stringLiteral text: String) { self = .value(text) }
  init(nilLiteral: ()) { self = .absent }
}

extension RecordBatch {
  /// A batch as a mapper would hand it over.
  init(_ fields: [String], _ said: [[Said]]) {
    var rows = RowBatch()
    rows.arena = Array("bytes before".utf8)
    rows.rows = said.indices.map { RowBatch.Row(firstCell: 0, cellCount: 0, position: $0 + 2) }
    self.init(
      rows: rows,
      columns: fields.enumerated().map { RecordColumn(path: FieldPath($1)!, sources: [$0], header: $1) })
    for (row, values) in said.enumerated() {
      for (column, value) in values.enumerated() {
        switch value {
        case .absent: break
        case .clear: self[column: column, row: row] = .clear
        case .value(let text):
          self[column: column, row: row] = Value(start: self.rows.arena.count, length: text.utf8.count)
          self.rows.arena += Array(text.utf8)
        }
      }
    }
  }
}
