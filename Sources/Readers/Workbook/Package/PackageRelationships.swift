/// The relationships of one part of a package (ECMA-376 part 2, 9.3): what other parts it uses, and for what.
struct PackageRelationships {
  struct Relationship {
    let id: String
    /// The last step of the type's address, such as `worksheet`: the same in transitional and strict workbooks.
    let kind: String
    /// The target part's name, without a leading slash.
    let part: String
  }

  let all: [Relationship]

  /// Reads the relationships of `source`; those of the package itself when `source` is empty. A part without any has no
  /// relationship part.
  init(of source: String, in archive: WorkbookArchive) throws {
    let folder = source.contains("/") ? String(source[...source.lastIndex(of: "/")!]) : ""
    let name = folder + "_rels/" + source.dropFirst(folder.count) + ".rels"
    guard archive.contains(name) else {
      all = []
      return
    }
    var found: [Relationship] = []
    var isOvergrown = false
    try XMLElements.walk(archive, part: name) { element in
      guard element.name == "Relationship", element["TargetMode"] != "External", let target = element["Target"] else {
        return
      }
      guard found.count < WorkbookLimits.relationships else {
        isOvergrown = true
        return
      }
      let type = element["Type"] ?? ""
      found.append(
        Relationship(
          id: element["Id"] ?? "", kind: type.split(separator: "/").last.map(String.init) ?? "",
          part: Self.resolve(target, folder: folder)))
    }
    if isOvergrown { throw WorkbookErrors.overgrown(archive.path, part: name) }
    all = found
  }

  subscript(id: String) -> Relationship? { all.first { $0.id == id } }

  func first(kind: String) -> Relationship? { all.first { $0.kind == kind } }

  /// The part name that a target stands for: absolute from the package's root, or relative to the source's folder.
  static func resolve(_ target: String, folder: String) -> String {
    let unescaped = String(target.map { $0 == "\\" ? "/" : $0 })
    let path = unescaped.hasPrefix("/") ? unescaped : folder + unescaped
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step == ".." {
        _ = steps.popLast()
      } else {
        steps.append(step)
      }
    }
    return unpercented(steps.joined(separator: "/"))
  }

  /// Decodes `%20` and its like; a target is an address.
  private static func unpercented(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
