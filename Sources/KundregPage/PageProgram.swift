import CustomerModel
import Foundation
import Logging
import PageLaunch
import Texts

/// The program `kundreg-page`, which `kundreg serve` becomes.
package enum PageProgram {
  /// Serves until it is ended, and returns the exit status.
  package static func run(_ arguments: [String]) async -> Int32 {
    var language = Language(environment: ProcessInfo.processInfo.environment)
    do {
      let launch = try PageLaunch(argument: arguments.count == 2 ? arguments[1] : nil)
      language = launch.language
      let log = Logger(label: "kundreg-page") { StreamLogHandler.standardError(label: $0) }
      try await PageServer(launch, log: log).run { server in announce(server, launch.language) }
      return EXIT_SUCCESS
    } catch let error as KundregError {
      FileHandle.standardError.write(Data("kundreg: \(error.text[language])\n".utf8))
      return error.status.rawValue
    } catch {
      FileHandle.standardError.write(Data("kundreg: \(error)\n".utf8))
      return KundregError.Status.failed.rawValue
    }
  }

  /// Prints a link; and another whenever somebody at the terminal presses Enter.
  private static func announce(_ server: PageServer, _ language: Language) {
    tell(LoginTexts.isServing(server.link()), language)
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return }
    tell(LoginTexts.moreLinks, language)
    // In the background there is no terminal to read from: the reading ends, not the program.
    signal(SIGTTIN, SIG_IGN)
    Thread.detachNewThread {
      while readLine() != nil { tell(Text(verbatim: "  \(server.link())\n"), language) }
    }
  }

  private static func tell(_ text: Text, _ language: Language) {
    FileHandle.standardOutput.write(Data((text[language] + "\n").utf8))
  }
}
