import Foundation
import Testing

/// Inputs that mean to fill the memory, made by `scripts/memory`: none takes more than 400 MB, and each ends as it should.
///
/// One after the other, as each takes a core and some of the disk.
@Suite(.serialized) struct HostileMemoryTests {
  /// Those that a debug build is done with soon; `scripts/memory` has more.
  static let names = [
    "shared-text-without-end", "json-names-without-end", "json-other-names-in-each-object", "json-names-without-values",
    "json-long-names", "json-mixed-array", "parts-by-the-hundred-thousand", "mapping-that-is-no-file",
  ]

  @Test(arguments: names)
  func noInputTakesMoreMemoryThanItMay(name: String) throws {
    let told = try JSON(text: script("--json", name))
    let wrong = told["wrong"]?.elements.compactMap(\.text)
    #expect(wrong == [], "\(told["peak"]?.text ?? "?") MB, said: \(told["said"]?.text ?? "")")
  }

  private func script(_ arguments: String...) throws -> String {
    let child = try Child(
      "/usr/bin/env", ["python3", Program.checkout + "/scripts/memory", "--binary", Program.path] + arguments,
      in: NSTemporaryDirectory(), environment: Program.environment())
    let outcome = try child.finish()
    // Status 1 says that something of it is wrong, which the output tells better.
    try #require(outcome.status == 0 || outcome.status == 1 && !outcome.stdout.isEmpty, "\(outcome.stderr)")
    return outcome.stdout
  }
}
