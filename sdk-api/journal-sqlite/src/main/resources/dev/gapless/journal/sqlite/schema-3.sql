-- Who goes first. rank: 0 live, 1 history, 2 status. share: whose turn a lane takes, of the table
-- below; 0 for what waited before there were shares.
CREATE TABLE share (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

ALTER TABLE delivery ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN share INTEGER NOT NULL DEFAULT 0;

-- With the rank, so that how urgent a lane is is read from this index alone.
DROP INDEX delivery_queue;
CREATE INDEX delivery_queue ON delivery (destination, lane, position, rank) WHERE state = 0;

ALTER TABLE lane_due ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lane_due ADD COLUMN share INTEGER NOT NULL DEFAULT 0;

DROP INDEX lane_due_order;
CREATE INDEX lane_due_turn ON lane_due (destination, rank, share, due, lane);
