import CIconv
import CustomerModel
import Glibc

/// A conversion to UTF-8 by the C library, closed when the value is released. Not shared between tasks.
final class IconvConverter {
  /// Why a conversion stopped.
  enum Stop {
    /// All bytes were converted.
    case end
    /// There was no more room for what they become.
    case full
    /// The last character is not complete.
    case incomplete
    /// The next bytes are no character.
    case invalid
  }

  private let handle: iconv_t

  /// - Parameter encoding: the C library's name of it.
  /// - Throws: ``KundregError`` `encoding.unavailable` with status 65 when the C library lacks the encoding.
  init(from encoding: String) throws {
    guard let handle = iconv_open("UTF-8", encoding), handle != iconv_t(bitPattern: -1) else {
      throw KundregError(.encodingUnavailable, EncodingTexts.unavailable(encoding))
    }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Converts as much as there is and as there is room for.
  func convert(
    _ source: UnsafeMutableRawBufferPointer, into space: UnsafeMutableRawBufferPointer
  ) -> (consumed: Int, produced: Int, stop: Stop) {
    var input = source.baseAddress?.assumingMemoryBound(to: CChar.self)
    var inputLeft = source.count
    var output = space.baseAddress?.assumingMemoryBound(to: CChar.self)
    var outputLeft = space.count
    let result = iconv(handle, &input, &inputLeft, &output, &outputLeft)
    let reason = errno
    let stop: Stop =
      if result != -1 {
        .end
      } else {
        switch reason {
        case E2BIG: .full
        case EINVAL: .incomplete
        default: .invalid
        }
      }
    return (source.count - inputLeft, space.count - outputLeft, stop)
  }
}
