package import CompanyLookup
package import ConfigurationFile
package import CustomerModel
package import Differ
package import Mapping
package import Rows
package import Texts

/// What a person asks of an import.
package struct ImportOptions: Sendable {
  /// The path of the input, or `-` for standard input.
  package var input: String
  /// The name or path of a mapping; nil lets the header decide.
  package var mapping: String?
  package var sheet: String?
  package var isDryRun = false
  package var match: [MatchKey] = [.number]
  /// What a blank cell means; nil lets the mapping decide, and otherwise blank cells are kept.
  package var empty: EmptyPolicy?
  /// True when the input is the whole register: active customers absent from it are inactivated.
  package var inactivatesMissing = false
  /// The largest part of the active customers, from 0 to 1, that may be inactivated for being absent.
  package var maximumInactivated = InactivationLimit.defaultPart
  /// What further rows of a customer bring; nil lets the mapping decide, and otherwise a customer stands on one row.
  package var severalRows: SeveralRows?
  /// What decides the type of new customers whose rows give none; nil lets the mapping decide, and otherwise it is the
  /// register's default.
  package var typeFrom: TypeSource?
  package var rejects: String?
  /// The file that is to list every reject and warning; nil for none.
  package var problems: String?
  /// The file that takes the plan; nil for none.
  package var plan: String?
  package var maximumRejects: Limit?
  package var reading = ReadingOptions()
  /// The language of the files that tell what is wrong: the rejected rows and the list of problems.
  package var language = Language.english
  /// Files of records that go with the input, in the same run: they are taken after it, in this order.
  package var with: [RecordInput] = []

  /// The folder with the contents of documents that an export wrote; nil when none came with the input.
  package var documents: String?

  /// A file of records: the list that its rows belong to, and its path.
  package struct RecordInput: Sendable, Equatable {
    package let target: RecordTarget
    package let path: String

    package init(_ target: RecordTarget, path: String) {
      self.target = target
      self.path = path
    }
  }

  /// A number of rows, or a part of them from 0 to 1.
  package enum Limit: Sendable, Equatable {
    case count(Int)
    case part(Double)
  }

  package init(input: String) { self.input = input }
}

/// What an import rests on besides the register: the mappings, and the rules' severities from the configuration.
package struct ImportContext: Sendable {
  package let library: MappingLibrary
  /// Rule code to severity, over the built-in ones.
  package let severities: [String: Severity]
  /// Asked for companies that lack name or address; nil to ask nobody.
  package let directory: (any CompanyDirectory)?
  /// What documents may be.
  package let documents: DocumentRules
  /// The most companies that one import looks up.
  package let maximumLookups: Int

  package init(
    library: MappingLibrary, severities: [String: Severity] = [:], directory: (any CompanyDirectory)? = nil,
    documents: DocumentRules = DocumentRules(), maximumLookups: Int = LookupLimits.companies
  ) {
    self.library = library
    self.severities = severities
    self.directory = directory
    self.documents = documents
    self.maximumLookups = maximumLookups
  }
}
