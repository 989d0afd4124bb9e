import Foundation

/// The searched texts of customers in the order of their numbers, laid out so that a search is one pass over bytes.
///
/// Lives in memory, or is a file that is mapped into it. See ``SearchEntries`` for what an entry holds.
final class SearchIndex {
  let count: Int
  private let keys: UnsafePointer<Int64>
  private let offsets: UnsafePointer<UInt32>
  private let text: UnsafeRawBufferPointer
  private let release: () -> Void

  /// - Parameters:
  ///   - keys: twice each customer's id, plus one when active; memory even when there are none.
  ///   - offsets: where each entry begins in the text, ascending, and where the last ends.
  ///   - release: gives the memory back.
  init(
    keys: UnsafeBufferPointer<Int64>, offsets: UnsafePointer<UInt32>, text: UnsafeRawBufferPointer,
    release: @escaping () -> Void
  ) {
    count = keys.count
    self.keys = keys.baseAddress!
    self.offsets = offsets
    self.text = text
    self.release = release
  }

  /// - Parameter entries: in the order of their numbers. Their text is read where it is.
  convenience init(_ entries: SearchEntries) {
    let keys = UnsafeMutableBufferPointer<Int64>.allocate(capacity: max(entries.count, 1))
    let offsets = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: entries.count + 1)
    _ = keys.initialize(from: entries.keys)
    _ = offsets.initialize(from: entries.offsets)
    let text = entries.text
    self.init(
      keys: UnsafeBufferPointer(start: keys.baseAddress, count: entries.count),
      offsets: UnsafePointer(offsets.baseAddress!), text: text.bytes
    ) {
      keys.deallocate()
      offsets.deallocate()
      withExtendedLifetime(text) {}
    }
  }

  deinit { release() }

  func key(_ entry: Int) -> Int64 { keys[entry] }
  func customer(_ entry: Int) -> Int64 { keys[entry] >> 1 }
  func isActive(_ entry: Int) -> Bool { keys[entry] & 1 == 1 }
  func entry(_ entry: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: text[Int(offsets[entry])..<Int(offsets[entry + 1])])
  }
  func number(_ entry: Int) -> UnsafeRawBufferPointer {
    SearchEntries.number(in: self.entry(entry))
  }

  /// The entries that hold all words, in the order of their numbers, at most `limit` of them.
  ///
  /// - Parameter isWanted: asked of the entries with the words.
  func entries(with words: SearchWords, limit: Int, where isWanted: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    guard limit > 0 else { return [] }
    visit(with: words) { entry in
      if isWanted(entry) { found.append(entry) }
      return found.count < limit
    }
    return found
  }

  /// Gives the body the entries that hold all words, in the order of their numbers, until it returns false.
  func visit(with words: SearchWords, _ body: (Int) -> Bool) {
    guard let rarest = words.alternatives.first else {
      _ = (0..<count).allSatisfy(body)
      return
    }
    let others = words.alternatives.dropFirst()
    var next = rarest.map { word in (word: word, place: self.place(of: word, from: 0)) }
    var entry = 0
    while let place = next.lazy.compactMap(\.place).min() {
      entry = self.entry(holding: place, from: entry)
      let isFound = others.allSatisfy { spellings in spellings.contains { holds($0, entry) } }
      if isFound, words.areOpen(in: self.entry(entry)), !body(entry) { return }
      let end = Int(offsets[entry + 1])
      for (index, spelling) in next.enumerated() {
        if let place = spelling.place, place < end { next[index].place = self.place(of: spelling.word, from: end) }
      }
    }
  }

  private func place(of word: [UInt8], from start: Int) -> Int? {
    word.withUnsafeBytes { TextScan.first($0, in: text, from: start) }
  }

  private func holds(_ word: [UInt8], _ entry: Int) -> Bool {
    word.withUnsafeBytes { TextScan.first($0, in: self.entry(entry), from: 0) } != nil
  }

  /// The entry that a place of the text lies in: near the last one where hits are many, so steps double from there.
  private func entry(holding place: Int, from start: Int) -> Int {
    var low = start
    var step = 1
    while low + step < count, Int(offsets[low + step]) <= place {
      low += step
      step *= 2
    }
    var high = min(low + step, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(offsets[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }
}
