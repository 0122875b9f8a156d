/// Reads parts of the show again, soon and never twice at once.
///
/// Wishes within a moment are answered by one reading. A wish that comes while its part is being read is
/// answered by another reading afterwards, so an old answer never replaces a newer one.

const MOMENT_MS = 50;

/// @param fetchPart reads one part: `async (part) => void`; failures are its own affair
/// @param later     `setTimeout`, or a stand-in for tests
export function refresher(fetchPart, later = setTimeout) {
  const wanted = new Set();
  const reading = new Set();
  let waiting = false;

  function want(parts) {
    parts.forEach((part) => wanted.add(part));
    soon();
  }

  function soon() {
    if (waiting || wanted.size === 0) return;
    waiting = true;
    later(begin, MOMENT_MS);
  }

  function begin() {
    waiting = false;
    for (const part of [...wanted].filter((one) => !reading.has(one))) {
      wanted.delete(part);
      reading.add(part);
      fetchPart(part).finally(() => done(part));
    }
  }

  function done(part) {
    reading.delete(part);
    if (wanted.has(part)) soon();
  }

  return { want };
}
