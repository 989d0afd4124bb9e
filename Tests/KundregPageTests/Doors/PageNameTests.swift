import PageLaunch
import Testing

@testable import KundregPage

@Suite struct PageNameTests {
  @Test func isAnotherEachTimeAndLeadsHere() {
    let names = (0..<50).map { _ in PageName.make() }
    #expect(Set(names).count == 50)
    for name in names {
      #expect(name.wholeMatch(of: /kundreg-[0-9a-f]{16}\.localhost/) != nil, "\(name)")
      #expect(LoopbackName.isLoopback(name))
    }
  }
}
