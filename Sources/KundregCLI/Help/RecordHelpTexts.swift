/// What the help of customers' lists of records says, in Swedish, by the English that stands with the command.
enum RecordHelpTexts {
  static let swedish: [String: String] = [
    "The documents of a customer: files in folders.":
      "En kunds dokument: filer i mappar.",
    "Add a file. Its content is kept beside the register.":
      "Lägg till en fil. Innehållet sparas bredvid registret.",
    "Taken are pdf, png, jpg, gif, webp, docx, xlsx, pptx, odt, ods, txt, csv, eml and msg whose content is what the name says, of at most 50 MiB or what documents.maxMegabytes in the configuration says.":
      "Filer som tas emot är pdf, png, jpg, gif, webp, docx, xlsx, pptx, odt, ods, txt, csv, eml och msg med ett innehåll som stämmer med namnet, på högst 50 MiB eller det som documents.maxMegabytes i konfigurationen anger.",
    "The file.":
      "Filen.",
    "The folder of the card, names with / between.":
      "Mappen på kundkortet, namn med / emellan.",
    "What to call it, instead of its own name.":
      "Vad filen ska heta, i stället för sitt eget namn.",
    "Check and show what would be done, and write nothing.":
      "Kontrollera och visa vad som skulle göras, och spara inget.",
    "The customer's documents.":
      "Kundens dokument.",
    "Write a document to a file, readable by you only.":
      "Skriv ett dokument till en fil som bara du kan läsa.",
    "The document's name.":
      "Dokumentets namn.",
    "Its folder, where several have one of that name.":
      "Dess mapp, där flera har ett med det namnet.",
    "The new file. One that exists is never overwritten.":
      "Den nya filen. En som redan finns skrivs aldrig över.",
    "Remove a document from the card. Its content stays for an undo.":
      "Ta bort ett dokument från kundkortet. Innehållet finns kvar för en ångring.",
    "The facilities (anläggningar) of a customer.":
      "En kunds anläggningar.",
    "Add a facility.":
      "Lägg till en anläggning.",
    "The facility's number.":
      "Anläggningens nummer.",
    "What it is called.":
      "Vad den heter.",
    "Address, first line.":
      "Adress, första raden.",
    "Address, second line.":
      "Adress, andra raden.",
    "Postal code.":
      "Postnummer.",
    "City.":
      "Ort.",
    "Country, as SE.":
      "Land, till exempel SE.",
    "Change what is said of a facility; an empty value clears.":
      "Ändra en anläggnings uppgifter; ett tomt värde tömmer.",
    "Remove a facility. References to it stay.":
      "Ta bort en anläggning. Referenser till den finns kvar.",
    "The customer's facilities.":
      "Kundens anläggningar.",
    "A customer's references to orders, error reports and quotations.":
      "En kunds referenser till order, felanmälningar och offerter.",
    "Add a reference. An inactive customer takes none.":
      "Lägg till en referens. En inaktiv kund tar inte emot någon.",
    "What it is: order, errorReport or quotation.":
      "Vad det är: order, errorReport eller quotation.",
    "The reference's own number.":
      "Referensens eget nummer.",
    "Its day, as 2026-11-24.":
      "Dagen, till exempel 2026-11-24.",
    "How far it has come.":
      "Hur långt den har kommit.",
    "What it is about.":
      "Vad den gäller.",
    "The number of the customer's facility.":
      "Numret på kundens anläggning.",
    "The cost center.":
      "Kostnadsstället.",
    "The customer's own order number; an order takes the card's otherwise.":
      "Kundens eget beställningsnummer; en order tar annars kundkortets.",
    "Who asked for it; saved on facility and customer where the register's settings say so.":
      "Vem som beställde; sparas på anläggning och kund där registrets inställningar säger det.",
    "The requester's e-mail address.":
      "Beställarens e-postadress.",
    "The requester's telephone number.":
      "Beställarens telefonnummer.",
    "Change what is said of a reference; an empty value clears.":
      "Ändra en referens uppgifter; ett tomt värde tömmer.",
    "Remove a reference.":
      "Ta bort en referens.",
    "The customer's references, the newest first.":
      "Kundens referenser, den nyaste först.",
    "What to sort by; :desc turns the order.":
      "Vad som sorteras efter; :desc vänder ordningen.",
    "The articles that a customer's services and work orders begin with.":
      "Artiklarna som en kunds tjänster och arbetsorder börjar med.",
    "Add an article. A time article may stand with 0 hours.":
      "Lägg till en artikel. En tidsartikel kan stå med 0 timmar.",
    "The article's number.":
      "Artikelns nummer.",
    "The list: service or workOrder.":
      "Listan: service eller workOrder.",
    "What it is.":
      "Vad det är.",
    "How many, or how many hours.":
      "Hur många, eller hur många timmar.",
    "What is counted, as st or h.":
      "Vad som räknas, till exempel st eller h.",
    "The price of one.":
      "Priset för en.",
    "The VAT percent of its row, where the register sets VAT for each row.":
      "Radens moms i procent, där registret anger moms per rad.",
    "It is time.":
      "Det är tid.",
    "Change what is said of an article; an empty value clears.":
      "Ändra en artikels uppgifter; ett tomt värde tömmer.",
    "Whether it is time.":
      "Om det är tid.",
    "Remove an article.":
      "Ta bort en artikel.",
    "The articles of one list.":
      "Artiklarna i en lista.",
    "The customer's own users. No password is kept here: an invitation is queued.":
      "Kundens egna användare. Inget lösenord sparas här: en inbjudan köas.",
    "Add a user and queue the invitation.":
      "Lägg till en användare och köa inbjudan.",
    "What the user logs in as; no other user of the register's customers may have it.":
      "Vad användaren loggar in som; ingen annan användare hos registrets kunder får ha det.",
    "Where the invitation goes.":
      "Vart inbjudan skickas.",
    "Of view, reportErrors, approveQuotations, administrate; commas between.":
      "Av view, reportErrors, approveQuotations, administrate; med komma emellan.",
    "Queue an invitation once more, or of a user that an import brought.":
      "Köa en inbjudan igen, eller till en användare som en import tog med.",
    "The user's login.":
      "Användarens inloggning.",
    "Set what a user may do, instead of what it may now.":
      "Ange vad en användare får göra, i stället för det som gäller nu.",
    "The rights, commas between; an empty text for none.":
      "Rättigheterna, med komma emellan; en tom text för inga.",
    "Remove a user.":
      "Ta bort en användare.",
    "The customer's users.":
      "Kundens användare.",
  ]
}
