import CustomerModel
import Rows
import Texts

extension RecordColumn {
  /// What a sentence calls the column: what the source calls it, or the field where the source has no column for it.
  var label: Text { sources.isEmpty ? path.label : Text(verbatim: header) }
}
