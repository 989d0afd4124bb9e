import CustomerModel
import Rows
import Texts

extension RecordColumn {
  /// What a sentence calls the column: what the source calls it, or the field where the source has no column for it.
  var label: Text { isCalledByField ? path.label : Text(verbatim: header) }

  /// True where the source has no column for the field, and so no heading.
  var isCalledByField: Bool { sources.isEmpty && header == path.heading }
}
