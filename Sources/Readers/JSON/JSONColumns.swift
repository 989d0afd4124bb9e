import Glibc

/// The paths of a document's values as a tree, and the columns that they become.
///
/// A value is found by walking the tree along the document, which takes no text, and no hashing as long as members come in the
/// order of the object before.
struct JSONColumns: Sendable {
  static let root = 0

  private struct Node: Sendable {
    var parent: Int32
    /// The name of a member in `names`; of an array's element only the position counts.
    var nameStart: Int32 = 0
    var nameLength: Int32 = 0
    /// The position in an array, or -1.
    var position: Int32 = -1
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var nextSibling: Int32 = -1
    /// The child that was found last.
    var recent: Int32 = -1
    /// Another node whose parent and name have the same hash.
    var nextOfHash: Int32 = -1
    /// When a value stood here for the first time, or -1.
    var appearance: Int32 = -1
    /// True when some value here was other than null or an empty array.
    var hasContent = false
    var column: Int32 = -1
  }

  private var nodes = [Node(parent: -1)]
  private var names: [UInt8] = []
  /// Where members are looked up that come in another order than before.
  private var nodesByHash: [Int: Int32] = [:]
  private var appearances: Int32 = 0
  /// The bytes of the headings of all values so far.
  private var headingBytes = 0
  /// The path of each column as the header shows it: `contactPersons[0].email`.
  private(set) var headings: [[UInt8]] = []

  /// True when the document has more columns than a sheet, or longer headings than memory should hold.
  private(set) var areTooMany = false

  // What the columns of the document's other lists take of what it may have.
  private let otherNodes: Int
  private let otherNameBytes: Int
  private let otherColumns: Int
  private let otherHeadingBytes: Int

  /// - Parameter others: the columns of the lists that were looked at before.
  init(beside others: [JSONColumns] = []) {
    otherNodes = others.reduce(0) { $0 + $1.nodes.count }
    otherNameBytes = others.reduce(0) { $0 + $1.names.count }
    otherColumns = others.reduce(0) { $0 + Int($1.appearances) }
    otherHeadingBytes = others.reduce(0) { $0 + $1.headingBytes }
  }

  /// The column of a node's values, or -1 when it has none.
  func column(of node: Int) -> Int { Int(nodes[node].column) }

  /// The node of an object's member; made if it is new.
  mutating func member(_ name: UnsafeBufferPointer<UInt8>, of parent: Int) -> Int {
    find(in: parent, position: -1, name: UnsafeRawBufferPointer(name))
  }

  /// The node of an array's element; made if it is new.
  mutating func element(_ position: Int, of parent: Int) -> Int {
    find(in: parent, position: Int32(truncatingIfNeeded: position), name: UnsafeRawBufferPointer(start: nil, count: 0))
  }

  private mutating func find(in parent: Int, position: Int32, name: UnsafeRawBufferPointer) -> Int {
    // The one after the last found, or the first: that is where it is if this object is like the one before.
    let recent = nodes[parent].recent
    var expected = recent < 0 ? nodes[parent].firstChild : nodes[Int(recent)].nextSibling
    if expected < 0 { expected = nodes[parent].firstChild }
    if expected >= 0, matches(Int(expected), position, name) {
      nodes[parent].recent = expected
      return Int(expected)
    }
    var hasher = Hasher()
    hasher.combine(parent)
    hasher.combine(position)
    hasher.combine(bytes: name)
    let hash = hasher.finalize()
    let sameHash = nodesByHash[hash] ?? -1
    var candidate = sameHash
    while candidate >= 0 {
      if nodes[Int(candidate)].parent == parent, matches(Int(candidate), position, name) {
        nodes[parent].recent = candidate
        return Int(candidate)
      }
      candidate = nodes[Int(candidate)].nextOfHash
    }
    return make(in: parent, position: position, name: name, hash: hash, nextOfHash: sameHash)
  }

  private func matches(_ index: Int, _ position: Int32, _ name: UnsafeRawBufferPointer) -> Bool {
    let node = nodes[index]
    guard node.position == position, Int(node.nameLength) == name.count else { return false }
    guard name.count > 0, let start = name.baseAddress else { return true }
    return names.withUnsafeBytes { memcmp($0.baseAddress! + Int(node.nameStart), start, name.count) == 0 }
  }

  private mutating func make(
    in parent: Int, position: Int32, name: UnsafeRawBufferPointer, hash: Int, nextOfHash: Int32
  ) -> Int {
    let index = Int32(nodes.count)
    nodes.append(
      Node(
        parent: Int32(parent), nameStart: Int32(names.count), nameLength: Int32(name.count), position: position,
        nextOfHash: nextOfHash))
    nodesByHash[hash] = index
    names.append(contentsOf: name)
    if otherNodes + nodes.count > JSONLimits.places || otherNameBytes + names.count > JSONLimits.nameBytes {
      areTooMany = true
    }
    if nodes[parent].firstChild < 0 {
      nodes[parent].firstChild = index
    } else {
      nodes[Int(nodes[parent].lastChild)].nextSibling = index
    }
    nodes[parent].lastChild = index
    nodes[parent].recent = index
    return Int(index)
  }

  /// Notes that a value stands at a node.
  ///
  /// - Parameter isBlank: true for null and for an empty array.
  mutating func note(_ node: Int, isBlank: Bool) {
    if nodes[node].appearance < 0 {
      nodes[node].appearance = appearances
      appearances += 1
      headingBytes += headingSize(of: node)
      if otherColumns + Int(appearances) > JSONLimits.columns
        || otherHeadingBytes + headingBytes > JSONLimits.nameBytes
      {
        areTooMany = true
      }
    }
    if !isBlank { nodes[node].hasContent = true }
  }

  /// Gives every node with values its column, in order of first appearance.
  ///
  /// Null and `[]` make no column where other objects of the document have something nested at the same path.
  mutating func assignColumns() {
    let order = nodes.indices.filter {
      nodes[$0].appearance >= 0 && (nodes[$0].hasContent || nodes[$0].firstChild < 0)
    }.sorted { nodes[$0].appearance < nodes[$1].appearance }
    for (column, node) in order.enumerated() {
      nodes[node].column = Int32(column)
      headings.append(path(of: node))
    }
  }

  /// No less than the bytes of a node's heading.
  private func headingSize(of index: Int) -> Int {
    var size = 0
    var node = nodes[index]
    while node.parent >= 0 {
      size += Int(node.nameLength) + (node.position >= 0 ? 12 : 1)
      node = nodes[Int(node.parent)]
    }
    return size
  }

  private func path(of index: Int) -> [UInt8] {
    let node = nodes[index]
    guard node.parent >= 0 else { return [] }
    let parent = path(of: Int(node.parent))
    if node.position >= 0 { return parent + Array("[\(node.position)]".utf8) }
    let name = names[Int(node.nameStart)..<Int(node.nameStart + node.nameLength)]
    return node.parent == 0 ? Array(name) : parent + [UInt8(ascii: ".")] + name
  }
}
