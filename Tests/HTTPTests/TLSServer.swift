import Foundation
import TestSupport

/// OpenSSL's own server, with a certificate that it signed itself.
struct TLSServer {
  let port: Int
  private let process = Process()
  private let folder: TemporaryFolder

  init(openSSL: String) throws {
    folder = try TemporaryFolder()
    let request = Process()
    request.executableURL = URL(fileURLWithPath: openSSL)
    request.arguments = [
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder.file("key.pem"), "-out",
      folder.file("cert.pem"),
      "-days", "1", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
    ]
    request.standardError = FileHandle.nullDevice
    try request.run()
    request.waitUntilExit()
    // A port that was free a moment ago.
    let other = try RawHTTPServer { _, _ in .silence }
    other.stop()
    port = other.port
    process.executableURL = URL(fileURLWithPath: openSSL)
    process.arguments = [
      "s_server", "-accept", "\(port)", "-key", folder.file("key.pem"), "-cert", folder.file("cert.pem"), "-quiet",
      "-www",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  func stop() {
    // A child may have inherited that SIGTERM is blocked.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
