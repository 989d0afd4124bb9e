extension Schema {
  /// The records of a card, and what a register keeps beside its customers.
  ///
  /// A card's lists of records are columns of JSON: they are read, compared, written and taken back like any other field.
  static let wholeCard = """
    ALTER TABLE customer ADD COLUMN service_articles TEXT CHECK (service_articles IS NULL OR json_valid(service_articles));
    ALTER TABLE customer ADD COLUMN work_order_articles TEXT
      CHECK (work_order_articles IS NULL OR json_valid(work_order_articles));
    ALTER TABLE customer ADD COLUMN facilities TEXT CHECK (facilities IS NULL OR json_valid(facilities));
    ALTER TABLE customer ADD COLUMN reference_list TEXT CHECK (reference_list IS NULL OR json_valid(reference_list));
    ALTER TABLE customer ADD COLUMN documents TEXT CHECK (documents IS NULL OR json_valid(documents));
    ALTER TABLE customer ADD COLUMN customer_users TEXT CHECK (customer_users IS NULL OR json_valid(customer_users));

    -- Saved searches: the arguments that a list takes, as JSON.
    CREATE TABLE saved_filter (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      definition TEXT NOT NULL CHECK (json_valid(definition)),
      created_by TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What a register user, or a customer's user, is to be told. One row for each user and run.
    CREATE TABLE notification (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      user TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('assigned', 'unassigned', 'invitation')),
      -- The numbers of the customers concerned.
      customers TEXT NOT NULL CHECK (json_valid(customers)),
      created_at TEXT NOT NULL,
      -- When the configuration's command had been run for it; NULL while it waits.
      delivered_at TEXT,
      cleared_at TEXT,
      UNIQUE (run, user, kind)
    ) STRICT;
    CREATE INDEX notification_user ON notification (user) WHERE cleared_at IS NULL;

    -- What a person said of two customers that look alike; the lower id first.
    CREATE TABLE duplicate_answer (
      first INTEGER NOT NULL,
      second INTEGER NOT NULL CHECK (first < second),
      is_same INTEGER NOT NULL CHECK (is_same IN (0, 1)),
      user TEXT NOT NULL,
      answered_at TEXT NOT NULL,
      PRIMARY KEY (first, second)
    ) STRICT, WITHOUT ROWID;

    -- That somebody's data was removed, when and by whom: no more.
    CREATE TABLE forgotten (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      customer INTEGER NOT NULL,
      user TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    """

  /// Few customers have users of their own: their logins are found without reading the others.
  static let customerUsers =
    "CREATE INDEX customer_with_users ON customer (number, customer_users) WHERE customer_users IS NOT NULL"
}
