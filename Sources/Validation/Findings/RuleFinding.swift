import Rows
import Texts

/// A broken rule before it becomes a problem with texts: the texts are made once for all rows of a batch that share them.
struct RuleFinding: Sendable {
  let row: Int
  /// The column of the batch, or the slot of the card.
  let place: Int
  let info: RuleInfo
  /// The value as it was before it was left out.
  let value: RecordBatch.Value
  /// Which of the rule's sentences fits; empty for its usual one.
  var mark = ""
  /// What the sentence has to add; empty for most.
  var detail = Text.empty
}
