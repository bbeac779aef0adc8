-- Pages of a sweep that is not complete yet: their items count when it is.
CREATE TABLE held (
  connection TEXT NOT NULL,
  source TEXT NOT NULL,
  receipt INTEGER NOT NULL,
  PRIMARY KEY (connection, source, receipt)
) STRICT, WITHOUT ROWID;
