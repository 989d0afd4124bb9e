extension VATNumber {
  /// The Swedish VAT number that a text is without its `SE`: the ten digits of a right organisation or personal number and
  /// `01`. Nil for any other text.
  package static func completed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let text = "SE" + String(decoding: bytes, as: UTF8.self)
    var whole = text
    return whole.withUTF8 { whole in
      guard case .success(let number) = read(whole), number.isSwedish else { return nil }
      var canonical: [UInt8] = []
      number.appendCanonical(to: &canonical)
      return String(decoding: canonical, as: UTF8.self)
    }
  }
}
