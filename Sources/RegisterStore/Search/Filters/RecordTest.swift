import CustomerModel
import Glibc

/// What a search asks of a list of records; one record is enough. In SQL, `any_record(list, member, test, value, field)`.
struct RecordTest {
  /// How values are compared.
  enum Form: Int32, CaseIterable {
    /// `=`: it has one. `!=`: it has none.
    case presence
    /// A folded word stands in it: in what lists show of it, where the test names a field.
    case mention
    /// All of these words are in a set; a ``Field/setSeparator`` stands after each.
    case words
    /// As bytes, as numbers, or as ``SwedishSortKey``, which is the test's value then.
    case bytes, number, swedish
  }

  let form: Form
  let comparison: CustomerFilter.Comparison

  init(_ form: Form, _ comparison: CustomerFilter.Comparison) {
    self.form = form
    self.comparison = comparison
  }

  /// The number that stands for it in SQL.
  var code: Int32 { form.rawValue * 8 + Int32(CustomerFilter.Comparison.allCases.firstIndex(of: comparison) ?? 0) }

  init?(code: Int32) {
    guard let form = Form(rawValue: code / 8) else { return nil }
    let comparisons = CustomerFilter.Comparison.allCases
    guard comparisons.indices.contains(Int(code % 8)) else { return nil }
    self.init(form, comparisons[Int(code % 8)])
  }

  /// What is asked for, as the search bound it.
  enum Operand {
    case bytes(UnsafeRawBufferPointer)
    case number(Double)
  }

  /// - Parameters:
  ///   - member: empty for any.
  ///   - field: the list's, for somebody who sees its values as lists show them; else nil.
  func isPassed(
    by list: UnsafeRawBufferPointer, member: UnsafeRawBufferPointer, _ operand: Operand, of field: Field?
  ) -> Bool {
    let isAsked = { (atom: RecordWalk.Atom) in member.isEmpty || Self.areSame(atom.member, member) }
    switch (form, operand) {
    case (.presence, _):
      let asksForMissing = comparison == .notEqual
      var isThere = false
      return RecordWalk.first(in: list) { atom in
        guard isAsked(atom), atom.isValue || atom.isFlag else { return false }
        isThere = true
        return !asksForMissing
      } orAtEndOfRecord: {
        defer { isThere = false }
        return asksForMissing && !isThere
      }
    case (.words, .bytes(let asked)):
      let words = asked.split(separator: Field.setSeparator)
      var missing = words.count
      return RecordWalk.first(in: list) { atom in
        if isAsked(atom), words.contains(where: { Self.areSame(atom.written, UnsafeRawBufferPointer(rebasing: $0)) }) {
          missing -= 1
        }
        return false
      } orAtEndOfRecord: {
        defer { missing = words.count }
        return missing == 0
      }
    case (.number, .number(let number)):
      return anyAtom(of: list) { isAsked($0) && passes($0.number, number) }
    case (.mention, .bytes(let word)):
      return anyAtom(of: list) { atom in
        isAsked(atom) && atom.withValue { ShownText.mentions(word, in: $0, of: field) }
      }
    case (.bytes, .bytes(let other)):
      return anyAtom(of: list) { atom in isAsked(atom) && atom.withValue { passes(Self.order($0, other), 0) } }
    case (.swedish, .bytes(let key)):
      return anyAtom(of: list) { atom in
        isAsked(atom) && atom.withValue { ShownText.with($0, of: field) { passes(key: key, $0) } }
      }
    case (.words, .number), (.number, .bytes), (.mention, .number), (.bytes, .number), (.swedish, .number): return false
    }
  }

  private func anyAtom(of list: UnsafeRawBufferPointer, where isFound: (RecordWalk.Atom) -> Bool) -> Bool {
    RecordWalk.first(in: list) {
      $0.isValue && isFound($0)
    } orAtEndOfRecord: {
      false
    }
  }

  private func passes(key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: SwedishSortKey.mostBytes(of: value.count), alignment: 1) { room in
      if let count = SwedishSortKey.write(value, to: room) {
        return passes(Self.order(UnsafeRawBufferPointer(rebasing: room[..<count]), key), 0)
      }
      return SwedishSortKey.bytes(value).withUnsafeBytes { passes(Self.order($0, key), 0) }
    }
  }

  private func passes<Value: Comparable>(_ value: Value, _ other: Value) -> Bool {
    switch comparison {
    case .equal: value == other
    case .notEqual: value != other
    case .less: value < other
    case .lessOrEqual: value <= other
    case .greater: value > other
    case .greaterOrEqual: value >= other
    case .contains: false
    }
  }

  private static func areSame(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    a.count == b.count && order(a, b) == 0
  }

  private static func order(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    if let start = a.baseAddress, let other = b.baseAddress {
      let order = memcmp(start, other, min(a.count, b.count))
      if order != 0 { return Int(order) }
    }
    return a.count - b.count
  }
}
