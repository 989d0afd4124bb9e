import ArgumentParser
import Glibc

extension GlobalOptions {
  /// What standard output is written as.
  enum Format: String, WordOption {
    case table, json, csv
  }

  /// The format when none is asked for: tables on a terminal, for people; JSON in a pipe, for programs.
  private static var defaultFormat: Format { isatty(STDOUT_FILENO) == 1 ? .table : .json }

  /// How reports are written.
  var reportFormat: Format { format ?? Self.defaultFormat }
}
