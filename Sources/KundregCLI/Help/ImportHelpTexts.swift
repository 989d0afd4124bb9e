/// What the help of imports, mappings and templates says, in Swedish, by the English that stands with the command.
enum ImportHelpTexts {
  static let swedish: [String: String] = [
    "Import a customer list from CSV, XLSX or JSON.":
      "Importera en kundlista från CSV, XLSX eller JSON.",
    "What the file is is decided by its bytes. Without --mapping the header decides which mapping is used. All accepted rows are written in one transaction, or none. Rejected rows go to a file of their own, to be mended and imported.":
      "Innehållet avgör vad det är för fil. Utan --mapping avgör rubrikraden vilken mappning som används. Alla godtagna rader sparas i en transaktion, eller ingen. Avvisade rader skrivs till en egen fil, där de kan rättas och importeras.",
    "A .csv, .tsv, .txt, .xlsx, .xlsm or .json file, or - for standard input.":
      "En fil i .csv, .tsv, .txt, .xlsx, .xlsm eller .json, eller - för standardinmatning.",
    "A mapping's name, or the path of a mapping file.":
      "Namnet på en mappning, eller sökvägen till en mappningsfil.",
    "The one sheet to read; otherwise all visible ones that fit the mapping.":
      "Det enda blad som ska läsas; annars alla synliga som passar mappningen.",
    "Write nothing; show what would change, field by field.":
      "Spara inget; visa vad som skulle ändras, fält för fält.",
    "In a dry run, leave the list of changes out.":
      "Utelämna listan över ändringar i en provkörning.",
    "Save what would change as a plan for `kundreg apply`. Writes nothing else.":
      "Spara det som skulle ändras som en plan för `kundreg apply`. Sparar inget annat.",
    "How rows find their customers: number, or number,identity.":
      "Hur rader hittar sina kunder: number, eller number,identity.",
    "What a blank cell does: keep the field, or clear it.":
      "Vad en tom cell betyder: fältet behålls (keep) eller töms (clear).",
    "What happens to active customers that the file lacks.":
      "Vad som händer med aktiva kunder som filen saknar.",
    "Allow --missing inactivate to inactivate this part of the active customers.":
      "Hur stor del av de aktiva kunderna --missing inactivate får inaktivera.",
    "Customers stand on several rows: further rows of a customer bring more of this list, contactPersons.":
      "Kunder står på flera rader: en kunds följande rader ger mer av den här listan, contactPersons.",
    "What decides whether a new customer is a company or private when its row does not say: identity, the number.":
      "Vad som avgör om en ny kund är ett företag eller privat när raden inte säger det: identity, numret.",
    "Where rejected rows go.":
      "Var avvisade rader sparas.",
    "A file that lists every reject and warning of every row, in a dry run too.":
      "En fil med alla fel och varningar på alla rader, även i en provkörning.",
    "Write nothing when more rows than this are rejected.":
      "Spara inget om fler rader än så avvisas.",
    "A file of records that goes with the input, in the same run: contactPersons, serviceArticles, workOrderArticles, facilities or references. Its rows name their customers by number. May be given several times.":
      "En fil med poster som hör till listan, i samma körning: contactPersons, serviceArticles, workOrderArticles, facilities eller references. Raderna anger sina kunder med kundnummer. Kan anges flera gånger.",
    "Take the rows of the input as records of customers that the register has: a list as in --with.":
      "Läs raderna som poster till kunder som finns i registret: en lista som i --with.",
    "Take the contents of documents that the input's customers name from the folder that `kundreg export --documents` wrote.":
      "Hämta innehållet i dokumenten som listans kunder har, ur mappen som `kundreg export --documents` skrev.",
    "Look up companies that lack name or address; see `kundreg customer lookup`.":
      "Slå upp företag som saknar namn eller adress; se `kundreg customer lookup`.",
    "Mappings: which column goes to which field, and how.":
      "Mappningar: vilken kolumn som går till vilket fält, och hur.",
    "The mappings found, in the order in which folders are looked in.":
      "Mappningarna som finns, i den ordning mapparna gås igenom.",
    "A mapping's fields and the headings they are found by.":
      "En mappnings fält och rubrikerna de hittas på.",
    "The mapping's name or path.":
      "Mappningens namn eller sökväg.",
    "Check a mapping file. Exit status 78 names what is wrong, and where.":
      "Kontrollera en mappningsfil. Med slutstatus 78 visas vad som är fel, och var.",
    "The mapping file.":
      "Mappningsfilen.",
    "Print a mapping file for an input, with a confidence per column on standard error.":
      "Skriv ut en mappningsfil för en lista, med en säkerhet per kolumn bland meddelandena.",
    "A file as for `kundreg import`.":
      "En fil som för `kundreg import`.",
    "The sheet to look at.":
      "Bladet som ska läsas.",
    "Keep the mapping under this name in a mapping folder, where the same header finds it.":
      "Spara mappningen under det här namnet i en mappningsmapp, där samma rubrikrad hittar den.",
    "Write the upload template: headings, a guide to each field, and drop-downs.":
      "Skriv uppladdningsmallen: rubriker, en vägledning till varje fält och rullistor.",
    "The register's custom fields and lists are in it when there is a register.":
      "Registrets egna fält och listor är med när det finns ett register.",
    "A path that ends in .xlsx or .csv.":
      "En sökväg som slutar på .xlsx eller .csv.",
  ]
}
