package import Texts

/// What users want to do, as it stands behind “may not …”.
package enum DeedTexts {
  // MARK: To see

  package static let seeCustomers = Text(en: "see customers", sv: "se kunder")
  package static let seeRegister = Text(en: "see the register", sv: "se registret")
  package static let seeRuns = Text(en: "see the runs", sv: "se körningar")
  package static let seeSystems = Text(en: "see accounting systems", sv: "se ekonomisystem")
  static let seeUsers = Text(en: "see the users", sv: "se användarna")
  static let seeDeletedHistory = Text(
    en: "see the history of a deleted customer", sv: "se historiken för en borttagen kund")
  static let seeIdentityNumbers = Text(
    en: "see personal identity numbers in full", sv: "se hela personnummer")
  static let readNotificationsOfOthers = Text(
    en: "read the notifications of others", sv: "läsa andras aviseringar")

  // MARK: Customers

  static let addCustomers = Text(en: "add customers", sv: "lägga till kunder")
  static let editCustomers = Text(en: "edit customers", sv: "ändra kunder")
  static let assignCustomers = Text(en: "assign customers", sv: "tilldela kunder")
  static let deleteCustomers = Text(en: "delete customers", sv: "ta bort kunder")
  static let renumberCustomers = Text(en: "change a customer number", sv: "ändra ett kundnummer")
  static let mergeCustomers = Text(en: "merge customers", sv: "slå ihop kunder")
  static let answerDuplicates = Text(
    en: "say what customers are the same", sv: "avgöra vilka kunder som är samma")

  // MARK: Records

  static let uploadDocuments = Text(en: "upload documents", sv: "ladda upp dokument")
  static let deleteDocuments = Text(en: "delete uploaded files", sv: "ta bort uppladdade filer")
  static let moveDocuments = Text(
    en: "move documents to another customer", sv: "flytta dokument till en annan kund")
  static let createCustomerUsers = Text(en: "create customer users", sv: "skapa kundanvändare")
  static let inviteCustomerUsers = Text(en: "invite customer users", sv: "bjuda in kundanvändare")
  static let changeCustomerUsers = Text(
    en: "change customer users' rights", sv: "ändra kundanvändares rättigheter")
  static let deleteCustomerUsers = Text(en: "delete customer users", sv: "ta bort kundanvändare")
  static let moveCustomerUsers = Text(
    en: "move customer users to another customer", sv: "flytta kundanvändare till en annan kund")

  // MARK: Runs and the register

  static let importRegister = Text(en: "import a register", sv: "importera ett register")
  static let applyPlan = Text(en: "apply a plan", sv: "verkställa en plan")
  static let undoRun = Text(en: "undo a run", sv: "ångra en körning")
  static let backUp = Text(en: "back the register up", sv: "säkerhetskopiera registret")
  static let removePerson = Text(en: "remove a person's data", sv: "ta bort uppgifterna om en person")
  static let disclosePerson = Text(
    en: "disclose what is held on a person", sv: "lämna ut uppgifterna om en person")

  // MARK: Administration

  static let addNames = Text(en: "add to the register's lists", sv: "lägga till i registrets listor")
  static let removeNames = Text(en: "remove from the register's lists", sv: "ta bort ur registrets listor")
  static let addUsers = Text(en: "register users", sv: "lägga upp användare")
  static let removeUsers = Text(en: "remove users", sv: "ta bort användare")
  static let changePermissions = Text(
    en: "change what users may do", sv: "ändra vad användare får göra")
  static let setPasswords = Text(en: "set the passwords of others", sv: "sätta andras lösenord")
  static let changeSettings = Text(en: "change settings", sv: "ändra inställningar")
  static let addCustomFields = Text(en: "add custom fields", sv: "lägga till egna fält")
  static let removeCustomFields = Text(en: "remove custom fields", sv: "ta bort egna fält")

  static func replaceFilter(of user: String) -> Text {
    Text(en: "replace a filter of \(user)", sv: "ersätta ett filter som \(user) har sparat")
  }

  static func deleteFilter(of user: String) -> Text {
    Text(en: "delete a filter of \(user)", sv: "ta bort ett filter som \(user) har sparat")
  }

  // MARK: Accounting systems

  static let sync = Text(en: "sync with an accounting system", sv: "synka med ett ekonomisystem")
  static let resolveConflicts = Text(en: "resolve conflicts", sv: "lösa konflikter")
  package static let logIn = Text(en: "log in to an accounting system", sv: "logga in i ett ekonomisystem")
  package static let logOut = Text(en: "log out of an accounting system", sv: "logga ut ur ett ekonomisystem")
}
