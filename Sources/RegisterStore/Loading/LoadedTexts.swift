import Dispatch
import Synchronization

/// The searched texts of the customers that fill an empty register, on their way into the file that searches read: folded
/// and written by a thread of its own while SQLite is busy, so that the first search finds the file made.
///
/// Whatever hinders it hinders no load: then there is no file, and the first search makes it.
final class LoadedTexts: Sendable {
  private let target: SearchIndexFile
  private let thread = DispatchQueue(label: "searched-texts")
  /// Batches that the thread is to be given. It is woken for many at once: each time, it may take the core of whoever wakes it.
  private let gathered = Mutex<[GatheredTexts]>([])
  private static let batchesPerTurn = 32
  /// Few turns wait, so memory does not grow with the input.
  private let room = DispatchSemaphore(value: 3)
  private let work: Mutex<Work>

  private struct Work: ~Copyable {
    var builder: SearchIndexBuilder
    /// What is to become the file, once it is whole.
    var draft: SearchIndexDraft?
    var hasFailed = false

    mutating func put(_ texts: GatheredTexts) throws {
      try texts.forEach { key, text in
        try builder.add(key) { entry in
          entry.begin(text)
          for index in SearchedFields.customer.count..<texts.textCount { entry.add(text(index)) }
        }
      }
    }

    mutating func attempt(_ body: (inout Work) throws -> Void) {
      guard !hasFailed else { return }
      do {
        try body(&self)
      } catch {
        hasFailed = true
        draft = nil
        builder = SearchIndexBuilder(for: builder.target)
      }
    }
  }

  init(for target: SearchIndexFile) {
    self.target = target
    work = Mutex(Work(builder: SearchIndexBuilder(for: target)))
  }

  /// Takes the texts of a batch.
  func add(_ texts: GatheredTexts) {
    let turn = gathered.withLock { gathered -> [GatheredTexts] in
      gathered.append(texts)
      guard gathered.count == Self.batchesPerTurn else { return [] }
      defer { gathered = [] }
      return gathered
    }
    if !turn.isEmpty { put(turn) }
  }

  private func put(_ batches: [GatheredTexts]) {
    room.wait()
    thread.async { [self] in
      work.withLock { $0.attempt { work in for texts in batches { try work.put(texts) } } }
      room.signal()
    }
  }

  /// Tells that no more come: what is left is done while the caller goes on.
  func end() {
    put(gathered.withLock { $0 })
    thread.async { [self] in
      work.withLock { work in
        guard work.builder.count >= SearchIndex.fileThreshold else { return }
        work.attempt { $0.draft = try $0.builder.end() }
      }
    }
  }

  /// Makes the file, once the load is committed.
  ///
  /// - Parameters:
  ///   - stamp: the state that the load ended in.
  ///   - count: how many customers there are then.
  func keep(for stamp: SearchStamp, count: Int64, in register: Register) {
    thread.sync {}
    work.withLock { work in
      guard let draft = work.draft, work.builder.count == count else { return }
      register.keep(draft, stamp, in: target)
    }
  }
}
