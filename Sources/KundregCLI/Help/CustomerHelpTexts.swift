/// What the help of showing customers, exports, duplicates and personal data says, in Swedish, by the English that stands with the command.
enum CustomerHelpTexts {
  static let swedish: [String: String] = [
    "Customers: list and search, the card, the history, and every change by hand.":
      "Kunder: lista och sökning, kundkortet, historiken och alla ändringar för hand.",
    "List and search customers. Inactive ones are hidden unless asked for.":
      "Lista och sök kunder. Inaktiva är dolda om de inte efterfrågas.",
    "Words that must all be found in the name, number, contact persons, e-mail, cities or identity number; å, ä, ö and case do not matter.":
      "Ord som alla ska finnas i namnet, numret, kontaktpersonerna, e-posten, orterna eller organisations- eller personnumret; å, ä, ö och versaler spelar ingen roll.",
    "A condition; several must all hold. =, !=, ~ (contains), >, >=, <, <=, and FIELD= for customers without a value; and, or, not and parentheses join them.":
      "Ett villkor; flera ska gälla samtidigt. =, !=, ~ (innehåller), >, >=, <, <=, och FÄLT= för kunder utan värde; and, or, not och parenteser binder ihop dem.",
    "One of the --where conditions is enough.":
      "Det räcker att ett av villkoren i --where gäller.",
    "A saved filter; what else is asked for must hold as well.":
      "Ett sparat filter; det som anges därutöver ska också gälla.",
    "The fields to sort by, with commas between; :desc turns the order.":
      "Fälten att sortera efter, med komma emellan; :desc vänder ordningen.",
    "The fields to show, with commas between.":
      "Fälten som ska visas, med komma emellan.",
    "Inactive customers only.":
      "Bara inaktiva kunder.",
    "Active and inactive customers.":
      "Både aktiva och inaktiva kunder.",
    "How many customers at most.":
      "Hur många kunder som högst visas.",
    "How many customers to leave out before the first.":
      "Hur många kunder som hoppas över före den första.",
    "Show personal identity numbers in full; for administrators.":
      "Visa personnummer i sin helhet; för administratörer.",
    "Name and address of a company, by its organisation number.":
      "Ett företags namn och adress, utifrån organisationsnumret.",
    "Asks the service that \"lookup\" in the configuration names; none is asked unless it names one. --fill writes what was found into the empty fields of a customer: invoice address and VAT number. What is there stays.":
      "Frågar tjänsten som \"lookup\" i konfigurationen anger; ingen frågas om den inte anger någon. --fill fyller kundens tomma fält med det som hittas: fakturaadress och momsregistreringsnummer. Det som redan finns står kvar.",
    "The organisation number.":
      "Organisationsnumret.",
    "The customer whose empty fields are filled.":
      "Kunden vars tomma fält fylls.",
    "The customer's card.":
      "Kundkortet.",
    "The customer number.":
      "Kundnumret.",
    "What the references are sorted by; :desc turns the order.":
      "Vad referenserna sorteras efter; :desc vänder ordningen.",
    "Every change of a customer: when, who, in which run, old and new.":
      "Alla ändringar av en kund: när, av vem, i vilken körning, före och efter.",
    "Customers that were merged into it are among them, with what happened to them until then. A number that the customer had earlier finds it, too.":
      "Kunder som slagits ihop med den är med, med det som hände dem fram till dess. Ett nummer som kunden hade tidigare hittar den också.",
    "The customer number; a deleted customer's too, and one that it had earlier.":
      "Kundnumret; även en borttagen kunds, och ett som kunden hade tidigare.",
    "Saved searches: what a list asks for, under a name.":
      "Sparade sökningar: det som en lista frågar efter, under ett namn.",
    "The saved filters, and what each asks for.":
      "De sparade filtren, och vad varje filter frågar efter.",
    "Keep a search under a name; one of yours with that name is replaced.":
      "Spara en sökning under ett namn; en av dina egna med det namnet ersätts.",
    "The filter's name.":
      "Filtrets namn.",
    "Forget a saved filter. Another user's takes an administrator.":
      "Ta bort ett sparat filter. En annan användares kräver en administratör.",
    "Write customers to a file that can be imported again without loss.":
      "Skriv kunder till en fil som kan importeras igen utan att något går förlorat.",
    "Personal identity numbers stand in full in the file. Without --columns every field is written. Headings and words are in one language: that of --language, else of the configuration, else of the locale; an import reads them in either.":
      "Personnummer står i sin helhet i filen. Utan --columns skrivs alla fält. Rubriker och ord är på ett språk: det som --language anger, annars konfigurationens, annars systemets; en import läser dem på båda.",
    "A path that ends in .csv, .xlsx or .json.":
      "En sökväg som slutar på .csv, .xlsx eller .json.",
    "Copy the contents of the customers' documents into this folder, for `kundreg import --documents`.":
      "Kopiera innehållet i kundernas dokument till den här mappen, för `kundreg import --documents`.",
    "Customers that are likely the same, and what you say of them.":
      "Kunder som troligen är samma, och vad du säger om dem.",
    "List likely pairs with a score from 0 to 100 and the reason.":
      "Lista troliga par med en likhet från 0 till 100 och skälet.",
    "Pairs that you said are the same and that are not merged yet come first; those that you said are different are not listed. Two inactive customers are no pair.":
      "Par som du har sagt är samma och som inte är sammanslagna än kommer först; de som du har sagt är olika visas inte. Två inaktiva kunder är inget par.",
    "How many pairs at most.":
      "Hur många par som högst visas.",
    "Say whether two customers are the same; it is remembered.":
      "Säg om två kunder är samma; svaret sparas.",
    "A customer number.":
      "Ett kundnummer.",
    "The other customer's number.":
      "Den andra kundens nummer.",
    "What they are.":
      "Vad de är.",
    "Make one customer of two: the second keeps its number, the first is inactivated.":
      "Gör en kund av två: den andra behåller sitt nummer, den första inaktiveras.",
    "INTO keeps everything it says and takes from FROM what it lacks. Contact persons, tags, articles and comments are joined; references, documents, facilities, customer users and links with accounting systems move. `kundreg undo` takes it back.":
      "INTO behåller allt den har och tar från FROM det den saknar. Kontaktpersoner, taggar, artiklar och kommentarer läggs ihop; referenser, dokument, anläggningar, kundanvändare och kopplingar till ekonomisystem flyttas. `kundreg undo` ångrar det.",
    "The customer that is merged and inactivated.":
      "Kunden som slås ihop med den andra och inaktiveras.",
    "The customer that stays.":
      "Kunden som blir kvar.",
    "Show what would change; write nothing.":
      "Visa vad som skulle ändras; spara inget.",
    "Remove a person's data from the register for good; for administrators.":
      "Ta bort en persons uppgifter ur registret för gott; för administratörer.",
    "The card, its history, and what syncs keep are removed and overwritten in the file; so are those of customers that were merged into it. It stays that a customer was there, when it was removed and by whom. No undo brings it back. Files outside the register are listed, to be removed by hand. See docs/privacy.md.":
      "Kundkortet, historiken och det som synkar sparar tas bort och skrivs över i filen; det gäller även kunder som slagits ihop med den. Kvar är att en kund har funnits, när den togs bort och av vem. Det går inte att ångra. Filer utanför registret visas, så att du kan ta bort dem för hand. Se docs/privacy.md.",
    "The customer number; a deleted customer's too.":
      "Kundnumret; även en borttagen kunds.",
    "Do it: nothing brings the data back.":
      "Gör det: uppgifterna går inte att få tillbaka.",
    "Everything held on one person, as JSON and unmasked; for administrators.":
      "Allt som finns om en person, som JSON och utan maskering; för administratörer.",
    "The card, its history, what syncs keep, notifications, documents, and the runs that touched it. A file is made for its owner alone.":
      "Kundkortet, historiken, det som synkar sparar, meddelanden, dokument och körningarna som rörde kunden. En fil kan bara läsas av sin ägare.",
    "A new file; standard output unless given.":
      "En ny fil; annars standardutmatning.",
  ]
}
