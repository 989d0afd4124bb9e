package import ArgumentParser
import CustomerModel
import Foundation
import Runs
import Texts

/// The program `kundreg`.
package struct Kundreg: ParsableCommand {
  private static let version = "kundreg \(ProgramVersion.current)"

  package static let configuration = CommandConfiguration(
    commandName: "kundreg",
    abstract: "Imports and keeps the customer register of a service company.",
    discussion: """
      Every row is accounted for, every change can be shown before it is made (--dry-run), and every run can be undone.

      EXAMPLE
        kundreg import kunder.xlsx --dry-run
        kundreg import kunder.xlsx
        kundreg undo 1
      """,
    version: version,
    subcommands: [
      ImportCommand.self, ApplyCommand.self, UndoCommand.self, RunsCommand.self, CustomerCommand.self,
      FilterCommand.self,
      ExportCommand.self, SyncCommand.self, ConflictsCommand.self, ERPCommand.self, MappingCommand.self,
      TemplateCommand.self, ServeCommand.self, InitCommand.self, SettingsCommand.self,
      FieldCommand.self, NamesCommand.self, UserCommand.self, NotificationsCommand.self, BackupCommand.self,
      DoctorCommand.self,
    ])

  package init() {}

  package func run() throws { try FirstSteps.tell() }

  /// Parses the arguments, runs the command, and leaves with its exit status.
  package static func run() -> Never {
    // Output that nobody reads any more ends a write with an error, not the program with a signal.
    signal(SIGPIPE, SIG_IGN)
    // Scripts ask often and want no more: no reason to look at every command first.
    if CommandLine.arguments.dropFirst() == ["--version"] {
      Output.line(version)
      Foundation.exit(EXIT_SUCCESS)
    }
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try command(GlobalOptions.hoisted(arguments))
      do {
        try command.run()
      } catch let code as ExitCode {
        // Such a run is done, too: only part of it was refused.
        (command as? any NotifyingCommand)?.global.deliverNotifications()
        throw code
      }
      (command as? any NotifyingCommand)?.global.deliverNotifications()
      exit(withError: nil)
    } catch let error as KundregError {
      Output.error(error)
      GlobalOptions.logCode(of: error)
      Foundation.exit(error.status.rawValue)
    } catch {
      let status = exitCode(for: error)
      let text = fullMessage(for: error)
      guard !text.isEmpty else { exit(withError: error) }
      GlobalOptions.chooseLanguage(arguments)
      // What was mistyped is repeated to the one who typed it, and to whoever keeps the log.
      if status.isSuccess {
        Output.write(
          (Output.language == .swedish
            ? HelpPage(fullMessage(for: error, columns: HelpPage.unwrappedWidth)).swedish(width: HelpPage.terminalWidth)
            : text) + "\n")
      } else {
        Output.errorText(ParsingMessage(error).whole[Output.language] + "\n")
      }
      Foundation.exit(status.rawValue)
    }
  }
}

/// A run that went through, but with rejected rows or conflicts for a person to look at.
enum ExitStatus {
  static let someRejected = ExitCode(AttentionStatus.exitStatus)
}
