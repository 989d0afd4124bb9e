import Foundation
import TestSupport
import Testing

/// The program as it is started by its users.
@Suite struct CommandTests {
  /// The program, which is built beside the tests.
  static var program: URL {
    get throws {
      var folder = URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      // The tests may run in a helper of the toolchain: then the first argument that is a test bundle tells the place.
      if let bundle = CommandLine.arguments.first(where: { $0.hasSuffix(".xctest") }) {
        folder = URL(fileURLWithPath: bundle)
      }
      return folder.deletingLastPathComponent().appendingPathComponent("erp-sandbox")
    }
  }

  @Test func announcesItsAddressAndEndsOnInterrupt() async throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = try Self.program
    process.arguments = ["--port", "0", "--ready-file", folder.file("ready"), "--clock", "2026-01-28T12:00:00Z"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let announced = output.fileHandleForReading
    let line = try await blocking {
      var line = ""
      while !line.hasSuffix("\n") {
        let data = announced.availableData
        if data.isEmpty { break }
        line += String(decoding: data, as: UTF8.self)
      }
      return line
    }
    #expect(line.wholeMatch(of: #/listening on http://127\.0\.0\.1:\d+\n/#) != nil, "\(line)")
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let ready = try String(contentsOfFile: folder.file("ready"), encoding: .utf8)
    #expect("listening on " + ready == line)
  }

  @Test(arguments: [
    (["--fortnox-window", "25"], "--fortnox-window must be requests per seconds, such as 25/5."),
    (["--visma-window", "0/60"], "--visma-window must be"), (["--clock", "today"], "--clock must look like"),
    (["--seed", "/nowhere/seed.json"], "/nowhere/seed.json cannot be read"), (["--port", "70000"], "--port must be"),
    (["--fortnox-unfiltered", "some"], "--fortnox-unfiltered must be active or all."),
    (["--fortnox-window-kind", "fixed"], "--fortnox-window-kind must be sliding or approximate."),
    (["--events-port", "70000"], "--events-port must be from 0 to 65535."),
    (["--companies", "0"], "--companies must be from 1 to 10000."),
    (["--token-lifetime", "0"], "--token-lifetime must be above 0."),
  ])
  func faultyOptionsAreRefused(_ arguments: [String], _ message: String) throws {
    let process = Process()
    process.executableURL = try Self.program
    process.arguments = arguments
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(text.contains(message), "\(text)")
  }

  @Test func aPortInUseIsTold() async throws {
    try await Rehearsal.run { it in
      let process = Process()
      process.executableURL = try Self.program
      process.arguments = ["--port", String(it.port)]
      let errors = Pipe()
      process.standardError = errors
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      let told = errors.fileHandleForReading
      let text = try await blocking { String(decoding: told.readDataToEndOfFile(), as: UTF8.self) }
      process.waitUntilExit()
      #expect(process.terminationStatus == 1)
      #expect(text.contains("Port \(it.port) of 127.0.0.1 cannot be listened on"), "\(text)")
    }
  }

  @Test func aFaultySeedIsTold() throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = try Self.program
    process.arguments = ["--seed", try folder.write("[]", to: "seed.json")]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(text.contains("seed.json must be a JSON object."))
  }
}
