import CustomerModel
import Testing

@testable import Runs

/// Codes of files that would be written over others are made of two words: each that is met is declared.
@Suite struct OutputPlaceTests {
  @Test(arguments: OutputPlace.Output.allCases)
  func everyCodeThatIsMetIsDeclared(output: OutputPlace.Output) {
    let others: [OutputPlace.Other] =
      switch output {
      case .rejects: [.input, .register, .mapping]
      case .problems: [.input, .register, .mapping, .rejects]
      case .plan: [.input, .register, .mapping, .configuration, .problems]
      case .export, .metrics: [.register, .configuration]
      }
    for other in others {
      let error = #expect(throws: KundregError.self) {
        try OutputPlace(output, "a.csv").require(apartFrom: other, at: ["./a.csv"])
      }
      #expect(error?.status == .usage)
      #expect(ErrorCode.ofOutputs.contains { $0.name == error?.code }, "\(error?.code ?? "")")
    }
  }
}
