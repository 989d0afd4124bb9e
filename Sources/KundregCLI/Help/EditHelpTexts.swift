/// What the help of changing customers says, in Swedish, by the English that stands with the command.
enum EditHelpTexts {
  static let swedish: [String: String] = [
    "Add a customer, by the rules of an import.":
      "Lägg till en kund, enligt samma regler som en import.",
    "The number may be left out where the register generates numbers (`kundreg settings set generateNumber yes`).":
      "Numret kan utelämnas där registret skapar nummer (`kundreg settings set generateNumber yes`).",
    "The customer number, and what to set: FIELD=VALUE.":
      "Kundnumret och vad som ska sparas: FÄLT=VÄRDE.",
    "Change fields of a customer, by the rules of an import.":
      "Ändra fält på en kund, enligt samma regler som en import.",
    "FIELD= clears a field. A set is replaced (tags=A;B), added to (tags+=A) or taken from (tags-=A).":
      "FÄLT= tömmer ett fält. En mängd ersätts (tags=A;B), utökas (tags+=A) eller minskas (tags-=A).",
    "What to set: FIELD=VALUE; FIELD= clears; tags+=A;B and tags-=A;B change a set.":
      "Vad som ska ändras: FÄLT=VÄRDE; FÄLT= tömmer; tags+=A;B och tags-=A;B ändrar en mängd.",
    "Show what would change, and write nothing.":
      "Visa vad som skulle ändras, och spara inget.",
    "Change many customers at once: one run, one undo, no limit on how many.":
      "Ändra många kunder på en gång: en körning, en ångring, hur många som helst.",
    "All customers that are meant change, or none. Look first with --dry-run: it shows every change, field by field.":
      "Alla kunder som menas ändras, eller ingen. Titta först med --dry-run: det visar varje ändring, fält för fält.",
    "Active and inactive customers; alone: every customer.":
      "Både aktiva och inaktiva kunder; ensamt: alla kunder.",
    "Customer numbers, and what to set: FIELD=VALUE; FIELD= clears; tags+=A;B and tags-=A;B change a set.":
      "Kundnummer, och vad som ska ändras: FÄLT=VÄRDE; FÄLT= tömmer; tags+=A;B och tags-=A;B ändrar en mängd.",
    "Make inactive customers selectable again.":
      "Gör inaktiva kunder valbara igen.",
    "The customer numbers.":
      "Kundnumren.",
    "Make customers unselectable for new orders. Everything done remains.":
      "Gör att kunder inte kan väljas i nya order. Allt som gjorts finns kvar.",
    "Assign customers to a user, who is told once, with the list.":
      "Tilldela en användare kunder. Användaren får ett meddelande med listan.",
    "The customers are never told. `kundreg notifications` shows what the user is told.":
      "Kunderna får aldrig något meddelande. `kundreg notifications` visar vad användaren får veta.",
    "The user's name.":
      "Användarens namn.",
    "Take customers from a user, who is told once, with the list.":
      "Ta ifrån en användare kunder. Användaren får ett meddelande med listan.",
    "Delete customers that nothing hangs on. Prefer `kundreg customer inactivate`.":
      "Ta bort kunder som inget hör till. Använd hellre `kundreg customer inactivate`.",
    "A customer with references or facilities, or in an accounting system, is not deleted. The number stays reserved, the":
      "En kund som har referenser eller anläggningar, eller finns i ett ekonomisystem, tas inte bort. Numret förblir reserverat,",
    "history stays, and `kundreg undo` brings the customer back.":
      "historiken finns kvar, och `kundreg undo` tar tillbaka kunden.",
    "Give a customer another number; for administrators.":
      "Ge en kund ett annat nummer; för administratörer.",
    "History, references and links with accounting systems stay with the customer. The old number stays reserved. Accounting systems keep theirs: numbers are never synced.":
      "Historik, referenser och kopplingar till ekonomisystem följer kunden. Det gamla numret förblir reserverat. Ekonomisystemen behåller sina: nummer synkas aldrig.",
    "The present number.":
      "Det nuvarande numret.",
    "The new number.":
      "Det nya numret.",
  ]
}
