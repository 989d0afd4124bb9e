import CustomerModel
import Foundation
import Texts

/// A password that somebody types, unseen, or that a program hands over: never an argument, which everybody on the computer can read.
enum PasswordInput {
  /// - Throws: ``KundregError`` `password.mistyped` with status 64.
  static func read(for name: String) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
    let first = unseen { ask(PasswordInputTexts.ask(name)) }
    let again = unseen { ask(PasswordInputTexts.askAgain) }
    guard first == again else { throw KundregError(.passwordMistyped, PasswordInputTexts.mistyped) }
    return first
  }

  private static func ask(_ question: Text) -> String {
    Output.errorText(question[Output.language] + " ")
    let answer = readLine() ?? ""
    Output.errorText("\n")
    return answer
  }

  /// Does something while the terminal shows nothing of what is typed.
  private static func unseen(_ body: () -> String) -> String {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return body() }
    let ends = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { restore(before, on: $0) }
    // Whoever stopped the program here would get a terminal that shows nothing.
    let stop = signal(SIGTSTP, SIG_IGN)
    var hidden = before
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      for end in ends { end.source.cancel() }
      for end in ends { signal(end.number, end.before) }
      signal(SIGTSTP, stop)
    }
    return body()
  }

  private typealias End = (number: Int32, before: sighandler_t?, source: any DispatchSourceSignal)

  /// Lets a signal end the program as it would, after the terminal is as it was.
  private static func restore(_ before: termios, on number: Int32) -> End {
    let handler = signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      var before = before
      tcsetattr(STDIN_FILENO, TCSANOW, &before)
      signal(number, SIG_DFL)
      // The thread that is here takes no signals otherwise.
      var one = sigset_t()
      sigemptyset(&one)
      sigaddset(&one, number)
      pthread_sigmask(SIG_UNBLOCK, &one, nil)
      raise(number)
    }
    source.activate()
    return (number, handler, source)
  }
}
