package import Texts

extension CustomerChange.Action {
  /// What a person calls it.
  package var label: Text {
    switch self {
    case .create: Text(en: "create", sv: "skapa")
    case .update: Text(en: "update", sv: "ändra")
    case .reactivate: Text(en: "reactivate", sv: "återaktivera")
    case .inactivate: Text(en: "inactivate", sv: "inaktivera")
    case .delete: Text(en: "delete", sv: "ta bort")
    }
  }
}
