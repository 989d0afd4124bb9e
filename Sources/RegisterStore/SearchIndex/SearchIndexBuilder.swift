/// Puts entries into a ``SearchIndexDraft`` as they come, whatever their number: few are in memory.
struct SearchIndexBuilder: ~Copyable {
  /// Entries that do not come in the order of their numbers are mapped into memory to be put in order: up to so many bytes,
  /// which are a million customers.
  private static let mostReordered = 128 << 20
  private static let mostWaiting = 1 << 20

  let target: SearchIndexFile
  /// Nil until there is something to write.
  private var draft: SearchIndexDraft?
  private var keys: [Int64] = []
  private var offsets: [UInt32] = [0]
  private var numbers = AscendingNumbers()
  /// Those that are not written yet.
  private var entries = SearchEntryText()

  init(for target: SearchIndexFile) { self.target = target }

  var count: Int { keys.count }

  /// Adds an entry.
  ///
  /// - Parameters:
  ///   - key: as of ``SearchEntries/keys``.
  ///   - write: puts the entry together.
  /// - Throws: ``SearchIndexDraft/Failure``, and what `write` throws: then the builder is of no more use.
  mutating func add(_ key: Int64, _ write: (inout SearchEntryText) throws -> Void) throws {
    try write(&entries)
    numbers.append(SearchEntries.number(in: entries.last))
    try finishEntry(key)
  }

  /// The draft of all entries in the order of their numbers, to be published.
  ///
  /// - Throws: ``SearchIndexDraft/Failure``, also when they are too many to be put in order.
  mutating func end() throws -> SearchIndexDraft {
    try write()
    if !numbers.hold { try reorder() }
    let draft = try begunDraft()
    try draft.end(keys: [keys], offsets: offsets)
    return draft
  }

  private mutating func finishEntry(_ key: Int64) throws {
    guard let end = UInt32(exactly: Int(offsets[offsets.count - 1]) + entries.last.count) else {
      throw SearchIndexDraft.Failure()
    }
    keys.append(key)
    offsets.append(end)
    if entries.count >= Self.mostWaiting { try write() }
  }

  private mutating func begunDraft() throws -> SearchIndexDraft {
    if let draft { return draft }
    let begun = try SearchIndexDraft(unnamed: target)
    draft = begun
    return begun
  }

  private mutating func write() throws {
    try begunDraft().append(entries.bytes)
    entries.clear()
  }

  /// Writes another draft, in the order of the numbers.
  private mutating func reorder() throws {
    guard let unordered = draft, unordered.textSize <= Self.mostReordered else { throw SearchIndexDraft.Failure() }
    let (oldKeys, oldOffsets) = (keys, offsets)
    draft = nil
    keys.removeAll(keepingCapacity: true)
    offsets = [0]
    try unordered.reading { text in
      let entry = { (place: Int) in
        UnsafeRawBufferPointer(rebasing: text[Int(oldOffsets[place])..<Int(oldOffsets[place + 1])])
      }
      for place in NumberOrder.order(count: oldKeys.count, { SearchEntries.number(in: entry($0)) }) {
        entries.add(entry: entry(place))
        try finishEntry(oldKeys[place])
      }
    }
    try write()
  }
}
