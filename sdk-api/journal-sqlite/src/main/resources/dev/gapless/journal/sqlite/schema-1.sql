-- Instants are microseconds since 1970-01-01T00:00:00Z.

CREATE TABLE destination (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  since INTEGER NOT NULL
) STRICT;

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  connection TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;

-- key is the canonical ItemKey: its parts before the native id come first, so that ids of one
-- account lie together.
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  sequence INTEGER NOT NULL,
  lane INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  first_revision INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  sequence INTEGER PRIMARY KEY,
  item INTEGER NOT NULL,
  change TEXT NOT NULL,
  receipt INTEGER NOT NULL,
  path TEXT NOT NULL,
  rule TEXT,
  understood INTEGER NOT NULL,
  UNIQUE (item, change)
) STRICT;

-- With the rule, so that counting reads this index alone.
CREATE INDEX event_of_item ON event (item, sequence, rule);

CREATE INDEX event_not_understood ON event (sequence) WHERE understood = 0;

CREATE TABLE conversation (
  scope TEXT NOT NULL,
  id TEXT NOT NULL,
  lane INTEGER NOT NULL,
  PRIMARY KEY (scope, id)
) STRICT, WITHOUT ROWID;

-- A lane that was joined to another. Conversations, items and deliveries keep the number they were
-- stored with, but for waiting deliveries, which stand in the other lane's queue.
CREATE TABLE merged_lane (
  lane INTEGER PRIMARY KEY,
  target INTEGER NOT NULL
) STRICT;

CREATE INDEX merged_lane_target ON merged_lane (target);

-- state: 0 waiting, 1 written, 2 parked, 3 ignored.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  destination INTEGER NOT NULL,
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
  UNIQUE (destination, item)
) STRICT;

CREATE INDEX delivery_queue ON delivery (destination, lane, position) WHERE state = 0;

CREATE INDEX delivery_announced ON delivery (destination)
  WHERE announced > 0 AND uncertain_since IS NULL;

CREATE INDEX delivery_parked ON delivery (destination) WHERE state = 2;

CREATE TABLE lane_due (
  destination INTEGER NOT NULL,
  lane INTEGER NOT NULL,
  due INTEGER NOT NULL,
  PRIMARY KEY (destination, lane)
) STRICT, WITHOUT ROWID;

CREATE INDEX lane_due_order ON lane_due (destination, due, lane);

CREATE TABLE counter (
  destination INTEGER NOT NULL,
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (destination, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
  owner TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, key)
) STRICT, WITHOUT ROWID;

-- The greatest number given so far, of things that have no table of their own.
CREATE TABLE mark (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO mark (name, value) VALUES ('lane', 0);
