import Writers

/// Where the results of an import go, besides the register and the report.
struct ImportOutputs {
  /// Takes every change; nil where nobody looks.
  var changes: (any ChangeSink)?
  /// Nil in a dry run, which writes nothing.
  var rejects: RejectsFile?
  /// Takes every problem of every row; nil when nobody is to be told.
  var problemLog: ProblemLog?
}
