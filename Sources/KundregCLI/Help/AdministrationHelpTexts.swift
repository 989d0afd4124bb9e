/// What the help of the register says, in Swedish, by the English that stands with the command.
enum AdministrationHelpTexts {
  static let swedish: [String: String] = [
    "Create an empty register, and config.json if there is none.":
      "Skapa ett tomt register, och config.json om den saknas.",
    "The register's settings.":
      "Registrets inställningar.",
    "Every setting, its value and its effect.":
      "Alla inställningar, deras värden och vad de gör.",
    "Change a setting. Takes an administrator.":
      "Ändra en inställning. Kräver en administratör.",
    "The setting's name.":
      "Inställningens namn.",
    "yes or no, or a number of characters.":
      "yes eller no, eller ett antal tecken.",
    "The register's custom fields.":
      "Registrets egna fält.",
    "The custom fields and what their values are.":
      "De egna fälten och vilka värden de har.",
    "Add a custom field. Takes an administrator.":
      "Lägg till ett eget fält. Kräver en administratör.",
    "The field's name.":
      "Fältets namn.",
    "text, number, date, boolean or choice.":
      "text, number, date, boolean eller choice.",
    "The words of a choice, with commas between.":
      "Orden i ett val, med komma emellan.",
    "Remove a custom field. Takes an administrator.":
      "Ta bort ett eget fält. Kräver en administratör.",
    "Values that customers have stay and are shown; new ones are refused. `kundreg field add` takes the field into use":
      "Värden som kunder har finns kvar och visas; nya avvisas. `kundreg field add` tar fältet i bruk",
    "again.":
      "igen.",
    "The register's cost centers, discount letters, tags and subgroups.":
      "Registrets kostnadsställen, rabattbrev, taggar och undergrupper.",
    "The names in the register's lists, and how many customers have each.":
      "Namnen i registrets listor, och hur många kunder som har dem.",
    "The field whose names are wanted; all of them without.":
      "Fältet vars namn ska visas; utan det alla.",
    "Add names to one of the register's lists. Takes an administrator.":
      "Lägg till namn i en av registrets listor. Kräver en administratör.",
    "Whoever edits customers chooses among the cost centers and discount letters that there are. An import adds those that it meets, unless its mapping says \"unknown\": \"reject\". Tags and subgroups come with their first use.":
      "Den som ändrar kunder väljer bland kostnadsställena och rabattbreven som finns. En import lägger till dem som den möter, om inte mappningen säger \"unknown\": \"reject\". Taggar och undergrupper tillkommer när de används första gången.",
    "The field.":
      "Fältet.",
    "The names.":
      "Namnen.",
    "Remove names that no customer has. Takes an administrator.":
      "Ta bort namn som ingen kund har. Kräver en administratör.",
    "The register's users and what they may do.":
      "Registrets användare och vad de får göra.",
    "The registered users and their permissions.":
      "De registrerade användarna och deras behörigheter.",
    "Register a user. Takes an administrator.":
      "Lägg upp en användare. Kräver en administratör.",
    "From the first user on, --as takes only registered users. Permissions: view, viewAssigned, edit, editAssigned,":
      "Från och med den första användaren tar --as bara emot registrerade användare. Behörigheter: view, viewAssigned, edit, editAssigned,",
    "create, delete, upload, createCustomerUsers, changeCustomerUserRights, deleteCustomerUsers, assign,":
      "create, delete, upload, createCustomerUsers, changeCustomerUserRights, deleteCustomerUsers, assign,",
    "deleteUploadedFiles, and administrator, who may do everything.":
      "deleteUploadedFiles och administrator, som får göra allt.",
    "A permission; may be given several times.":
      "En behörighet; kan anges flera gånger.",
    "Give a user more permissions. Takes an administrator.":
      "Ge en användare fler behörigheter. Kräver en administratör.",
    "The permissions.":
      "Behörigheterna.",
    "Take permissions from a user. Takes an administrator.":
      "Ta ifrån en användare behörigheter. Kräver en administratör.",
    "Take a user off the register. Takes an administrator.":
      "Ta bort en användare ur registret. Kräver en administratör.",
    "What the user did stays in the history, and customers stay assigned to the name.":
      "Det som användaren gjorde finns kvar i historiken, och kunder förblir tilldelade namnet.",
    "What you are told: customers that you were assigned, or that were taken from you.":
      "Vad du får veta: kunder som du har tilldelats, eller som har tagits ifrån dig.",
    "Each run tells a user once, with the list of customers. Those of others take an administrator.":
      "Varje körning meddelar en användare en gång, med listan över kunder. Att se andras kräver en administratör.",
    "Those of another user.":
      "En annan användares meddelanden.",
    "Those of everybody.":
      "Allas meddelanden.",
    "Mark those that are shown as read: they do not show again.":
      "Markera dem som visas som lästa: de visas inte igen.",
    "Copy the register to a new file, while others go on using it.":
      "Kopiera registret till en ny fil, medan andra fortsätter använda det.",
    "The files of documents are copied with it, into a folder beside the new file: OUTPUT.files.":
      "Dokumentens filer kopieras med, till en mapp bredvid den nya filen: OUTPUT.files.",
    "Check the configuration, the mappings, the register and the credentials.":
      "Kontrollera konfigurationen, mappningarna, registret och inloggningsuppgifterna.",
    "Exit status 1 when the register is damaged, 78 when the configuration or a mapping is wrong.":
      "Slutstatus 1 när registret är skadat, 78 när konfigurationen eller en mappning är fel.",
    "Give a user a password for the page, or take it away.":
      "Ge en användare ett lösenord till sidan, eller ta bort det.",
    "It is asked for at the terminal, or is the first line of standard input. Administrators may give one to everybody, users to themselves. Another password ends the logins by the one before it.":
      "Du får skriva det i terminalen, eller så är det första raden i standardinmatningen. Administratörer får ge alla ett, användare sig själva. Ett nytt lösenord avslutar de inloggningar som gjorts med det förra.",
    "Take the password away.":
      "Ta bort lösenordet.",
    "Show the register in a browser, until Ctrl-C.":
      "Visa registret i en webbläsare, till Ctrl-C.",
    "Prints a link that logs a browser in, once, within ten minutes. Who opens it acts as --as says, or else as the user of the operating system, whom the register must know once it has users. Only this computer reaches the page; for others, put a proxy with TLS before --socket. What it defends against, and what not: docs/threat-model.md.":
      "Skriver en länk som loggar in en webbläsare, en gång, inom tio minuter. Den som öppnar länken är den som --as anger, annars operativsystemets användare, som måste finnas i registret när det har användare. Bara den här datorn når sidan; ställ för andra en proxy med TLS framför --socket. Vad sidan skyddar mot, och inte: docs/threat-model.md.",
    "The address of this computer to listen on: 127.0.0.1 unless said.":
      "Den av datorns adresser som sidan lyssnar på: 127.0.0.1 om inget anges.",
    "The port: 8481 unless said; 0 takes any that is free.":
      "Porten: 8481 om inget anges; 0 tar en som är ledig.",
    "A Unix socket to listen on instead, for a proxy.":
      "En Unix-socket att lyssna på i stället, för en proxy.",
    "What browsers call the page: a name of its own below localhost unless said.":
      "Vad webbläsare kallar sidan: ett eget namn under localhost om inget anges.",
  ]
}
