import Glibc

/// A terminal at which a program can be started.
final class PseudoTerminal {
  struct Failure: Error { let code: Int32 }

  /// What the program opens as its input.
  let path: String
  private let main: Int32
  /// Held open, so that the terminal stays as the program left it.
  private let other: Int32

  init() throws {
    main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // TIOCSPTLCK and TIOCGPTN, which Swift does not see: unlocks the terminal, and asks for its number.
    var (lock, number): (Int32, Int32) = (0, 0)
    guard main >= 0, ioctl(main, 0x4004_5431, &lock) == 0, ioctl(main, 0x8004_5430, &number) == 0 else {
      throw Failure(code: errno)
    }
    path = "/dev/pts/\(number)"
    other = open(path, O_RDWR | O_NOCTTY)
    guard other >= 0 else { throw Failure(code: errno) }
  }

  /// True while what is typed is shown.
  func showsInput() throws -> Bool {
    var state = termios()
    guard tcgetattr(other, &state) == 0 else { throw Failure(code: errno) }
    return state.c_lflag & tcflag_t(ECHO) != 0
  }

  deinit {
    close(other)
    close(main)
  }
}
