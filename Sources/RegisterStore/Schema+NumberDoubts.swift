extension Schema {
  static let numberDoubts = """
    -- How much is wrong with the organisation and VAT numbers of the record: told by each sync until it is mended.
    ALTER TABLE link ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX link_doubts ON link (system, customer, is_gone) WHERE doubts > 0;
    """
}
