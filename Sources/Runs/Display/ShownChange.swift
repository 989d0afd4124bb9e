package import CustomerModel
package import Differ
package import Documents
package import RegisterStore
package import Texts

/// A change of a customer as people and programs are shown it: personal identity numbers are masked, and nothing undoes that.
package struct ShownChange: Sendable, Equatable {
  /// One field's part.
  package struct Field: Sendable, Equatable {
    package let path: FieldPath
    /// Canonical but for the mask; nil for no value.
    package let old: String?
    package let new: String?

    package init(_ change: FieldChange) {
      path = change.path
      old = change.old.map { IdentityMask.masked($0, of: change.path.field) }
      new = change.new.map { IdentityMask.masked($0, of: change.path.field) }
    }
  }

  package let number: String
  package let action: CustomerChange.Action
  package let fields: [Field]
  private let revision: Int?

  package init(_ change: CustomerChange) {
    number = IdentityMask.maskedNumber(change.number)
    action = change.action
    revision = change.revision
    fields = change.fields.map(Field.init)
  }

  /// A change that a run made.
  package init(_ change: RecordedChange) {
    self.init(CustomerChange(number: change.number, action: change.action, fields: change.fields))
  }

  /// The number as people read it: that of a person who was forgotten is kept by nobody.
  package var toldNumber: Text {
    number.isEmpty && action == .delete ? ForgottenTexts.shown : Text(verbatim: number)
  }

  /// As plans and dry runs write it.
  package var node: JSONNode {
    ChangeJSON.node(
      CustomerChange(
        number: number, action: action, revision: revision,
        fields: fields.map { FieldChange($0.path, old: $0.old, new: $0.new) }), masked: false)
  }
}

/// Takes changes one by one, to show them.
package protocol ChangeReader: AnyObject {
  /// False for one that lets them all go by, so that none is made ready to be shown.
  var looks: Bool { get }
  func add(_ change: ShownChange) throws
}

extension ChangeReader {
  package var looks: Bool { true }
}

/// Hands the changes of a run to whoever looks.
final class ChangesShown: ChangeSink {
  private let reader: any ChangeReader
  init(_ reader: any ChangeReader) { self.reader = reader }
  func add(_ change: CustomerChange) throws {
    if reader.looks { try reader.add(ShownChange(change)) }
  }
}
