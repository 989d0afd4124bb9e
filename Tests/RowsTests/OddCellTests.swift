import Rows
import Testing

@Suite struct OddCellTests {
  @Test("cells of a row are taken once, in the order of rows")
  func taking() {
    let all = [1, 2, 7].map { OddCell(cell: $0, kind: .date) }
    var left = all[...]
    let ends: [UInt32] = [1, 4, 7, 9, 20]
    var answers: [Bool] = []
    for end in ends { answers.append(left.takesCell(before: end)) }
    #expect(answers == [false, true, false, true, false])
    #expect(left.isEmpty)
  }
}
