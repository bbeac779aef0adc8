-- Fewer trees to put a contact into (decision 19), and who goes first (decision 21).

-- A delivery's id is made of its item and its destination, so the table itself is the index by them.
-- rank: 0 live, 1 history, 2 status. share: whose turn a lane takes, of the table below; 0 for what
-- waited before there were shares.
CREATE TABLE delivery_of_item (
  id INTEGER PRIMARY KEY CHECK (id = item * 1024 + destination),
  destination INTEGER NOT NULL CHECK (destination BETWEEN 1 AND 1023),
  item INTEGER NOT NULL,
  lane INTEGER NOT NULL,
  position INTEGER NOT NULL,
  state INTEGER NOT NULL,
  due INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  written INTEGER NOT NULL,
  announced INTEGER NOT NULL,
  announced_at INTEGER,
  uncertain_since INTEGER,
  last_tried INTEGER,
  refs TEXT NOT NULL,
  reason TEXT,
  rank INTEGER NOT NULL DEFAULT 0,
  share INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO delivery_of_item (id, destination, item, lane, position, state, due, attempts, written,
  announced, announced_at, uncertain_since, last_tried, refs, reason)
SELECT item * 1024 + destination, destination, item, lane, position, state, due, attempts, written,
  announced, announced_at, uncertain_since, last_tried, refs, reason
FROM delivery ORDER BY item, destination;

DROP TABLE delivery;

ALTER TABLE delivery_of_item RENAME TO delivery;

-- With the rank, so that how urgent a lane is is read from this index alone.
CREATE INDEX delivery_queue ON delivery (destination, lane, position, rank) WHERE state = 0;

CREATE INDEX delivery_announced ON delivery (destination)
  WHERE announced > 0 AND uncertain_since IS NULL;

CREATE INDEX delivery_parked ON delivery (destination) WHERE state = 2;

-- The events of an item are few, and found by UNIQUE (item, change).
DROP INDEX event_of_item;

CREATE TABLE share (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

ALTER TABLE lane_due ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lane_due ADD COLUMN share INTEGER NOT NULL DEFAULT 0;

DROP INDEX lane_due_order;

CREATE INDEX lane_due_turn ON lane_due (destination, rank, share, due, lane);
