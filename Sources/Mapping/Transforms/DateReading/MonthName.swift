/// The months in Swedish and English, by their first three letters.
enum MonthName {
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (month: Int, length: Int)? {
    var end = place
    while end < bytes.count, bytes[end] | 0x20 >= 0x61, bytes[end] | 0x20 <= 0x7A { end += 1 }
    guard end - place >= 3 else { return nil }
    let letters =
      UInt32(bytes[place] | 0x20) << 16 | UInt32(bytes[place + 1] | 0x20) << 8 | UInt32(bytes[place + 2] | 0x20)
    let month: Int
    switch letters {
    case 0x6A616E: month = 1  // jan
    case 0x666562: month = 2  // feb
    case 0x6D6172: month = 3  // mar
    case 0x617072: month = 4  // apr
    case 0x6D616A, 0x6D6179: month = 5  // maj, may
    case 0x6A756E: month = 6  // jun
    case 0x6A756C: month = 7  // jul
    case 0x617567: month = 8  // aug
    case 0x736570: month = 9  // sep
    case 0x6F6B74, 0x6F6374: month = 10  // okt, oct
    case 0x6E6F76: month = 11  // nov
    case 0x646563: month = 12  // dec
    default: return nil
    }
    return (month, end - place)
  }
}
