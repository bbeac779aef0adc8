-- Pages of a sweep that is not complete yet: their items count when it is.
CREATE TABLE held (
  connection TEXT NOT NULL,
  source TEXT NOT NULL,
  receipt INTEGER NOT NULL,
  PRIMARY KEY (connection, source, receipt)
) STRICT, WITHOUT ROWID;

-- The first id of a lane's conversation: the one a CRM sees, whichever of its ids a contact came by.
CREATE TABLE lane_name (
  lane INTEGER PRIMARY KEY,
  conversation TEXT NOT NULL
) STRICT;
