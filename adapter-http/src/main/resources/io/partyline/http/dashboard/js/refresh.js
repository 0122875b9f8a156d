/// Reads parts of the show again, soon and never twice at once.
///
/// The first wish is answered at once, and all that come within a moment by one reading after it. A wish
/// that comes while its part is being read is answered by another reading afterwards, so an old answer
/// never replaces a newer one.

const MOMENT_MS = 50;
/// What belongs together comes together.
const AT_ONCE_MS = 4;
/// What is on the page already can wait so long.
const LATER_MS = 300;

/// @param fetchPart reads one part: `async (part) => void`; failures are its own affair
/// @param later     `setTimeout`, or a stand-in for tests
/// @param now       milliseconds from any beginning
export function refresher(fetchPart, later = setTimeout, now = () => performance.now()) {
  const wanted = new Set();
  const reading = new Set();
  const postponed = new Set();
  let waiting = false;
  let free = 0;

  function want(parts) {
    parts.forEach((part) => wanted.add(part));
    soon();
  }

  /// Reads the parts again when there is time: the page shows already what has changed in them.
  function wantLater(parts) {
    if (postponed.size === 0 && parts.length > 0) later(wantPostponed, LATER_MS);
    parts.forEach((part) => postponed.add(part));
  }

  function wantPostponed() {
    const parts = [...postponed];
    postponed.clear();
    want(parts);
  }

  function soon() {
    if (waiting || wanted.size === 0) return;
    waiting = true;
    later(begin, Math.max(AT_ONCE_MS, free - now()));
  }

  function begin() {
    waiting = false;
    free = now() + MOMENT_MS;
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

  return { want, wantLater };
}
