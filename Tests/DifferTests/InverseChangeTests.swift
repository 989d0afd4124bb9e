import CustomerModel
import Differ
import Testing

@Suite struct InverseChangeTests {
  private let name = FieldPath("name")!
  private let phone = FieldPath("phone")!

  @Test func aFieldGoesBackWhenItStillIsWhatTheRunMade() {
    let (change, left) = InverseChange.ofUpdate(
      [FieldChange(name, old: "A", new: "B")], on: CustomerCard([name: "B"]), number: "1", revision: 4)
    #expect(change?.fields == [FieldChange(name, old: "B", new: "A")])
    #expect(change?.revision == 4)
    #expect(left.isEmpty)
  }

  @Test func aFieldChangedAgainIsLeftAndNamed() {
    let (change, left) = InverseChange.ofUpdate(
      [FieldChange(name, old: "A", new: "B"), FieldChange(phone, old: nil, new: "1")],
      on: CustomerCard([name: "C", phone: "1"]), number: "1", revision: 4)
    #expect(change?.fields == [FieldChange(phone, old: "1", new: nil)])
    #expect(left == [InverseChange.Left(number: "1", path: name, expected: "B", found: "C")])
  }

  @Test func aFieldThatIsBackAlreadyIsNeitherChangedNorNamed() {
    let (change, left) = InverseChange.ofUpdate(
      [FieldChange(name, old: "A", new: "B")], on: CustomerCard([name: "A"]), number: "1", revision: 4)
    #expect(change == nil)
    #expect(left.isEmpty)
  }

  @Test func anInactivationIsTakenBackByReactivating() {
    let active = FieldPath(.active)
    let (change, _) = InverseChange.ofUpdate(
      [FieldChange(active, old: "1", new: "0")], on: CustomerCard([active: "0"]), number: "1", revision: 1)
    #expect(change?.action == .reactivate)
  }

  @Test func aCreationIsTakenBackByDeletingUnlessTheCardChanged() {
    let created = CustomerCard([name: "A"])
    let (deletion, none) = InverseChange.ofCreation(created, on: created, number: "1", revision: 1)
    #expect(deletion?.action == .delete)
    #expect(deletion?.fields == [FieldChange(name, old: "A", new: nil)])
    #expect(none.isEmpty)
    let (nothing, left) = InverseChange.ofCreation(created, on: CustomerCard([name: "B"]), number: "1", revision: 2)
    #expect(nothing == nil)
    #expect(left == [InverseChange.Left(number: "1", path: name, expected: "A", found: "B")])
  }
}
