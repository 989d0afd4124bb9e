import CustomerModel
import Rows

/// A list of objects in a document: one table.
struct JSONList: Sendable, Equatable {
  /// What the list is called in the object around it; empty for the only list of a document.
  let name: String
  let layout: JSONLayout
  /// Which page of a longer list it is; nil for a whole one.
  var page: ListPage?

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
    var paging = JSONPaging()
    while true {
      let key = try tokenizer.next()
      guard key.kind == .key else { break }
      let name = name(key, tokenizer)
      let value = try tokenizer.next()
      if value.kind == .beginArray {
        switch try elements(tokenizer) {
        case .objects where lists.count <= JSONLimits.lists: lists.append(JSONList(name: name, layout: .member(member)))
        case .none: empty = empty ?? member
        case .objects, .others: break
        }
      } else if value.kind == .beginObject {
        try readPaging(tokenizer, into: &paging)
      } else {
        paging.take(name, text(value, tokenizer))
      }
      member += 1
    }
    // A second object makes the first one a row and not a wrapper.
    guard try tokenizer.next().kind == .end else { return [JSONList(name: "", layout: .sequence)] }
    switch lists.count {
    case 0: return [JSONList(name: "", layout: empty.map(JSONLayout.member) ?? .sequence)]
    case 1: return [JSONList(name: "", layout: lists[0].layout, page: paging.page)]
    case ...JSONLimits.lists: return lists
    default:
      throw tokenizer.failure(
        JSONTexts.tooManyLists(limit: JSONLimits.lists), code: .jsonTooManyLists,
        at: tokenizer.tokenOffset)
    }
  }

  /// Reads the scalars of an object whose opening brace was read, and passes it.
  private static func readPaging(_ tokenizer: JSONTokenizer, into paging: inout JSONPaging) throws {
    let outside = tokenizer.depth - 1
    var key: String?
    while tokenizer.depth > outside {
      let token = try tokenizer.next()
      if token.kind == .key, tokenizer.depth == outside + 1 {
        key = name(token, tokenizer)
      } else if token.isScalar, let name = key {
        paging.take(name, text(token, tokenizer))
        key = nil
      }
    }
  }

  private static func text(_ token: JSONToken, _ tokenizer: JSONTokenizer) -> String {
    String(
      decoding: tokenizer.bytes(from: token.start, to: token.start + token.length).prefix(ShownLimits.name),
      as: UTF8.self)
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
    return String(String(decoding: name, as: UTF8.self).prefix(ShownLimits.name))
  }
}
