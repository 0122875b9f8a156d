/// What was read again and is as it was. Whatever has not changed stays the same object, so that nobody
/// draws it again.

/// @returns what `now` says, made of as much of `before` as says the same
export function shared(before, now) {
  if (isSame(before, now)) return before;
  if (!alike(before, now)) return now;
  return Array.isArray(now) ? now.map((one, at) => shared(before[at], one)) : fields(before, now);
}

/// The same for a list whose members have a name each, and may stand elsewhere now.
///
/// @param nameOf gives that name
export function sharedList(before, now, nameOf) {
  const known = new Map(before.map((one) => [nameOf(one), one]));
  const next = now.map((one) => shared(known.get(nameOf(one)), one));
  const asBefore = next.length === before.length && next.every((one, at) => one === before[at]);
  return asBefore ? before : next;
}

/// Most of what is read again says the same: to find that out nothing is made.
function isSame(one, other) {
  if (Object.is(one, other)) return true;
  if (!alike(one, other)) return false;
  const names = Object.keys(other);
  return names.length === Object.keys(one).length && names.every((name) => name in one && isSame(one[name], other[name]));
}

function alike(one, other) {
  return isPlain(one) && isPlain(other) && Array.isArray(one) === Array.isArray(other);
}

function fields(before, now) {
  return Object.fromEntries(Object.entries(now).map(([name, value]) => [name, shared(before[name], value)]));
}

function isPlain(value) {
  return typeof value === 'object' && value !== null;
}
