import Runs
import Testing

@Suite struct SyncOptionsTests {
  @Test(
    arguments: [
      (true, false, false, nil, SyncOptions.Contradiction.deepWithoutFull), (true, true, false, nil, nil),
      (false, true, false, nil, nil), (false, false, false, 9, .tooFewRequests(atLeast: 10)),
      (false, false, false, 10, nil), (false, false, true, 10, .requestsOfDryRun), (false, false, true, nil, nil),
      (true, false, true, 10, .deepWithoutFull),
    ] as [(Bool, Bool, Bool, Int?, SyncOptions.Contradiction?)])
  func whatDoesNotGoTogetherIsFound(
    isDeep: Bool, isFull: Bool, isDryRun: Bool, requests: Int?, contradiction: SyncOptions.Contradiction?
  ) {
    var options = SyncOptions()
    (options.isDeep, options.isFull, options.isDryRun) = (isDeep, isFull, isDryRun)
    #expect(options.contradiction(maximumRequests: requests) == contradiction)
  }
}
