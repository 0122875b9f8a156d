import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onceAPicture } from '../../main/resources/io/partyline/http/dashboard/js/frames.js';

/// A page whose pictures come, and whose time passes, when the test says so.
function page() {
  const [frames, clocks] = [[], []];
  let drawn = 0;
  return {
    happens: onceAPicture(() => (drawn += 1), (act) => frames.push(act), (act) => clocks.push(act)),
    picture: () => frames.splice(0).forEach((act) => act()),
    wait: () => clocks.splice(0).forEach((act) => act()),
    drawn: () => drawn,
  };
}

test('whatever happens before a picture is drawn with it, once', () => {
  const desk = page();
  for (let event = 0; event < 20; event++) desk.happens();
  assert.equal(desk.drawn(), 0);
  desk.picture();
  assert.equal(desk.drawn(), 1);
});

test('what happens after a picture is drawn with the next', () => {
  const desk = page();
  desk.happens();
  desk.picture();
  desk.happens();
  desk.picture();
  desk.picture();
  assert.equal(desk.drawn(), 2);
});

test('a page that gets no pictures is drawn a moment later, and not again with the picture', () => {
  const desk = page();
  desk.happens();
  desk.wait();
  assert.equal(desk.drawn(), 1);
  desk.picture();
  assert.equal(desk.drawn(), 1);
  desk.happens();
  desk.picture();
  desk.wait();
  assert.equal(desk.drawn(), 2);
});
