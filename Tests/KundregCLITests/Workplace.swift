import Foundation
import TestSupport
import Testing

/// A folder with an empty register, in which commands are given.
struct Workplace {
  let folder: TemporaryFolder

  /// - Parameter fixtures: the files of `Fixtures/` to copy in.
  init(fixtures: [String] = [], hasRegister: Bool = true) throws {
    folder = try TemporaryFolder()
    for name in fixtures {
      try FileManager.default.copyItem(atPath: Program.fixtures + "/" + name, toPath: folder.file(name))
    }
    if hasRegister { try succeed("init") }
  }

  var path: String { folder.path }
  func file(_ name: String) -> String { folder.file(name) }
  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }
  func text(_ name: String) throws -> String { try String(contentsOfFile: file(name), encoding: .utf8) }
  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file(name))) }
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try folder.write(text, to: name) }

  @discardableResult
  func run(_ arguments: String..., input: String = "/dev/null", environment: [String: String] = [:]) throws
    -> Program.Outcome
  {
    try Program.run(arguments, in: path, input: input, environment: environment)
  }

  /// Gives a command that must end with a status.
  @discardableResult
  func expect(
    _ status: Int32, _ arguments: String..., input: String = "/dev/null", environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    let outcome = try Program.run(arguments, in: path, input: input, environment: environment)
    #expect(
      outcome.status == status, "kundreg \(arguments.joined(separator: " "))\n\(outcome.stdout)\n\(outcome.stderr)",
      sourceLocation: sourceLocation)
    return outcome
  }

  /// Gives a command that must go well, and returns its JSON if it printed any.
  @discardableResult
  func succeed(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) throws -> Program.Outcome {
    let outcome = try Program.run(arguments, in: path)
    try #require(
      outcome.status == 0, "kundreg \(arguments.joined(separator: " "))\n\(outcome.stdout)\n\(outcome.stderr)",
      sourceLocation: sourceLocation)
    return outcome
  }

  /// Gives a command that must fail by an error of a code.
  @discardableResult
  func refuse(
    _ code: String, status: Int32 = 1, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    try refuse(code, status: status, arguments: arguments, sourceLocation: sourceLocation)
  }

  @discardableResult
  func refuse(
    _ code: String, status: Int32 = 1, arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    let outcome = try Program.run(["--verbose"] + arguments, in: path)
    let command = "kundreg \(arguments.joined(separator: " "))\n\(outcome.stderr)"
    #expect(outcome.status == status, "\(command)", sourceLocation: sourceLocation)
    #expect(outcome.errorCode == code, "\(command)", sourceLocation: sourceLocation)
    return outcome
  }

  /// Everything in the register, as an export that a run leaves unchanged must leave unchanged to the byte.
  func export(_ name: String = "state.csv") throws -> Data {
    try succeed("export", name, "--all")
    return try bytes(name)
  }

  /// What SQLite, as Python has it, answers to a query: the first column of each row.
  func query(_ sql: String, register: String = "kundreg.db") throws -> [String] {
    let script = """
      import json, sqlite3, sys
      print(json.dumps([str(row[0]) for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])]))
      """
    return try JSON(text: python(script, file(register), sql)).elements.compactMap(\.text)
  }

  /// Runs a Python script in the folder and returns what it printed.
  @discardableResult
  func python(_ script: String, _ arguments: String...) throws -> String {
    let child = try Child(
      "/usr/bin/env", ["python3", "-X", "utf8", "-c", script] + arguments, in: path, environment: Program.environment())
    let outcome = try child.finish()
    try #require(outcome.status == 0, "python3 failed: \(outcome.stderr)")
    return outcome.stdout
  }
}
