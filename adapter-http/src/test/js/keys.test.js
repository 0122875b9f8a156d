import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEEDS, DEFAULT_KEYS, deedOf, keyCap, keysFrom, rekeyed, takesText } from '../../main/resources/io/partyline/http/dashboard/js/keys.js';

const press = (key, more = {}) => ({ key, code: '', ...more });

test('a digit selects a row, and with Shift puts it on the air on any keyboard layout', () => {
  assert.deepEqual(deedOf(press('3', { code: 'Digit3' }), null), { deed: 'select', row: 3 });
  const shifted = press('§', { code: 'Digit3', shiftKey: true });
  assert.deepEqual(deedOf(shifted, null), { deed: 'take', row: 3 });
});

test('letters mean the same in capitals', () => {
  for (const key of ['n', 'N']) assert.deepEqual(deedOf(press(key), null), { deed: 'take-next' });
});

test('in a text field no key acts but Esc, which leaves the field', () => {
  for (const key of ['n', 'd', 'h', '1', '?']) assert.equal(deedOf(press(key), 'text'), null);
  assert.deepEqual(deedOf(press('Escape'), 'text'), { deed: 'leave-field' });
});

test('keys of the browser and held keys do nothing', () => {
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
    assert.equal(deedOf(press('n', more), null), null);
  }
});

test('letters without a meaning do nothing', () => {
  for (const key of ['q', 'Tab', 'Enter', ' ', 'ArrowLeft']) {
    assert.equal(deedOf(press(key), null), null);
  }
});

test('text fields take text, buttons and check boxes do not', () => {
  assert.ok(takesText({ tagName: 'INPUT', type: 'text' }));
  assert.ok(takesText({ tagName: 'TEXTAREA' }));
  assert.ok(takesText({ tagName: 'DIV', isContentEditable: true }));
  assert.ok(!takesText({ tagName: 'INPUT', type: 'checkbox' }));
  assert.ok(!takesText({ tagName: 'BUTTON' }));
  assert.ok(!takesText(null));
});

test('the arrows select the row beside, but scroll a list that has the focus', () => {
  assert.deepEqual(deedOf(press('ArrowDown'), null), { deed: 'move', by: 1 });
  assert.deepEqual(deedOf(press('ArrowUp', { repeat: true }), null), { deed: 'move', by: -1 });
  assert.equal(deedOf(press('ArrowDown'), 'list'), null);
  assert.equal(deedOf(press('ArrowDown'), 'text'), null);
});

test('hang-up, hold, mute and lock each have a key', () => {
  const deeds = ['e', 'h', 'm', 'l'].map((key) => deedOf(press(key), null).deed);
  assert.deepEqual(deeds, ['hang-up', 'hold', 'mute', 'lock']);
});

test('no two deeds share a key, at first and after any change', () => {
  let keys = DEFAULT_KEYS;
  for (const [deed, key] of [['mute', 'h'], ['undo', 'm'], ['card', '/'], ['drop', 'ß']]) {
    keys = rekeyed(keys, deed, key);
    assert.equal(keys.of[deed], key);
    assert.equal(new Set(Object.values(keys.of)).size, DEEDS.length);
  }
  assert.equal(deedOf(press('h'), null, keys).deed, 'mute');
});

test('digits, blanks, arrows and Esc cannot be given away', () => {
  for (const key of ['1', ' ', 'ArrowUp', 'Escape', 'Shift', '', undefined]) {
    assert.equal(rekeyed(DEFAULT_KEYS, 'mute', key), DEFAULT_KEYS);
  }
});

test('keys that are switched off do nothing, but Esc stops and closes all the same', () => {
  const off = { ...DEFAULT_KEYS, on: false };
  for (const key of ['n', 'd', 'ArrowDown', '?']) assert.equal(deedOf(press(key), null, off), null);
  assert.deepEqual(deedOf(press('Escape'), null, off), { deed: 'escape' });
  assert.equal(keyCap(off, 'mute'), undefined);
});

test('saved keys come back, and what is no keys is as at first', () => {
  const mine = rekeyed(DEFAULT_KEYS, 'mute', 'q');
  assert.deepEqual(keysFrom(JSON.stringify(mine)), mine);
  for (const saved of [null, '', '{', '[]', '7', 'null', '{"of":{"mute":"12"}}', '{"of":7}']) {
    assert.deepEqual(keysFrom(saved), DEFAULT_KEYS);
  }
});

test('the dump works wherever the focus is, and with keys switched off', () => {
  const dump = press('X', { ctrlKey: true, shiftKey: true });
  for (const focus of [null, 'text', 'list']) {
    assert.deepEqual(deedOf(dump, focus, { ...DEFAULT_KEYS, on: false }), { deed: 'dump' });
  }
  assert.equal(deedOf(press('x', { ctrlKey: true }), null), null);
});
