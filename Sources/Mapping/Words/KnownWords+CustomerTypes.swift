/// What lists write for the type of a customer.
///
/// A word for a legal form, or for a part of the public sector, says that the customer is a company: a private customer is a
/// natural person who buys for a household. So a sole trader (enskild firma) is a company, whose identity number is a personal
/// number. So is the estate of a deceased person (dödsbo): it is a legal person until it is distributed, bears the personal
/// number of the deceased or an organisation number of its own, and a company may have either.
/// Source: ärvdabalken (1958:637) 18 kap.; Bolagsverket's list of legal forms (företagsformer).
extension KnownWords {
  static let companies =
    [
      "Företag", "F", "Ftg", "Bolag", "Firma", "Juridisk person", "Juridisk", "Organisation", "Förening", "Business",
      "Corporate", "B2B", "Företagskund",
    ] + swedishForms + swedishPublicSector + englishForms

  static let persons = [
    "Privat", "P", "Privatperson", "Privatkund", "Person", "Fysisk person", "Fysisk", "Konsument", "Individual",
    "Consumer", "Private person", "B2C", "Priv", "Priv.", "Enskild person", "Hushåll", "Household",
    "Private individual", "Private customer", "Natural person", "Residential",
  ]

  private static let swedishForms = [
    "Enskild firma", "Enskild näringsidkare", "Enskild näringsverksamhet", "Enskilt företag", "EF", "E.F.",
    "Näringsidkare",
    "Näringsverksamhet", "Egenföretagare", "Egen företagare", "Egen firma", "Aktiebolag", "AB", "A.B.",
    "Publikt aktiebolag", "Privat aktiebolag", "AB (publ)", "Handelsbolag", "HB", "H.B.", "Kommanditbolag", "KB",
    "K.B.",
    "Enkelt bolag", "Filial", "Europabolag", "Brf", "Brf.", "Bostadsrättsförening", "Bostadsrättsföreningen",
    "Bostadsförening", "Bostadsaktiebolag", "Hyresrättsförening", "Kooperativ hyresrättsförening", "Ideell förening",
    "Ideell", "Ideell org", "Ek. för.", "Ek. förening", "Ek.för.", "Ek för", "Ekonomisk förening", "Idrottsförening",
    "Intresseförening",
    "Samfällighet", "Samfällighetsförening", "Ekonomisk", "Stiftelse", "Stiftelsen", "Fond", "Trossamfund",
    "Registrerat trossamfund", "Församling", "Dödsbo", "Dödsboet", "Utländskt företag", "Utländsk juridisk person",
    "Företag/organisation", "Org", "Org.",
  ]

  private static let swedishPublicSector = [
    "Kommun", "Kommunal", "Kommunalt bolag", "Kommunalförbund", "Region", "Landsting", "Myndighet", "Statlig myndighet",
    "Statlig", "Stat", "Staten", "Offentlig", "Offentlig sektor", "Offentlig verksamhet", "Offentlig förvaltning",
  ]

  private static let englishForms = [
    "Company", "Enterprise", "Firm", "Corporation", "Corp", "Corp.", "Incorporated", "Inc", "Inc.", "Ltd", "Ltd.",
    "Limited", "Limited company", "Private limited company", "Public limited company", "Limited liability company",
    "PLC",
    "LLC", "LLP", "GmbH", "AS", "A/S", "ApS", "Oy", "Sole trader", "Sole proprietor", "Sole proprietorship",
    "Self-employed", "Self employed", "Trader", "Partnership", "General partnership", "Trading partnership",
    "Limited partnership", "Association", "Non-profit", "Nonprofit", "Non-profit association",
    "Non-profit organisation",
    "Non-profit organization", "Nonprofit organization", "Economic association", "Cooperative", "Co-operative",
    "Housing association", "Housing cooperative", "Condominium association", "Foundation", "Charity", "Organization",
    "Legal person", "Legal entity", "Estate of a deceased person", "Deceased estate", "Municipality", "County",
    "County council", "Authority", "Public authority", "Government", "Government agency", "Agency", "Public sector",
    "Public", "Foreign company",
  ]
}
