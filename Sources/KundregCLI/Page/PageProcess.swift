import CustomerModel
import Foundation
import PageLaunch

/// The program that serves the page, which stands beside this one: so no other command links or loads a server.
enum PageProcess {
  private static let name = "kundreg-page"

  /// Makes this process that program, and does not return; or says why it could not.
  static func become(_ launch: PageLaunch) -> KundregError {
    // Not what it was called as: found by PATH that is a name alone, and would be looked for in the folder one stands in.
    let exact = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    guard let own = exact ?? Bundle.main.executablePath, own.hasPrefix("/") else {
      return KundregError(.pageNoProgram, PageLaunchTexts.noProgram(name))
    }
    let path = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(name), strdup(launch.argument), nil]
    defer { for argument in arguments { free(argument) } }
    execv(path, &arguments)
    return KundregError(.pageNoProgram, PageLaunchTexts.noProgram(path))
  }
}
