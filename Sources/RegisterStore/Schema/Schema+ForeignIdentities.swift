extension Schema {
  /// The constraint on identity numbers lets those of other countries in. SQLite changes a constraint by making the table
  /// anew; nothing else of it changes, and what refers to a customer goes on to.
  static let foreignIdentities = """
    CREATE TABLE customer_anew (
      id INTEGER PRIMARY KEY,
      revision INTEGER NOT NULL DEFAULT 1,
      created_run INTEGER NOT NULL REFERENCES run (id),
      updated_run INTEGER NOT NULL REFERENCES run (id),
      number TEXT NOT NULL CHECK (number <> '' AND number NOT GLOB '*[^-+/_0-9A-Za-zÀ-ÖØ-öø-ÿ]*'),
      name TEXT NOT NULL CHECK (name <> ''),
      type TEXT NOT NULL CHECK (type IN ('company', 'private')),
      identity_number TEXT CHECK (
        identity_number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]' AND type = 'company'
        OR identity_number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'
        -- Another country's number as it was typed: an address says that the customer is there, or at least no address
        -- says anything, and the VAT number or a telephone number may.
        OR length(identity_number) BETWEEN 1 AND 30
          AND ifnull(coalesce(invoice_country, visiting_country, mail_country), '') <> 'SE'
          AND coalesce(invoice_country, visiting_country, mail_country, vat_number, phone, mobile) IS NOT NULL),
      vat_number TEXT,
      vat_type TEXT CHECK (vat_type IN ('normal', 'none', 'custom')),
      vat_percent TEXT CHECK ((vat_percent IS NOT NULL) = (vat_type IS 'custom')),
      language TEXT CHECK (language GLOB '[a-z][a-z]'),
      order_number TEXT,
      cost_center TEXT REFERENCES cost_center (name) ON UPDATE CASCADE,
      comments TEXT,
      email TEXT,
      phone TEXT,
      mobile TEXT,
      website TEXT,
      invoice_line1 TEXT,
      invoice_line2 TEXT,
      invoice_postal_code TEXT,
      invoice_city TEXT,
      invoice_country TEXT CHECK (invoice_country GLOB '[A-Z][A-Z]'),
      visiting_line1 TEXT,
      visiting_line2 TEXT,
      visiting_postal_code TEXT,
      visiting_city TEXT,
      visiting_country TEXT CHECK (visiting_country GLOB '[A-Z][A-Z]'),
      mail_line1 TEXT,
      mail_line2 TEXT,
      mail_postal_code TEXT,
      mail_city TEXT,
      mail_country TEXT CHECK (mail_country GLOB '[A-Z][A-Z]'),
      property_designation TEXT,
      association_number TEXT,
      apartment_number TEXT,
      facilities_disabled INTEGER NOT NULL DEFAULT 0 CHECK (facilities_disabled IN (0, 1)),
      facility_required INTEGER NOT NULL DEFAULT 0 CHECK (facility_required IN (0, 1)),
      cost_center_required INTEGER NOT NULL DEFAULT 0 CHECK (cost_center_required IN (0, 1)),
      always_send_as_invoice INTEGER NOT NULL DEFAULT 0 CHECK (always_send_as_invoice IN (0, 1)),
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
      service_articles TEXT CHECK (service_articles IS NULL OR json_valid(service_articles)),
      work_order_articles TEXT CHECK (work_order_articles IS NULL OR json_valid(work_order_articles)),
      facilities TEXT CHECK (facilities IS NULL OR json_valid(facilities)),
      reference_list TEXT CHECK (reference_list IS NULL OR json_valid(reference_list)),
      documents TEXT CHECK (documents IS NULL OR json_valid(documents)),
      customer_users TEXT CHECK (customer_users IS NULL OR json_valid(customer_users)),
      CHECK (NOT (facilities_disabled AND facility_required))
    ) STRICT;
    INSERT INTO customer_anew SELECT * FROM customer;
    DROP TABLE customer;
    ALTER TABLE customer_anew RENAME TO customer;
    \(numberIndex);
    \(identityIndex);
    \(customerUsers);
    """
}
