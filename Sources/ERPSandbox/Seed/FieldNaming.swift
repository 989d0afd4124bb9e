/// The words by which a refusal names the field that it is about. No document shows them, so each is played.
///
/// Without one, refusals are worded as others' integrations met them, which is partly this and partly that.
enum FieldNaming: String, Sendable, CaseIterable {
  /// By what people call the field in the system: in Swedish in Fortnox, in English in Visma.
  case labels
  /// By the JSON property.
  case keys
  /// Not at all.
  case none
}
