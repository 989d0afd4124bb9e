import Mapping

/// Names of sheets and lists that say that no customers stand in them, though they may have the same columns: suppliers have
/// numbers, names and addresses as customers do.
enum OtherLists {
  private static let names = Set(
    [
      "leverantör", "leverantörer", "leverantörsregister", "leverantörslista", "supplier", "suppliers", "vendor",
      "vendors",
      "artikel", "artiklar", "artikelregister", "article", "articles", "product", "products", "produkt", "produkter",
      "faktura", "fakturor", "invoice", "invoices", "anställd", "anställda", "personal", "employee", "employees",
      "användare", "user", "users",
    ].map(HeaderKey.of))

  /// True for such a name.
  static func areNamed(_ name: String) -> Bool { names.contains(HeaderKey.of(name)) }
}
