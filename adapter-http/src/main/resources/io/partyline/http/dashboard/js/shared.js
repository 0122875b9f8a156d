/// What was read again and is as it was. Whatever has not changed stays the same object, so that nobody
/// draws it again.

/// @returns what `now` says, made of as much of `before` as says the same
export function shared(before, now) {
  if (before === now || !isPlain(before) || !isPlain(now) || Array.isArray(before) !== Array.isArray(now)) {
    return now;
  }
  const next = Array.isArray(now) ? now.map((one, at) => shared(before[at], one)) : fields(before, now);
  const names = Object.keys(next);
  const asBefore = names.length === Object.keys(before).length && names.every((name) => Object.is(next[name], before[name]));
  return asBefore ? before : next;
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

function fields(before, now) {
  return Object.fromEntries(Object.entries(now).map(([name, value]) => [name, shared(before[name], value)]));
}

function isPlain(value) {
  return typeof value === 'object' && value !== null;
}
