import ConfigurationFile
import Runs
import Testing

/// Random work on both sides, with faults of every kind and runs that die: nothing is lost and nobody is doubled.
struct RandomWorkTests {
  @Test(arguments: Side.allCases, Array(UInt64(1)...12) + [19, 41, 124, 145])
  func twoQuietRunsBringBothSidesTogether(_ side: Side, seed: UInt64) async throws {
    try await Rehearsal.run(side) { rehearsal in
      let work = RandomWork(rehearsal, seed: seed)
      for _ in 1...3 {
        try work.addHere()
        try await work.addThere()
      }
      for _ in 1...14 { try await work.step() }
      let wrong = try await work.settle()
      #expect(wrong == [], "seed \(seed):\n\(work.story.joined(separator: "\n"))")
    }
  }
}
