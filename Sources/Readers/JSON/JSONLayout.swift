import CustomerModel

/// Where the objects stand that are a document's rows.
enum JSONLayout: Sendable, Equatable {
  /// In an array that is the whole document.
  case array
  /// One after the other, as in JSON Lines; also a single object without an array of objects.
  case sequence
  /// In an array that is a member of the object that is the whole document; members count from 0.
  case member(Int)

  /// Finds the layout by reading as much of the document as it takes.
  ///
  /// - Throws: ``KundregError`` with status 65 when the document is no JSON, or holds no objects.
  init(_ tokenizer: JSONTokenizer) throws {
    let first = try tokenizer.next()
    switch first.kind {
    case .beginArray: self = .array
    case .beginObject:
      var objects: Int?
      var empty: Int?
      var member = 0
      while try tokenizer.next().kind == .key {
        let value = try tokenizer.next()
        if value.kind == .beginArray {
          let element = try tokenizer.next()
          if element.kind == .beginObject { objects = objects ?? member }
          if element.kind == .endArray { empty = empty ?? member }
          while tokenizer.depth > 1 { _ = try tokenizer.next() }
        } else {
          try tokenizer.skip(value)
        }
        member += 1
      }
      // A second object makes the first one a row and not a wrapper.
      let isWrapper = try tokenizer.next().kind == .end
      self = isWrapper ? (objects ?? empty).map(JSONLayout.member) ?? .sequence : .sequence
    default: throw JSONLayout.noObject(tokenizer)
    }
  }

  static func noObject(_ tokenizer: JSONTokenizer) -> KundregError {
    tokenizer.failure(
      "an object is expected, as every customer is one", code: "json.notObjects", at: tokenizer.tokenOffset)
  }
}

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
        throw tokenizer.failure("nothing may follow the array", at: tokenizer.tokenOffset)
      }
      return false
    case (.member, .endArray):
      while try tokenizer.next().kind != .end {}
      return false
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
