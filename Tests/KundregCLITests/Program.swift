import Foundation
import Glibc
import TestSupport
import Testing

/// The built program, run as a process of its own: what its users and their scripts meet.
enum Program {
  /// What a process left behind.
  struct Outcome {
    let status: Int32
    let stdout: String
    let stderr: String

    /// The code of the error that ended the program, as the log of `--verbose` tells it; nil when there was none, or nothing was logged.
    var errorCode: String? { stderr.firstMatch(of: /error code: (\S+)/).map { String($0.1) } }

    /// Standard output as the JSON document that it must be, with nothing before or after it.
    func json(_ location: SourceLocation = #_sourceLocation) throws -> JSON {
      try JSON(text: stdout, sourceLocation: location)
    }
  }

  /// The sources' own folder.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let fixtures = checkout + "/Fixtures"

  /// The program stands beside the test bundle, which is the process that runs this.
  static let path: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().path + "/kundreg"
  }()

  /// Where the tests' processes share their pace, apart from the user's own.
  private static let pace = FileManager.default.temporaryDirectory.appendingPathComponent("kundreg-test-pace").path

  /// The environment without what would steer the program, and with the checkout's mappings.
  static func environment(_ more: [String: String] = [:]) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("KUNDREG_") }
    environment["KUNDREG_MAPPINGS"] = checkout + "/Mappings"
    environment["KUNDREG_PACE"] = pace
    return environment.merging(more) { $1 }
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], in folder: String, input: String = "/dev/null", environment more: [String: String] = [:]
  ) throws -> Outcome {
    try start(arguments, in: folder, input: input, environment: more).finish()
  }

  /// Starts the program and lets it run.
  static func start(
    _ arguments: [String], in folder: String, input: String = "/dev/null", environment more: [String: String] = [:]
  ) throws -> Child {
    try Child(path, arguments, in: folder, input: input, environment: environment(more))
  }
}

/// A running process whose output goes to files, so that no pipe can fill and stop it.
///
/// Started by `posix_spawn` and waited for by `waitpid`: Foundation's `Process` needs a run loop on the thread that waits.
final class Child {
  let identifier: pid_t
  private let output: TemporaryFolder

  init(
    _ executable: String, _ arguments: [String], in folder: String, input: String = "/dev/null",
    environment: [String: String]
  ) throws {
    output = try TemporaryFolder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output.file("stdout"), O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, output.file("stderr"), O_WRONLY | O_CREAT, 0o600)

    // `env` enters the folder and becomes the program: `posix_spawn` has no portable way to.
    let words = (["env", "-C", folder, executable] + arguments).map { strdup($0) }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in words + variables { free(text) } }
    var identifier: pid_t = 0
    let failure = posix_spawn(&identifier, "/usr/bin/env", &actions, nil, words + [nil], variables + [nil])
    try #require(failure == 0, "\(executable): \(String(cString: strerror(failure)))")
    self.identifier = identifier
  }

  /// What it has printed so far.
  var printed: String { (try? String(contentsOfFile: output.file("stdout"), encoding: .utf8)) ?? "" }

  /// Waits for the end. A process that a signal ended has minus the signal as its status.
  func finish() throws -> Program.Outcome {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 { try #require(errno == EINTR) }
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: output.file(name))), as: UTF8.self)
    }
    let signal = status & 0x7F
    return Program.Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : -signal, stdout: try text("stdout"), stderr: try text("stderr"))
  }
}
