import CustomerModel
import Testing
import Texts

@Suite struct ValueLabelsTests {
  @Test func everyWordOfTheCatalogueHasOneInSwedish() {
    let ofFields = Field.all.flatMap { field -> [String] in
      if case .choice(let words) = field.kind { words } else { [] }
    }
    let ofMembers = RecordKind.allCases.flatMap(\.members).flatMap { member -> [String] in
      switch member.kind {
      case .choice(let words), .words(let words): words
      default: []
      }
    }
    for word in ofFields + ofMembers { #expect(ValueLabels.choice(word).swedish != word) }
  }

  @Test func noTwoMembersOfARecordAreCalledTheSame() {
    for kind in RecordKind.allCases {
      #expect(Set(kind.members.map(\.label.english)).count == kind.members.count, "\(kind)")
      #expect(Set(kind.members.map(\.label.swedish)).count == kind.members.count, "\(kind)")
    }
  }
}
