import CustomerModel
import Texts

extension Remedy {
  /// What to type, in a sentence.
  var worded: Text {
    switch self {
    case .listRuns:
      Text(en: "`kundreg runs` lists them.", sv: "`kundreg runs` visar dem som finns.")
    case .showHistory(let number):
      Text(
        en: "`kundreg customer history \(ShellWord.quoted(number))` shows which runs changed it.",
        sv: "`kundreg customer history \(ShellWord.quoted(number))` visar vilka körningar som ändrat den.")
    case .undo(let run):
      Text(en: "Take it back with: kundreg undo \(run)", sv: "Ångra den med: kundreg undo \(run)")
    case .createRegister(let path):
      Text(
        en: "Create it with `kundreg init --register \(ShellWord.quoted(path))`, or name another with --register.",
        sv: "Skapa det med `kundreg init --register \(ShellWord.quoted(path))`, eller ange ett annat med --register.")
    case .checkRegister:
      Text(en: "`kundreg doctor` names what is wrong.", sv: "`kundreg doctor` visar vad som är fel.")
    case .chooseCustomers:
      Text(
        en: "Give their numbers, or --where FIELD=VALUE, --filter NAME, or --all for every one.",
        sv: "Ange deras nummer, eller --where FÄLT=VÄRDE, --filter NAMN, eller --all för alla.")
    case .findCustomer:
      Text(en: "`kundreg customer list --all` finds customers.", sv: "`kundreg customer list --all` visar alla kunder.")
    case .findCustomers(let condition):
      Text(
        en: "`kundreg customer list --all --where \(ShellWord.quoted(condition))` finds them.",
        sv: "`kundreg customer list --all --where \(ShellWord.quoted(condition))` visar dem.")
    case .editCustomer(let number):
      Text(
        en: "Edit it with `kundreg customer edit \(ShellWord.quoted(number))`.",
        sv: "Ändra den med `kundreg customer edit \(ShellWord.quoted(number))`.")
    case .inactivateCustomer(let number):
      Text(
        en: "Inactivate it instead: kundreg customer inactivate \(ShellWord.quoted(number))",
        sv: "Inaktivera den i stället: kundreg customer inactivate \(ShellWord.quoted(number))")
    case .clearFields(let fields, let number):
      Self.clearing(fields, of: number)
    case .forgetCustomer(let number):
      Text(
        en: "Remove it with: kundreg customer forget \(ShellWord.quoted(number))",
        sv: "Ta bort den med: kundreg customer forget \(ShellWord.quoted(number))")
    case .copyRegister:
      Text(
        en: "Run `kundreg backup COPY.db`: the copy has no traces, and can take the register's place.",
        sv: "Kör `kundreg backup KOPIA.db`: kopian har inga spår och kan ersätta registret.")
    case .renumberCustomer:
      Text(
        en: "An administrator does it with `kundreg customer renumber`.",
        sv: "En administratör gör det med `kundreg customer renumber`.")
    case .lookUpCustomers:
      Text(
        en: "Fill what is missing afterwards with: kundreg customer lookup",
        sv: "Fyll i det som saknas efteråt med: kundreg customer lookup")
    case .listCustomerCommands:
      Text(en: "`kundreg customer --help` lists them.", sv: "`kundreg customer --help` visar dem.")
    case .listRecords(let field, let number):
      Text(
        en: "\(Self.listing(field, of: number)) shows what there is.",
        sv: "\(Self.listing(field, of: number)) visar vad som finns.")
    case .addUser:
      Text(
        en: "An administrator registers users with `kundreg user add`.",
        sv: "En administratör lägger upp användare med `kundreg user add`.")
    case .listUsers:
      Text(
        en: "`kundreg user list` shows the users, `kundreg user add` registers one.",
        sv: "`kundreg user list` visar användarna, `kundreg user add` lägger upp en.")
    case .makeAdministrator:
      Text(
        en: "Make somebody else administrator with: kundreg user grant NAME administrator",
        sv: "Gör någon annan till administratör med: kundreg user grant NAMN administrator")
    case .addName(let field, let name):
      Text(
        en: "An administrator adds it with `kundreg names add \(field.name) \(ShellWord.quoted(name))`.",
        sv: "En administratör lägger till det med `kundreg names add \(field.name) \(ShellWord.quoted(name))`.")
    case .listNames(let field):
      Text(
        en: "`kundreg names list \(field.name)` shows those that there are.",
        sv: "`kundreg names list \(field.name)` visar de namn som finns.")
    case .change(let setting, let value):
      Text(
        en: "Change that with: kundreg settings set \(setting.rawValue) \(value)",
        sv: "Ändra det med: kundreg settings set \(setting.rawValue) \(value)")
    case .addCustomField(let field):
      Text(
        en: "Take it into use again with: \(Self.adding(field))",
        sv: "Ta det i bruk igen med: \(Self.adding(field))")
    case .listCustomFields:
      Text(en: "`kundreg field list` shows those that there are.", sv: "`kundreg field list` visar dem som finns.")
    case .generateNumbers:
      Text(
        en: "Let the register make them with: kundreg settings set generateNumber on",
        sv: "Låt registret skapa dem med: kundreg settings set generateNumber on")
    case .typeByIdentity:
      Text(
        en: "The identity number decides the type of new customers with: --type-by identity",
        sv: "Numret avgör nya kunders typ med: --type-by identity")
    case .matchByIdentity:
      Text(
        en: "Find customers by identity number with --match number,identity.",
        sv: "Hitta kunder på organisations- eller personnummer med --match number,identity.")
    case .logIn(let system):
      Text(
        en: "Log in with: kundreg erp login \(ShellWord.quoted(system))",
        sv: "Logga in med: kundreg erp login \(ShellWord.quoted(system))")
    case .logInAsService(let system):
      Text(
        en: "Log in with: kundreg erp login \(ShellWord.quoted(system)) --service",
        sv: "Logga in med: kundreg erp login \(ShellWord.quoted(system)) --service")
    case .syncFully(let system):
      Text(
        en: "Compare everything with: kundreg sync \(ShellWord.quoted(system)) --full",
        sv: "Jämför allt med: kundreg sync \(ShellWord.quoted(system)) --full")
    case .ofSync(let remedy): remedy.worded
    case .sync(let system):
      Text(
        en: "Sync with: kundreg sync \(ShellWord.quoted(system))",
        sv: "Synka med: kundreg sync \(ShellWord.quoted(system))")
    case .suggestMapping(let input, let sheet):
      Self.suggesting(input, sheet: sheet.map { " --sheet \(ShellWord.quoted($0))" } ?? "")
    case .chooseMapping:
      Text(en: "Give a mapping with --mapping PATH.", sv: "Ange en mappning med --mapping SÖKVÄG.")
    case .chooseSheet: Text(en: "Name the sheet with --sheet.", sv: "Ange bladet med --sheet.")
    case .chooseNoSheet: Text(en: "Leave out --sheet.", sv: "Utelämna --sheet.")
    case .allowInactivations:
      Text(en: "Allow it with --max-inactivate.", sv: "Tillåt det med --max-inactivate.")
    case .allowRejects: Text(en: "Allow more with --max-rejects.", sv: "Tillåt fler med --max-rejects.")
    case .listAllProblems:
      Text(
        en: "`--dry-run --problems PATH.csv` without --max-rejects lists all.",
        sv: "`--dry-run --problems SÖKVÄG.csv` utan --max-rejects visar alla.")
    case .rejectToWorkbook:
      Text(
        en: "Name a workbook with --rejects PATH.xlsx. It gets a sheet for each.",
        sv: "Ange en arbetsbok med --rejects SÖKVÄG.xlsx. Den får ett blad för varje.")
    case .chooseRejects:
      Text(
        en: "Name another place for those of the customers with --rejects.",
        sv: "Ange en annan plats för kundernas rader med --rejects.")
    case .skipStaleChanges:
      Text(en: "With --skip-stale the rest of it is done.", sv: "Med --skip-stale görs resten av den.")
    }
  }

  private static func suggesting(_ input: String, sheet: String) -> Text {
    let then = "--mapping my-mapping.json"
    guard input != "-" else {
      let command = "kundreg mapping suggest FILE\(sheet) > my-mapping.json"
      return Text(
        en: "Save the list as a file and start from `\(command)`, correct it, and import with \(then).",
        sv: "Spara listan som en fil och börja med `\(command)`, rätta mappningen och importera med \(then).")
    }
    let command = "kundreg mapping suggest \(ShellWord.quoted(input))\(sheet) > my-mapping.json"
    return Text(
      en: "Start from `\(command)`, correct it, and import with \(then).",
      sv: "Börja med `\(command)`, rätta mappningen och importera med \(then).")
  }

  private static func clearing(_ fields: [String], of number: String) -> Text {
    let values = fields.map { ShellWord.quoted($0 + "=") }.joined(separator: " ")
    let command = "kundreg customer edit \(ShellWord.quoted(number)) \(values)"
    return Text(en: "Remove what stands there with: \(command)", sv: "Ta bort uppgifterna där med: \(command)")
  }

  private static func listing(_ field: Field, of number: String) -> String {
    let number = ShellWord.quoted(number)
    return switch field {
    case .serviceArticles: "`kundreg customer article list \(number) --list service`"
    case .workOrderArticles: "`kundreg customer article list \(number) --list workOrder`"
    case .facilities: "`kundreg customer facility list \(number)`"
    case .references: "`kundreg customer reference list \(number)`"
    case .documents: "`kundreg customer document list \(number)`"
    case .customerUsers: "`kundreg customer user list \(number)`"
    default: "`kundreg customer show \(number)`"
    }
  }

  private static func adding(_ field: CustomFieldDefinition) -> String {
    let choices = field.choices.isEmpty ? "" : " --choices \(ShellWord.quoted(field.choices.joined(separator: ",")))"
    return "kundreg field add \(ShellWord.quoted(field.name)) \(field.kind.rawValue)\(choices)"
  }
}
