extension Schema {
  static let reportsInSwedish = """
    -- The report with its sentences in Swedish. Null where none differs, and in runs that were kept before there was any.
    ALTER TABLE run ADD COLUMN swedish_report TEXT CHECK (swedish_report IS NULL OR json_valid(swedish_report));
    """
}
