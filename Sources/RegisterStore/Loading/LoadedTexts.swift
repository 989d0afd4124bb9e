import Dispatch
import Synchronization

/// The searched texts of the customers that fill an empty register, on their way into the file that searches read: folded
/// and written by a thread of its own while SQLite is busy, so that the first search finds the file made.
///
/// Whatever hinders it hinders no load: then there is no file, and the first search makes it.
final class LoadedTexts: Sendable {
  /// Texts that do not come in the order of their numbers are mapped into memory to be put in order: up to so many bytes,
  /// which are a million customers.
  static let mostReordered = 128 << 20

  private let target: SearchIndexFile
  private let thread = DispatchQueue(label: "searched-texts")
  /// Few batches wait, so memory does not grow with the input.
  private let room = DispatchSemaphore(value: 16)
  private let work: Mutex<Work>

  init(for target: SearchIndexFile) {
    self.target = target
    work = Mutex(Work(target))
  }

  /// Takes the texts of a batch.
  func add(_ texts: GatheredTexts) {
    room.wait()
    thread.async { [self] in
      work.withLock { $0.take(texts) }
      room.signal()
    }
  }

  /// Tells that no more come: what is left is done while the caller goes on.
  func end() {
    thread.async { [self] in work.withLock { $0.end() } }
  }

  /// Makes the file, once the load is committed.
  ///
  /// - Parameters:
  ///   - stamp: the state that the load ended in.
  ///   - count: how many customers there are then.
  func keep(for stamp: SearchStamp, count: Int64, in register: Register) {
    thread.sync {}
    work.withLock { work in
      guard let draft = work.draft, work.count == count else { return }
      register.keep(draft, stamp, in: target)
      work.giveUp()
    }
  }

  /// What only the thread does.
  private struct Work: ~Copyable {
    private let target: SearchIndexFile
    /// Nil until there is something to write, and when nothing will come of it.
    private(set) var draft: SearchIndexDraft?
    private var isGivenUp = false
    private var keys: [Int64] = []
    private var offsets: [UInt32] = [0]
    private var numbers = AscendingNumbers()
    /// Those that are not written yet.
    private var entries = SearchEntryText()

    private static let mostWaiting = 1 << 20

    init(_ target: SearchIndexFile) { self.target = target }

    var count: Int64 { Int64(keys.count) }

    mutating func take(_ texts: GatheredTexts) {
      guard !isGivenUp else { return }
      do {
        try texts.forEach { key, text in
          entries.begin(text)
          for index in SearchEntryText.customerFields.count..<texts.textCount { entries.add(text(index)) }
          numbers.append(SearchEntries.number(in: entries.last))
          try finishEntry(key)
        }
      } catch {
        giveUp()
      }
    }

    mutating func end() {
      guard !isGivenUp, count >= SearchIndex.fileThreshold else { return giveUp() }
      do {
        try write()
        if !numbers.hold { try reorder() }
        try draft?.end(keys: [keys], offsets: offsets)
      } catch {
        giveUp()
      }
    }

    mutating func giveUp() {
      draft = nil
      isGivenUp = true
    }

    private mutating func finishEntry(_ key: Int64) throws {
      guard let end = UInt32(exactly: Int(offsets[offsets.count - 1]) + entries.last.count) else {
        throw SearchIndexDraft.Failure()
      }
      keys.append(key)
      offsets.append(end)
      if entries.count >= Self.mostWaiting { try write() }
    }

    private mutating func write() throws {
      let draft = try self.draft ?? SearchIndexDraft(unnamed: target)
      self.draft = draft
      try draft.append(entries.bytes)
      entries.clear()
    }

    /// Writes another draft, in the order of the numbers.
    private mutating func reorder() throws {
      guard let unordered = draft, unordered.textSize <= LoadedTexts.mostReordered else {
        throw SearchIndexDraft.Failure()
      }
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
}
