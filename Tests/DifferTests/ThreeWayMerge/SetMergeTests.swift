import CustomerModel
import Differ
import Testing

/// Sets that an accounting system tells and never takes.
@Suite struct SetMergeTests {
  private typealias B = MergeBench

  private func merge(
    _ here: [String], _ there: [String]?, since: ([String], [String])?, policy: MergePolicy = .hold
  ) -> (tags: [String], merge: CardMerge) {
    let path = B.path("tags")
    var agreed = since.map { _ in AgreedState() }
    if let since { agreed?.agree(path, register: CustomerCard.set(of: since.0), erp: CustomerCard.set(of: since.1)) }
    let card = B.card(here.isEmpty ? [:] : ["tags": CustomerCard.set(of: here)])
    let merge = B.merge(
      card, there.map { B.remote(["tags": CustomerCard.set(of: $0)]) } ?? B.remote([:]), agreed, policy,
      incoming: [path],
      outgoing: [])
    let after = CardDiffer.card(card, applying: merge.changes)
    return (CustomerCard.names(inSet: after[path] ?? ""), merge)
  }

  @Test func namesOfBothSidesStayTogether() {
    let first = merge(["egen"], ["Guld"], since: nil)
    #expect(first.tags == ["Guld", "egen"])
    #expect(first.merge.conflicts.isEmpty && first.merge.toPush.isEmpty)
    #expect(merge(["Guld", "egen"], ["Guld"], since: (["Guld", "egen"], ["Guld"])).merge.isSilent)
  }

  @Test func whatIsAddedOrTakenAwayThereIsSoHere() {
    #expect(merge(["A", "egen"], ["A", "B"], since: (["A", "egen"], ["A"])).tags == ["A", "B", "egen"])
    #expect(merge(["A", "egen"], [], since: (["A", "egen"], ["A"])).tags == ["egen"])
    #expect(merge(["A"], [], since: (["A"], ["A"])).tags == [])
    // Both at once is no conflict, under no policy.
    for policy in MergePolicy.allCases {
      let both = merge(["A", "ny"], ["B"], since: (["A"], ["A"]), policy: policy)
      #expect(both.tags == ["B", "ny"])
      #expect(both.merge.conflicts.isEmpty && both.merge.toPush.isEmpty)
    }
  }

  @Test func aTagThatIsTakenAwayHereStaysAway() {
    #expect(merge([], ["A"], since: (["A"], ["A"])).tags == [])
    #expect(merge(["egen"], nil, since: (["egen"], ["A"])).merge.isSilent)
  }
}
