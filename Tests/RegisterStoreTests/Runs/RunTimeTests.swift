import Foundation
import RegisterStore
import Testing

@Suite struct RunTimeTests {
  @Test(arguments: [
    (1_769_601_600.0, "2026-01-28T12:00:00Z"), (951_782_399.9, "2000-02-28T23:59:59Z"),
    (951_782_400.0, "2000-02-29T00:00:00Z"),
  ])
  func theTimeOfARunIsThatOfUTCToTheSecond(seconds: Double, text: String) throws {
    let store = try Store()
    try store.register.write { writer in
      _ = try writer.begin(
        RunDescription(kind: .edit, source: "test", user: "anna", start: Date(timeIntervalSince1970: seconds)))
      try writer.endRun(.init())
    }
    #expect(try store.register.read { try $0.run(1)?.startedAt } == text)
  }
}
