import Mapping

/// Names of sheets and lists that say that no customers stand in them, though they may have the same columns: suppliers have
/// numbers, names and addresses as customers do, and orders and facilities the numbers
/// and names of their customers.
enum OtherLists {
  private static let names = Set(
    [
      "leverantör", "leverantörer", "leverantörsregister", "leverantörslista", "supplier", "suppliers", "vendor",
      "vendors",
      "artikel", "artiklar", "artikelregister", "article", "articles", "product", "products", "produkt", "produkter",
      "faktura", "fakturor", "invoice", "invoices", "anställd", "anställda", "personal", "employee", "employees",
      "användare", "user", "users", "order", "ordrar", "orders", "orderlista", "orderregister", "beställning",
      "beställningar", "arbetsorder", "arbetsordrar", "work orders", "offert", "offerter", "quotation", "quotations",
      "quotes", "felanmälan", "felanmälningar", "anläggning", "anläggningar", "facility", "facilities",
      "kontaktperson", "kontaktpersoner", "contact persons", "kontakt", "kontakter", "contact", "contacts", "avtal",
      "contracts", "objekt", "objects", "projekt", "projects", "tidrapport", "tidrapporter", "lev", "levs",
    ].map(HeaderKey.of))

  /// What a name may have behind such a word: `Orderrader`, `Lev.register`, `Fakturor 2026`.
  private static let endings = [
    "lista", "listan", "register", "registret", "rader", "historik", "export", "list", "lines",
  ]

  /// True for such a name.
  static func areNamed(_ name: String) -> Bool {
    let key = HeaderKey.of(name.filter { !$0.isNumber })
    return names.contains(key)
      || endings.contains { key.hasSuffix($0) && names.contains(String(key.dropLast($0.count))) }
  }
}
