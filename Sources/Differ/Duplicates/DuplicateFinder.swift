import CustomerModel
import SwedishIdentity

/// Finds customers that are likely the same among very many, without comparing each with all: only those that agree in a
/// key are put side by side.
package struct DuplicateFinder {
  /// What is looked at of a customer; an empty buffer for what it lacks.
  package struct Customer {
    let id: Int64
    let isActive: Bool
    let name, identityNumber, postalCode, email, phone, mobile: UnsafeRawBufferPointer

    package init(
      id: Int64, isActive: Bool, name: UnsafeRawBufferPointer, identityNumber: UnsafeRawBufferPointer,
      postalCode: UnsafeRawBufferPointer, email: UnsafeRawBufferPointer, phone: UnsafeRawBufferPointer,
      mobile: UnsafeRawBufferPointer
    ) {
      self.id = id
      self.isActive = isActive
      self.name = name
      self.identityNumber = identityNumber
      self.postalCode = postalCode
      self.email = email
      self.phone = phone
      self.mobile = mobile
    }
  }

  /// A customer's place in the arrays below, under a hashed key.
  struct Entry {
    let key: Int
    let index: Int32
  }

  var ids: [Int64] = []
  var isActive: [Bool] = []
  /// All normalised names, one after the other.
  var names: [UInt8] = []
  var nameStarts: [Int] = [0]
  private var scratch: [UInt8] = []
  var entries = [[Entry]](repeating: [], count: DuplicateReason.allCases.count)

  package init() {}

  package mutating func add(_ customer: Customer) {
    let index = Int32(ids.count)
    ids.append(customer.id)
    isActive.append(customer.isActive)
    DuplicateName.append(customer.name, to: &names, scratch: &scratch)
    nameStarts.append(names.count)
    let name = names[nameStarts[Int(index)]...]

    func add(_ reason: DuplicateReason, _ combine: (inout Hasher) -> Void) {
      var hasher = Hasher()
      combine(&hasher)
      entries[reason.place].append(Entry(key: hasher.finalize(), index: index))
    }
    if !customer.identityNumber.isEmpty {
      add(.identityNumber) { hasher in
        ComparableIdentity.with(customer.identityNumber) { hasher.combine(bytes: $0) }
      }
    }
    if !customer.email.isEmpty {
      add(.email) { hasher in
        for byte in customer.email { hasher.combine((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
      }
    }
    guard !name.isEmpty else { return }
    for phone in [customer.phone, customer.mobile] where phone.count >= 6 {
      add(.nameAndPhone) { hasher in
        Self.combine(name, into: &hasher)
        Self.combinePhone(phone, into: &hasher)
      }
    }
    guard !customer.postalCode.isEmpty else { return }
    add(.nameAndPostalCode) { hasher in
      Self.combine(name, into: &hasher)
      hasher.combine(bytes: customer.postalCode)
    }
    addSimilar(name, customer.postalCode, index)
  }

  /// Keys that two names share when their words are in another order, or when one letter tells them apart: then they agree
  /// in their first or in their last half, by the shorter one's length. Digits must agree: they tell one of a series from
  /// the next.
  private mutating func addSimilar(_ name: ArraySlice<UInt8>, _ postalCode: UnsafeRawBufferPointer, _ index: Int32) {
    guard name.count >= DuplicateThresholds.similarNameLength else { return }
    func add(_ kind: UInt8, _ parts: [ArraySlice<UInt8>]) {
      var hasher = Hasher()
      hasher.combine(kind)
      hasher.combine(bytes: postalCode)
      for byte in name where (0x30...0x39).contains(byte) { hasher.combine(byte) }
      for part in parts { Self.combine(part, into: &hasher) }
      entries[DuplicateReason.similarName.place].append(Entry(key: hasher.finalize(), index: index))
    }
    let words = DuplicateName.words(name)
    if words.count > 1 { add(0, words) }
    for half in Set([name.count / 2, (name.count - 1) / 2]) {
      add(1, [name.prefix(half)])
      add(2, [name.suffix(half)])
    }
  }

  private static func combine(_ bytes: ArraySlice<UInt8>, into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    // The end of a part is part of the key.
    hasher.combine(0 as UInt8)
  }

  /// The digits that are dialled.
  private static func combinePhone(_ phone: UnsafeRawBufferPointer, into hasher: inout Hasher) {
    withUnsafeTemporaryAllocation(byteCount: DialledNumber.mostBytes(of: phone.count), alignment: 1) { room in
      for byte in room[..<DialledNumber.write(phone, to: room)] where (0x30...0x39).contains(byte) {
        hasher.combine(byte)
      }
    }
  }
}

extension DuplicateReason {
  var place: Int { Self.allCases.firstIndex(of: self)! }
}
