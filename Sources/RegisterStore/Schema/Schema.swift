import GRDB

/// The steps from an empty file to the present schema. A step that was ever released is never edited: a change is a new
/// step, so that every register can be brought up to date.
enum Schema {
  private static let steps = [
    ("1 register", register), ("2 accounting systems", sync), ("3 whole card", wholeCard),
    ("4 customer users", customerUsers), ("5 merges", merges),
    ("6 reserved numbers", reservedNumbers), (foreignIdentitiesStep, foreignIdentities),
    ("8 run problems", runProblems), ("9 sync findings", syncFindings),
    ("10 comparable identity numbers", comparableIdentities),
    ("11 comparable identity numbers in a column", comparableIdentityColumn),
    ("12 cut sweeps", sweeps), ("13 change events", events),
    ("14 rejects files", rejectsFiles), ("15 undos of one customer", partialUndos),
    ("16 renumberings by number", renumberings), ("17 told records that are not there", missedRecords),
    ("18 rests of syncs", syncRest), ("19 problems in Swedish", problemsInSwedish),
    ("20 syncs in Swedish", syncsInSwedish), ("21 reports in Swedish", reportsInSwedish),
    ("22 passwords", passwords),
  ]
  /// A step that makes a table anew.
  private static let foreignIdentitiesStep = "7 identity numbers of other countries"

  /// How many steps there are.
  static var stepCount: Int { steps.count }

  /// Brings a register up to a step, counted from 1.
  static func migrator(upTo step: Int) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (name, sql) in steps.prefix(step) {
      // A step that only adds tables breaks no reference, so that the check of every reference in a large register is
      // not worth its time. A step that rebuilds a table must ask for it.
      let check: DatabaseMigrator.ForeignKeyChecks = name == foreignIdentitiesStep ? .deferred : .immediate
      migrator.registerMigration(name, foreignKeyChecks: check) { db in try db.execute(sql: sql) }
    }
    return migrator
  }

  /// The unique index over customer numbers. Named, since loading an empty register builds it last.
  static let numberIndex = "CREATE UNIQUE INDEX customer_number ON customer (number)"
  /// The index that matching by identity uses.
  static let identityIndex =
    "CREATE INDEX customer_identity ON customer (identity_number) WHERE identity_number IS NOT NULL"

  /// The constraints repeat what the rules already checked: they are the last line of defence.
  private static let register = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO meta VALUES ('register', lower(hex(randomblob(16)))), ('nextCustomer', 1);

    CREATE TABLE setting (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE run (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('import', 'apply', 'undo', 'edit', 'pull')),
      source TEXT NOT NULL,
      mapping TEXT,
      user TEXT NOT NULL,
      started_at TEXT NOT NULL,
      seconds REAL,
      reverts INTEGER REFERENCES run (id),
      first_customer INTEGER,
      last_customer INTEGER,
      rows INTEGER NOT NULL DEFAULT 0,
      created INTEGER NOT NULL DEFAULT 0,
      updated INTEGER NOT NULL DEFAULT 0,
      unchanged INTEGER NOT NULL DEFAULT 0,
      reactivated INTEGER NOT NULL DEFAULT 0,
      inactivated INTEGER NOT NULL DEFAULT 0,
      deleted INTEGER NOT NULL DEFAULT 0,
      rejected INTEGER NOT NULL DEFAULT 0,
      warnings INTEGER NOT NULL DEFAULT 0,
      rejects TEXT,
      report TEXT CHECK (report IS NULL OR json_valid(report))
    ) STRICT;

    CREATE TABLE cost_center (
      name TEXT PRIMARY KEY CHECK (name <> ''), created_run INTEGER REFERENCES run (id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE discount_letter (
      name TEXT PRIMARY KEY CHECK (name <> ''), created_run INTEGER REFERENCES run (id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tag (
      name TEXT PRIMARY KEY CHECK (name <> ''), created_run INTEGER REFERENCES run (id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE subgroup (
      name TEXT PRIMARY KEY CHECK (name <> ''), created_run INTEGER REFERENCES run (id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE user (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      created_run INTEGER REFERENCES run (id),
      -- A registered user may act; others are only names that customers are assigned to.
      registered INTEGER NOT NULL DEFAULT 0 CHECK (registered IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE permission (
      user TEXT NOT NULL REFERENCES user (name) ON DELETE CASCADE,
      permission TEXT NOT NULL,
      PRIMARY KEY (user, permission)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE customer (
      id INTEGER PRIMARY KEY,
      revision INTEGER NOT NULL DEFAULT 1,
      created_run INTEGER NOT NULL REFERENCES run (id),
      updated_run INTEGER NOT NULL REFERENCES run (id),
      number TEXT NOT NULL CHECK (number <> '' AND number NOT GLOB '*[^-+/_0-9A-Za-zÀ-ÖØ-öø-ÿ]*'),
      name TEXT NOT NULL CHECK (name <> ''),
      type TEXT NOT NULL CHECK (type IN ('company', 'private')),
      identity_number TEXT CHECK (
        identity_number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]' AND type = 'company'
        OR identity_number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
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
      CHECK (NOT (facilities_disabled AND facility_required))
    ) STRICT;
    \(numberIndex);
    \(identityIndex);

    CREATE TABLE contact_person (
      customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 0),
      name TEXT,
      email TEXT,
      phone TEXT,
      mobile TEXT,
      send_service_protocol INTEGER NOT NULL DEFAULT 0 CHECK (send_service_protocol IN (0, 1)),
      send_work_order INTEGER NOT NULL DEFAULT 0 CHECK (send_work_order IN (0, 1)),
      main_contact INTEGER NOT NULL DEFAULT 0 CHECK (main_contact IN (0, 1)),
      PRIMARY KEY (customer, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE customer_discount_letter (
      customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      name TEXT NOT NULL REFERENCES discount_letter (name) ON UPDATE CASCADE,
      PRIMARY KEY (customer, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE customer_tag (
      customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      name TEXT NOT NULL REFERENCES tag (name) ON UPDATE CASCADE,
      PRIMARY KEY (customer, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE customer_subgroup (
      customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      name TEXT NOT NULL REFERENCES subgroup (name) ON UPDATE CASCADE,
      PRIMARY KEY (customer, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE customer_assigned (
      customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      name TEXT NOT NULL REFERENCES user (name) ON UPDATE CASCADE,
      PRIMARY KEY (customer, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE co_applicant (
      customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      name TEXT NOT NULL CHECK (
        name GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
      PRIMARY KEY (customer, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE custom_field (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'boolean', 'choice')),
      choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
      removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
      created_run INTEGER REFERENCES run (id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE custom_value (
      customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      field TEXT NOT NULL REFERENCES custom_field (name) ON UPDATE CASCADE,
      value TEXT NOT NULL CHECK (value <> ''),
      PRIMARY KEY (customer, field)
    ) STRICT, WITHOUT ROWID;

    -- One row a changed field; a creation or deletion is one row with the field '*' and the whole card as JSON. The
    -- creation of a customer that still exists has none: its values follow from the card and the later changes.
    CREATE TABLE change (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      customer INTEGER NOT NULL,
      number TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action IN ('create', 'update', 'reactivate', 'inactivate', 'delete')),
      field TEXT NOT NULL,
      old TEXT,
      new TEXT
    ) STRICT;
    CREATE INDEX change_customer ON change (customer, run);
    CREATE INDEX change_number ON change (number) WHERE action = 'delete';
    CREATE INDEX change_run ON change (run);

    -- Numbers of deleted customers: never generated again.
    CREATE TABLE retired_number (number TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

    -- Which row of which kind of source was last taken for a customer: an equal row changes nothing.
    CREATE TABLE digest_source (
      id INTEGER PRIMARY KEY,
      fingerprint BLOB NOT NULL UNIQUE,
      last_run INTEGER NOT NULL REFERENCES run (id),
      -- 1 when a digest tells whose a row is that has no number of its own: that stays true when the customer changes.
      identifies INTEGER NOT NULL DEFAULT 0 CHECK (identifies IN (0, 1))
    ) STRICT;
    CREATE TABLE row_digest (
      customer INTEGER NOT NULL,
      source INTEGER NOT NULL,
      high INTEGER NOT NULL,
      low INTEGER NOT NULL,
      PRIMARY KEY (customer, source)
    ) STRICT, WITHOUT ROWID;
    """
}
