/// What the help of accounting systems says, in Swedish, by the English that stands with the command.
enum SyncHelpTexts {
  static let swedish: [String: String] = [
    "Keep the register and accounting systems in step.":
      "Håll registret och ekonomisystem i takt med varandra.",
    "Fetches what changed in the accounting system, merges it field by field with what changed here, and sends what the system should know. A first sync sends nothing before its matches were shown with --dry-run, or confirmed with --yes. Made for cron: exit status 0 when all is in step, 2 when a person should look at something, 69 when the system does not answer, 75 when another sync runs.":
      "Hämtar det som ändrats i ekonomisystemet, slår ihop det fält för fält med det som ändrats här, och skickar det som systemet ska få veta. En första synk skickar inget förrän dess par har visats med --dry-run, eller bekräftats med --yes. Gjord för cron: slutstatus 0 när allt stämmer, 2 när någon bör titta på något, 69 när systemet inte svarar, 75 när en annan synk pågår.",
    "Accounting systems, by their names in the configuration.":
      "Ekonomisystem, med sina namn i konfigurationen.",
    "Every accounting system of the configuration that has credentials.":
      "Alla ekonomisystem i konfigurationen som har inloggningsuppgifter.",
    "Write nothing on either side; show what would be taken and each request as it would be sent.":
      "Spara inget på någon sida; visa vad som skulle hämtas och varje anrop så som det skulle skickas.",
    "Compare everything that lists show, which is what finds deleted customers.":
      "Jämför allt som listor visar, vilket är det som hittar borttagna kunder.",
    "With --full, fetch every customer, also those that lists show as they were.":
      "Hämta alla kunder, tillsammans med --full, även de som listorna visar oförändrade.",
    "Only take from the system (pull), only send to it (push), or both.":
      "Hämta bara från systemet (pull), skicka bara till det (push), eller båda.",
    "Send at once what was refused not long ago and would rest a while.":
      "Skicka genast det som nyligen nekades och annars skulle vila ett tag.",
    "Confirm the matches of a first sync.":
      "Bekräfta paren i en första synk.",
    "The part of linked customers that may be inactivated as deleted there.":
      "Hur stor del av de kopplade kunderna som får inaktiveras som borttagna där.",
    "End in good order after so many requests, with each system; the next sync goes on. At least 10.":
      "Avsluta i god ordning efter så många anrop, med varje system; nästa synk fortsätter. Minst 10.",
    "Write the outcome for Prometheus' textfile collector.":
      "Skriv utfallet för Prometheus textfile collector.",
    "Fields that both sides changed, and pairs that are not sure.":
      "Fält som båda sidor har ändrat, och par som inte är säkra.",
    "List what waits for a decision.":
      "Lista det som väntar på ett beslut.",
    "A row whose field is \"match\" asks whether two customers are the same.":
      "En rad vars fält är \"match\" frågar om två kunder är samma.",
    "Only those with this accounting system.":
      "Bara de med det här ekonomisystemet.",
    "Decide a conflict; the next sync carries it out.":
      "Avgör en konflikt; nästa synk verkställer det.",
    "The customer number here.":
      "Kundnumret här.",
    "The field, or match for a pair that is not sure.":
      "Fältet, eller match för ett par som inte är säkert.",
    "Whose value holds.":
      "Vems värde som gäller.",
    "A value that holds instead; for match: same or different.":
      "Ett värde som gäller i stället; för match: same eller different.",
    "The accounting system, when several have the conflict.":
      "Ekonomisystemet, när flera har konflikten.",
    "For match: the customer number there, when several may be the same.":
      "För match: kundnumret där, när flera kan vara samma.",
    "Log in to accounting systems, and see how it stands with them.":
      "Logga in i ekonomisystem, och se hur det står till med dem.",
    "Log in to an accounting system, as a person in a browser.":
      "Logga in i ett ekonomisystem, som en person i en webbläsare.",
    "Prints the address to open, and waits for the browser to come back. The credentials' file must hold clientId and clientSecret, which the accounting system's developer portal gives.":
      "Visar adressen att öppna och väntar på att webbläsaren kommer tillbaka. Filen med inloggningsuppgifter ska ha clientId och clientSecret, som ekonomisystemets utvecklarportal ger.",
    "The accounting system's name in the configuration.":
      "Ekonomisystemets namn i konfigurationen.",
    "Fortnox: become a service account, which needs no renewal token. Takes a system administrator's consent.":
      "Fortnox: bli ett tjänstekonto, som inte behöver något förnyelsetoken. Kräver en systemadministratörs medgivande.",
    "Do not listen: ask for the address that the browser ends at.":
      "Lyssna inte: fråga efter adressen som webbläsaren hamnar på.",
    "Show login, last sync, links, conflicts and queue of each accounting system.":
      "Visa inloggning, senaste synk, kopplingar, konflikter och kö för varje ekonomisystem.",
    "Give the consent back and forget the tokens.":
      "Lämna tillbaka medgivandet och glöm tokens.",
    "Client id and secret stay in the credentials' file. Links and what was agreed stay in the register.":
      "Klient-id och klienthemlighet finns kvar i filen med inloggningsuppgifter. Kopplingar och det som sidorna enats om finns kvar i registret.",
  ]
}
