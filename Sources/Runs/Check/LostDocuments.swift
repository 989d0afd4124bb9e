import CustomerModel
import RegisterStore
import Texts

/// Documents whose files are not what the register says, by what is wrong with them.
struct LostDocuments {
  /// What is wrong with some.
  enum Fault: CaseIterable {
    case missing, damaged, unreadable
  }

  private let findings: DocumentFolder.Findings
  private let folder: DocumentFolder
  private let named: NamedDocuments

  init(_ findings: DocumentFolder.Findings, in folder: DocumentFolder, named: NamedDocuments) {
    self.findings = findings
    self.folder = folder
    self.named = named
  }

  /// The error that names them and their customers, with the code of the worst fault; nil when none is lost.
  var error: KundregError? {
    let faults = Fault.allCases.filter { !hashes($0).isEmpty }
    guard let first = faults.first else { return nil }
    return KundregError(
      first.code,
      ([CheckTexts.documentsAreLost] + faults.map { CheckTexts.lost($0, files: hashes($0).map(file)) }).joined())
  }

  private func hashes(_ fault: Fault) -> [String] {
    switch fault {
    case .missing: findings.missing
    case .damaged: findings.damaged
    case .unreadable: findings.unreadable
    }
  }

  private func file(_ hash: String) -> Text {
    let path = folder.file(hash)
    guard let numbers = named.present[hash] else { return CheckTexts.fileOfHistory(path) }
    let most = ShownLimits.customersOfFile
    return CheckTexts.file(path, ofCustomers: Array(numbers.prefix(most)), more: numbers.count - most)
  }
}

extension LostDocuments.Fault {
  fileprivate var code: ErrorCode {
    switch self {
    case .missing: .documentMissing
    case .damaged: .documentDamaged
    case .unreadable: .documentUnreadable
    }
  }
}
