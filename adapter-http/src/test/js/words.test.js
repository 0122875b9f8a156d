import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as words from '../../main/resources/io/partyline/http/dashboard/js/words.js';

test('times grow from minutes to hours and never go below zero', () => {
  const shown = [-5, 0, 59_999, 61_000, 3_599_000, 3_661_000].map(words.elapsed);
  assert.deepEqual(shown, ['0:00', '0:00', '0:59', '1:01', '59:59', '1:01:01']);
});

test('times are said with their units', () => {
  assert.equal(words.spokenTime(3_661_000), '1 hour 1 minute 1 second');
  assert.equal(words.spokenTime(125_000), '2 minutes 5 seconds');
  assert.equal(words.spokenTime(0), '0 seconds');
});

test('a wait is long from five minutes and too long from ten', () => {
  const waits = [299_999, 300_000, 599_999, 600_000].map(words.patience);
  assert.deepEqual(waits, ['fine', 'long', 'long', 'too-long']);
});

test('a role tells who speaks, even when the name has a colon', () => {
  assert.deepEqual(words.speakerOf('real_caller:Dave: the great'), {
    kind: 'real',
    label: 'Caller',
    name: 'Dave: the great',
  });
  assert.equal(words.speakerOf('ai_caller:Tony', 'Tony').kind, 'ai');
  assert.equal(words.speakerOf('host').name, 'Host');
});

test('a meter begins at -60 dB, ends at full scale and takes no nonsense', () => {
  const parts = [-120, -60, -30, 0, 6, NaN, undefined].map(words.meterPart);
  assert.deepEqual(parts, [0, 0, 0.5, 1, 1, 0, 0]);
});

test('a time of day that is missing or broken is empty', () => {
  assert.equal(words.timeOfDay(null), '');
  assert.equal(words.timeOfDay('never'), '');
});

test('a stranger\'s name is one line without marks that turn it, and is cut between letters', () => {
  assert.equal(words.plain('Dave'), 'Dave');
  assert.equal(words.plain('\u202eevaD\u2066\n\u0000 of\tLeeds'), 'evaD of Leeds');
  assert.equal(words.plain(undefined), '');
  const families = '👨‍👩‍👧'.repeat(60);
  assert.equal(words.plain('e\u0301'.repeat(60), 10), `${'e\u0301'.repeat(9)}…`);
  assert.equal(words.plain('x'.repeat(100_000)).length, 40);
  assert.ok(families.startsWith(words.plain(families).slice(0, 4)));
});

test('a loudness has a tenth and its unit, and silence has none', () => {
  assert.equal(words.lufs(-19.04, 'LUFS'), '−19.0 LUFS');
  assert.equal(words.lufs(6.4, 'LU'), '6.4 LU');
  assert.deepEqual([words.lufs(-120, 'LUFS'), words.lufs(undefined, 'LU'), words.lufs(NaN, 'LU')], [null, null, null]);
});

test('room on a disk is told in the unit that fits', () => {
  assert.deepEqual([0, 999, 1500, 2_345_678, 1.4e9, 3e15].map(words.size), [
    '0 bytes', '999 bytes', '1.5 kB', '2.3 MB', '1.4 GB', '3000 TB',
  ]);
});

test('a harmless text is told as it is, and one with a mark of direction, a double space or too many letters is not', () => {
  assert.equal(words.plain('Dave, from “Leeds”'), 'Dave, from “Leeds”');
  assert.equal(words.plain('Zoë of Århus'), 'Zoë of Århus');
  assert.equal(words.plain('a\u00adb'), 'a b');
  assert.equal(words.plain('a  b'), 'a b');
  assert.equal(words.plain(' a'), 'a');
  assert.equal(words.plain('x'.repeat(41)), `${'x'.repeat(39)}…`);
  assert.equal(words.plain(null), '');
  assert.equal(words.plain(7), '7');
});
