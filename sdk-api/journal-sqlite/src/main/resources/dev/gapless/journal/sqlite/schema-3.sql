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

-- Retention: when what had come, so that a time becomes a sequence without an index on time.
CREATE TABLE milestone (
  at INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL
) STRICT;

-- Retention: receipts (cause 0) and items (1 content, 2 keys) that could not go when their time
-- came. A receipt has a row for each item that keeps it; item 0 stands for the receipt itself.
CREATE TABLE kept (
  cause INTEGER NOT NULL,
  id INTEGER NOT NULL,
  item INTEGER NOT NULL,
  again INTEGER NOT NULL,
  PRIMARY KEY (cause, id, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_again ON kept (cause, again);

-- Retention: no event leads to a page of a sweep that is not complete.
INSERT INTO kept (cause, id, item, again) SELECT DISTINCT 0, receipt, 0, 0 FROM held;

-- Retention: the last event of a receipt to which events were added after it was stored.
CREATE TABLE added_later (
  receipt INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL
) STRICT;

-- Retention: whether a receipt is still needed to be read again.
CREATE INDEX event_unread ON event (receipt) WHERE understood = 0;

-- Retention: about when a conversation was last used, as the sequence of an event.
ALTER TABLE conversation ADD COLUMN used INTEGER NOT NULL DEFAULT 0;

UPDATE conversation SET used = (SELECT coalesce(max(sequence), 0) + 1 FROM event);

-- Retention: conversations not used since this sequence are told when they are. Numbers given to
-- rows that were removed again are marks too.
INSERT INTO mark (name, value) VALUES ('used', 0);
