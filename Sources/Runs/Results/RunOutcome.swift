package import CustomerModel
package import Differ
package import Documents
package import RegisterStore
package import Texts

/// What a run that reads no rows did: an apply, or an undo.
package struct RunOutcome: RunResult {
  package let run: Int
  package let source: String
  /// The source as people read it.
  package var toldSource: Text { RunSourceTexts.told(source, isOfFile: isOfFile) }
  /// True when the source is a file's name.
  package let isOfFile: Bool
  package let counts: RunRecord.Counts
  /// Fields that an undo left, since they or what they must agree with changed again.
  package let left: [LeftField]
  /// What of a plan was not done, since it no longer fits the register: the first of it, see ``ShownLimits/skippedChanges``.
  package let skipped: [SkippedChange]
  /// How many changes those are in all.
  package let skippedCount: Int
  /// Custom fields that a plan brought, or that an undo brought back.
  package let addedCustomFields: [String]
  package let seconds: Double

  init(
    run: Int, source: String, isOfFile: Bool, counts: RunRecord.Counts, left: [InverseChange.Left] = [],
    skipped: [SkippedChange] = [], skippedCount: Int = 0, addedCustomFields: [String], seconds: Double
  ) {
    self.run = run
    self.source = isOfFile ? source : TextKind.words.shown(source)
    self.isOfFile = isOfFile
    self.counts = counts
    self.left = left.map(LeftField.init)
    self.skipped = skipped.map(\.masked)
    self.skippedCount = skippedCount
    self.addedCustomFields = addedCustomFields.map(TextKind.words.shown)
    self.seconds = seconds
  }

  package var needsAttention: Bool { !left.isEmpty || !skipped.isEmpty }

  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    let left = left.map { left in
      JSONNode.object([
        .init(key: "number", value: .text(left.number)), .init(key: "field", value: .text(left.path.description)),
        .init(key: "expected", value: .text(ShownValue.masked.words(left.expected, at: left.path).english)),
        .init(key: "found", value: .text(ShownValue.masked.words(left.found, at: left.path).english)),
      ])
    }
    return .object(
      [
        .init(key: "run", value: .count(run)), .init(key: "source", value: .text(source)),
        .init(key: "created", value: .count(counts.created)), .init(key: "updated", value: .count(counts.updated)),
        .init(key: "reactivated", value: .count(counts.reactivated)),
        .init(key: "inactivated", value: .count(counts.inactivated)),
        .init(key: "deleted", value: .count(counts.deleted)), .init(key: "left", value: .array(left)),
      ] + SkippedChange.members(skipped, of: skippedCount) + [
        .init(key: "addedCustomFields", value: .array(addedCustomFields.map { .text($0) })),
        .init(key: "seconds", value: .seconds(seconds)),
      ])
  }
}

/// A field that an undo left as it is, with personal identity numbers masked.
package struct LeftField: Sendable, Equatable {
  /// The customer's number.
  package let number: String
  package let path: FieldPath
  /// What the run had left there; nil for no value.
  package let expected: String?
  /// What is there now.
  package let found: String?

  package init(_ left: InverseChange.Left) {
    number = IdentityMask.maskedNumber(left.number)
    path = left.path
    expected = left.expected.map { IdentityMask.masked($0, of: left.path.field) }
    found = left.found.map { IdentityMask.masked($0, of: left.path.field) }
  }
}
