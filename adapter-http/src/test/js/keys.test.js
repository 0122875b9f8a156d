import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deedOf, takesText } from '../../main/resources/io/partyline/http/dashboard/js/keys.js';

const press = (key, more = {}) => ({ key, code: '', ...more });

test('a digit selects a row, and with Shift puts it on the air on any keyboard layout', () => {
  assert.deepEqual(deedOf(press('3', { code: 'Digit3' }), false), { deed: 'select', row: 3 });
  const shifted = press('§', { code: 'Digit3', shiftKey: true });
  assert.deepEqual(deedOf(shifted, false), { deed: 'take', row: 3 });
});

test('letters mean the same in capitals', () => {
  for (const key of ['n', 'N']) assert.deepEqual(deedOf(press(key), false), { deed: 'take-next' });
});

test('in a text field no key acts but Esc, which leaves the field', () => {
  for (const key of ['n', 'd', 'h', '1', '?']) assert.equal(deedOf(press(key), true), null);
  assert.deepEqual(deedOf(press('Escape'), true), { deed: 'leave-field' });
});

test('keys of the browser and held keys do nothing', () => {
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
    assert.equal(deedOf(press('n', more), false), null);
  }
});

test('letters without a meaning do nothing', () => {
  for (const key of ['q', 'Tab', 'Enter', ' ', 'ArrowUp']) {
    assert.equal(deedOf(press(key), false), null);
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
