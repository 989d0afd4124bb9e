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
      "kontaktperson", "kontaktpersoner", "contact persons",
    ].map(HeaderKey.of))

  /// True for such a name.
  static func areNamed(_ name: String) -> Bool { names.contains(HeaderKey.of(name)) }
}
