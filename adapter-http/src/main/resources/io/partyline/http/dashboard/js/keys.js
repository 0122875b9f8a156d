/// The keys of the desk. Pure: a key press becomes the name of a deed, which somebody else does.

/// The list that the help shows, in its order.
export const KEY_MAP = [
  ['1 – 9', 'Select that row of the queue'],
  ['Shift + 1 – 9', 'Put that row on the air'],
  ['N', 'Take the next caller'],
  ['X', 'Make the selected row the next caller'],
  ['H', 'Hold: back to the queue'],
  ['M', 'Mute or unmute'],
  ['L', 'Lock or unlock'],
  ['C', 'Open or close the card of the selected row'],
  ['D', 'Drop the selected row'],
  ['Z', 'Undo the drop, within 5 seconds'],
  ['G', 'Give the AI caller the floor'],
  ['Esc', 'Stop AI speech now'],
  ['Space, held', 'In your seat: cough unheard, or with push to talk talk'],
  ['/', 'Write to the AI callers'],
  ['?', 'Show or hide this list'],
];

const LETTERS = {
  n: 'take-next',
  x: 'next',
  h: 'hold',
  m: 'mute',
  l: 'lock',
  c: 'card',
  d: 'drop',
  z: 'undo',
  g: 'respond',
  '/': 'write',
  '?': 'help',
};

/// What a key press asks for: `{deed}` or `{deed, row}`, or null.
///
/// @param press   a KeyboardEvent, or as much of one: key, code, shiftKey, ctrlKey, altKey, metaKey, repeat
/// @param writing whether a text field has the focus; then only Esc means something
export function deedOf(press, writing) {
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat) return null;
  if (writing) return press.key === 'Escape' ? { deed: 'leave-field' } : null;
  if (press.key === 'Escape') return { deed: 'escape' };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code ?? '');
  if (digit) return { deed: press.shiftKey ? 'take' : 'select', row: Number(digit[1]) };
  const deed = LETTERS[press.key?.toLowerCase()];
  return deed ? { deed } : null;
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
