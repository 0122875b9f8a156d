/// The keys of the desk. Pure: a key press becomes the name of a deed, which somebody else does.

/// Every deed that has a key of its own which can be changed: its name, the key if nobody says
/// otherwise, in the order of the list that the help shows.
export const DEEDS = [
  ['take-next', 'n'],
  ['take-selected', 'a'],
  ['next', 'x'],
  ['card', 'c'],
  ['talk', 't'],
  ['drop', 'd'],
  ['hold', 'h'],
  ['mute', 'm'],
  ['lock', 'l'],
  ['hang-up', 'e'],
  ['undo', 'z'],
  ['respond', 'g'],
  ['mark', 'k'],
  ['write', '/'],
  ['help', '?'],
];

/// What keys do at the producer's seat, which airs and ends nothing.
export const OF_PRODUCERS = ['select', 'move', 'next', 'card', 'talk', 'mark', 'help', 'escape', 'leave-field'];

/// Keys that are always the same, by their names in the list.
export const FIXED_KEYS = ['rows', 'arrows', 'take', 'dump', 'space', 'escape'];
/// Those of them that are the producer's.
export const FIXED_KEYS_OF_PRODUCERS = ['rows', 'arrows', 'space', 'close'];

export const DEFAULT_KEYS = Object.freeze({
  on: true,
  of: Object.freeze(Object.fromEntries(DEEDS.map(([deed, key]) => [deed, key]))),
});

/// The keys as they were saved; whatever cannot be read of it is as it was at first.
export function keysFrom(saved) {
  let told;
  try {
    told = JSON.parse(saved ?? '{}');
  } catch {
    return DEFAULT_KEYS;
  }
  const known = DEEDS.filter(([deed]) => isKey(told?.of?.[deed])).map(([deed]) => [deed, told.of[deed]]);
  return { on: told?.on !== false, of: { ...DEFAULT_KEYS.of, ...Object.fromEntries(known) } };
}

/// The keys with another one for a deed. Whoever had that key gets the one that is given up, so that
/// none ever means two things.
export function rekeyed(keys, deed, key) {
  const wanted = key?.toLowerCase();
  if (!isKey(wanted)) return keys;
  const had = Object.keys(keys.of).find((other) => keys.of[other] === wanted);
  const swapped = had ? { [had]: keys.of[deed] } : {};
  return { ...keys, of: { ...keys.of, ...swapped, [deed]: wanted } };
}

/// Digits, arrows and Esc are taken, and a blank cannot be told from pressing a button.
function isKey(key) {
  return typeof key === 'string' && [...key].length === 1 && !/[\s\d]/.test(key);
}

/// How a key stands on a button.
export function keyCap(keys, deed) {
  return keys.on ? keys.of[deed].toUpperCase() : undefined;
}

/// Something was said that must not be heard: that key works wherever the focus is, and is never off.
function isDump(press) {
  return press.ctrlKey && press.shiftKey && !press.altKey && !press.metaKey && !press.repeat && press.key?.toLowerCase() === 'x';
}

const ARROWS = { ArrowUp: -1, ArrowDown: 1 };

/// What a key press asks for: `{deed}`, `{deed, row}` or `{deed, by}`, or null.
///
/// @param press a KeyboardEvent, or as much of one: key, code, shiftKey, ctrlKey, altKey, metaKey, repeat
/// @param focus what the keys belong to: `text` while something is typed, when only Esc means
///   something; `list` in a list that scrolls, to which the arrows belong; else nothing
/// @param keys  as [keysFrom] gives them
export function deedOf(press, focus, keys = DEFAULT_KEYS) {
  if (isDump(press)) return { deed: 'dump' };
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return null;
  if (press.key === 'Escape') return press.repeat ? null : { deed: focus === 'text' ? 'leave-field' : 'escape' };
  if (focus === 'text' || !keys.on) return null;
  if (ARROWS[press.key] && focus !== 'list' && !press.shiftKey) return { deed: 'move', by: ARROWS[press.key] };
  if (press.repeat) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code ?? '');
  if (digit) return { deed: press.shiftKey ? 'take' : 'select', row: Number(digit[1]) };
  const key = press.key?.toLowerCase();
  const deed = Object.keys(keys.of).find((one) => keys.of[one] === key);
  return deed ? { deed } : null;
}

/// To whom the keys belong while this element has the focus, as [deedOf] wants to know it.
export function focusOf(element) {
  if (takesText(element)) return 'text';
  return element?.closest?.('[tabindex="0"].scrolls, [role="tablist"], dialog') ? 'list' : null;
}

/// Whether what has the focus takes text, so that letters belong to it.
export function takesText(element) {
  if (!element) return false;
  if (element.isContentEditable) return true;
  const tag = element.tagName?.toLowerCase();
  const plainInputs = ['checkbox', 'radio', 'button', 'submit', 'range'];
  return (
    tag === 'textarea' ||
    tag === 'select' ||
    (tag === 'input' && !plainInputs.includes(element.type ?? 'text'))
  );
}
