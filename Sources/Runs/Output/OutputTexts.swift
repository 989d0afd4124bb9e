import CustomerModel
import Texts

/// What is told of files that a command would write over others.
enum OutputTexts {
  static func wouldReplace(_ path: String, _ other: OutputPlace.Other, by output: OutputPlace.Output) -> Text {
    let (what, which) = (name(of: output), name(of: other))
    return Text(
      en: "\(what.english) would replace \(path), \(which.english). Name another file.",
      sv: "\(what.swedish) skulle ersätta \(path), \(which.swedish). Ange en annan fil.")
  }

  private static func name(of output: OutputPlace.Output) -> Text {
    switch output {
    case .rejects: Text(en: "The file of rejected rows", sv: "Filen med avvisade rader")
    case .problems: Text(en: "The list of problems", sv: "Listan över fel")
    case .plan: Text(en: "The plan", sv: "Planen")
    case .export: Text(en: "The export", sv: "Exporten")
    case .metrics: Text(en: "The file of measures", sv: "Filen med mätvärden")
    }
  }

  private static func name(of other: OutputPlace.Other) -> Text {
    switch other {
    case .input: Text(en: "which is the input", sv: "som är indata")
    case .register: Text(en: "which is the register", sv: "som är registret")
    case .mapping: Text(en: "which is the mapping", sv: "som är mappningen")
    case .configuration: Text(en: "which is the configuration", sv: "som är konfigurationen")
    case .rejects: Text(en: "where the rejected rows go", sv: "dit de avvisade raderna skrivs")
    case .problems: Text(en: "where the list of problems goes", sv: "dit listan över fel skrivs")
    }
  }
}

extension ErrorCode {
  static let ofOutputs = [
    rejectsIsInput, rejectsIsRegister, rejectsIsMapping, problemsIsInput, problemsIsRegister, problemsIsMapping,
    problemsIsRejects, planIsInput, planIsRegister, planIsMapping, planIsConfiguration, planIsProblems,
    exportIsRegister, exportIsConfiguration, metricsIsRegister, metricsIsConfiguration,
  ]

  static let rejectsIsInput = ErrorCode(
    "rejects.isInput", .usage, "The file of rejected rows would replace the input.")
  static let rejectsIsRegister = ErrorCode(
    "rejects.isRegister", .usage, "The file of rejected rows would replace the register.")
  static let rejectsIsMapping = ErrorCode(
    "rejects.isMapping", .usage, "The file of rejected rows would replace the mapping.")
  static let problemsIsInput = ErrorCode("problems.isInput", .usage, "The list of problems would replace the input.")
  static let problemsIsRegister = ErrorCode(
    "problems.isRegister", .usage, "The list of problems would replace the register.")
  static let problemsIsMapping = ErrorCode(
    "problems.isMapping", .usage, "The list of problems would replace the mapping.")
  static let problemsIsRejects = ErrorCode(
    "problems.isRejects", .usage, "The list of problems would replace the file of rejected rows.")
  static let planIsInput = ErrorCode("plan.isInput", .usage, "The plan would replace the input.")
  static let planIsRegister = ErrorCode("plan.isRegister", .usage, "The plan would replace the register.")
  static let planIsMapping = ErrorCode("plan.isMapping", .usage, "The plan would replace the mapping.")
  static let planIsConfiguration = ErrorCode(
    "plan.isConfiguration", .usage, "The plan would replace the configuration.")
  static let planIsProblems = ErrorCode("plan.isProblems", .usage, "The plan would replace the list of problems.")
  static let exportIsRegister = ErrorCode("export.isRegister", .usage, "The export would replace the register.")
  static let exportIsConfiguration = ErrorCode(
    "export.isConfiguration", .usage, "The export would replace the configuration.")
  static let metricsIsRegister = ErrorCode(
    "metrics.isRegister", .usage, "The file of measures would replace the register.")
  static let metricsIsConfiguration = ErrorCode(
    "metrics.isConfiguration", .usage, "The file of measures would replace the configuration.")
}
