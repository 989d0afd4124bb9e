import CustomerModel

/// A list of objects in a document: one table.
struct JSONList: Sendable, Equatable {
  /// The most lists that a document may have: each is looked for from the document's beginning.
  static let maximumCount = 64
  /// The most characters of a name that are shown.
  private static let maximumNameLength = 100

  /// What the list is called in the object around it; empty for the only list of a document.
  let name: String
  let layout: JSONLayout

  /// Finds the lists by reading as much of the document as it takes: all of it when that is one object.
  ///
  /// - Returns: at least one list, in the order of the document. An object without an array of objects is a row itself.
  /// - Throws: ``KundregError`` with status 65 when the document is no JSON, holds no objects, or has too many lists.
  static func find(_ tokenizer: JSONTokenizer) throws -> [JSONList] {
    switch try tokenizer.next().kind {
    case .beginArray: return [JSONList(name: "", layout: .array)]
    case .beginObject: break
    default: throw JSONLayout.noObject(tokenizer)
    }
    var lists: [JSONList] = []
    var empty: Int?
    var member = 0
    while true {
      let key = try tokenizer.next()
      guard key.kind == .key else { break }
      let name = name(key, tokenizer)
      let value = try tokenizer.next()
      if value.kind == .beginArray {
        switch try elements(tokenizer) {
        case .objects where lists.count <= maximumCount: lists.append(JSONList(name: name, layout: .member(member)))
        case .none: empty = empty ?? member
        case .objects, .others: break
        }
      } else {
        try tokenizer.skip(value)
      }
      member += 1
    }
    // A second object makes the first one a row and not a wrapper.
    guard try tokenizer.next().kind == .end else { return [JSONList(name: "", layout: .sequence)] }
    switch lists.count {
    case 0: return [JSONList(name: "", layout: empty.map(JSONLayout.member) ?? .sequence)]
    case 1: return [JSONList(name: "", layout: lists[0].layout)]
    case ...maximumCount: return lists
    default:
      throw tokenizer.failure(
        "the object ends, which has more than \(maximumCount) lists of objects", code: "json.tooManyLists",
        at: tokenizer.tokenOffset)
    }
  }

  private enum Elements { case none, objects, others }

  /// What stands in an array whose opening bracket was read, as its first element says; passes the array.
  private static func elements(_ tokenizer: JSONTokenizer) throws -> Elements {
    let first = try tokenizer.next()
    if first.kind == .endArray { return .none }
    let outside = first.isScalar ? tokenizer.depth - 1 : tokenizer.depth - 2
    while tokenizer.depth > outside { _ = try tokenizer.next() }
    return first.kind == .beginObject ? .objects : .others
  }

  private static func name(_ key: JSONToken, _ tokenizer: JSONTokenizer) -> String {
    var name: [UInt8] = []
    let raw = tokenizer.bytes(from: key.start, to: key.start + key.length)
    _ = JSONText.append(raw, hasEscapes: key.hasEscapes, to: &name)
    return String(String(decoding: name, as: UTF8.self).prefix(maximumNameLength))
  }
}
