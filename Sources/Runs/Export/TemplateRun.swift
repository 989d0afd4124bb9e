import CustomerModel
import Foundation
import RegisterStore
package import Texts
import Writers

/// Writes the upload template, with the custom fields and lists of a register where there is one.
package enum TemplateRun {
  /// - Parameters:
  ///   - output: a path that ends in .xlsx or .csv.
  ///   - register: the path of the register, which need not be there.
  ///   - language: that of headings, words and guide.
  /// - Throws: ``KundregError`` with status 64 for another ending, 1 when the file cannot be written.
  package static func perform(to output: String, register path: String, language: Language) throws {
    var definitions: [CustomFieldDefinition] = []
    var references: [ReferenceKind: [String]] = [:]
    if FileManager.default.fileExists(atPath: path) {
      try Register(existing: path).read { register in
        definitions = try register.customFields()
        for kind in ReferenceKind.allCases { references[kind] = try register.references(kind) }
      }
    }
    try TemplateFile.write(path: output, definitions: definitions, references: references, language: language)
  }
}
