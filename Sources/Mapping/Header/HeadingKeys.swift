/// The keys of the headings of some table: tells quickly of the thousands of headings that mappings know which the table has.
struct HeadingKeys {
  private let keys: Set<String>
  /// A bit for each hash of the beginning of a key.
  private var marks = [UInt64](repeating: 0, count: 16)

  init(_ keys: some Sequence<String>) {
    self.keys = Set(keys)
    for beginning in self.keys.lazy.compactMap(HeaderKey.beginning) {
      let place = Self.place(of: beginning)
      marks[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// The key of a heading when the table has it; nil when it has not.
  func key(of heading: String) -> String? {
    if let beginning = HeaderKey.beginning(of: heading) {
      let place = Self.place(of: beginning)
      guard marks[place >> 6] >> UInt64(place & 63) & 1 == 1 else { return nil }
    }
    let key = HeaderKey.of(heading)
    return keys.contains(key) ? key : nil
  }

  /// One of 1,024: the upper bits of a product depend on all of its factors' bits.
  private static func place(of beginning: HeaderKey.Beginning) -> Int {
    let mixed = (beginning.first &* 0x9E37_79B9_7F4A_7C15) ^ beginning.second
    return Int((mixed &* 0xD6E8_FEB8_6659_FD93) >> 54)
  }
}
