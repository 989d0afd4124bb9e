import CustomerModel

/// Goes from one row's object to the next.
struct JSONObjects {
  let tokenizer: JSONTokenizer
  let layout: JSONLayout
  private var isInside = false

  init(_ tokenizer: JSONTokenizer, layout: JSONLayout) {
    self.tokenizer = tokenizer
    self.layout = layout
  }

  /// Goes to the next object: its first member is the tokenizer's next token.
  ///
  /// - Returns: false when the document has ended.
  /// - Throws: ``KundregError`` with status 65, also when an element is no object.
  mutating func next() throws -> Bool {
    if !isInside {
      try enter()
      isInside = true
    }
    let token = try tokenizer.next()
    if token.kind == .beginObject { return true }
    switch (layout, token.kind) {
    case (.sequence, .end): return false
    case (.array, .endArray):
      guard try tokenizer.next().kind == .end else {
        throw tokenizer.failure(JSONTexts.arrayGoesOn, at: tokenizer.tokenOffset)
      }
      return false
    // What follows was read when the lists were looked for.
    case (.member, .endArray): return false
    default: throw JSONLayout.noObject(tokenizer)
    }
  }

  private func enter() throws {
    guard layout != .sequence else { return }
    _ = try tokenizer.next()
    guard case .member(let wanted) = layout else { return }
    for _ in 0..<wanted {
      _ = try tokenizer.next()
      try tokenizer.skip(try tokenizer.next())
    }
    // The name and the opening bracket.
    _ = try tokenizer.next()
    _ = try tokenizer.next()
  }
}
