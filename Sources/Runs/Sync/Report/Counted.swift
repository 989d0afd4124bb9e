extension Int {
  /// `1 customer waits`, `12 customers wait`.
  func counted(_ one: String, _ several: String) -> String { "\(self) \(self == 1 ? one : several)" }
}
