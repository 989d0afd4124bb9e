import CustomerModel
import RegisterStore
import SwedishIdentity

extension ImportRun {
  /// What a directory tells of the input's companies; nil when none is to be asked.
  ///
  /// The directory is asked before the import holds the register.
  ///
  /// - Throws: ``KundregError`` with status 77 before any number leaves this computer.
  func filling(on register: Register, as actor: ActingUser, today: CalendarDay) throws -> FillMissing? {
    guard let directory = context.directory else { return nil }
    let filling = FillMissing(directory, maximumLookups: context.maximumLookups, today: today)
    try register.read { reader in
      try actor.require(.administrator, in: reader, to: DeedTexts.importRegister)
      _ = try session(reader, writer: nil, today: today, changes: nil, filling: filling)
    }
    filling.ask()
    return filling
  }
}
