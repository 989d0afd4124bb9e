package import Texts

extension RunRecord.Kind {
  /// What a person calls it.
  package var label: Text {
    switch self {
    case .import: Text(verbatim: "import")
    case .apply: Text(en: "apply", sv: "plan")
    case .undo: Text(en: "undo", sv: "ångring")
    case .edit: Text(en: "edit", sv: "ändring")
    case .pull: Text(en: "pull", sv: "hämtning")
    }
  }
}

extension UserNotification.Kind {
  /// What a person calls it.
  package var label: Text {
    switch self {
    case .assigned: Text(en: "assigned", sv: "tilldelad")
    case .unassigned: Text(en: "unassigned", sv: "inte längre tilldelad")
    case .invitation: Text(en: "invitation", sv: "inbjudan")
    }
  }
}

extension ContactElsewhere.Reason {
  /// The reason in words.
  package var label: Text {
    switch self {
    case .email: Text(en: "same e-mail address", sv: "samma e-postadress")
    case .nameAndPhone: Text(en: "same name and telephone number", sv: "samma namn och telefonnummer")
    }
  }
}

extension CustomerSearch.Activity {
  /// What a person calls it, of customers.
  package var label: Text {
    switch self {
    case .active: Text(en: "active", sv: "aktiva")
    case .inactive: Text(en: "inactive", sv: "inaktiva")
    case .all: Text(en: "all", sv: "alla")
    }
  }
}
