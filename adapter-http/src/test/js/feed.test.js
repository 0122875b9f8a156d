import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { feed } from '../../main/resources/io/partyline/http/dashboard/js/feed.js';
import * as state from '../../main/resources/io/partyline/http/dashboard/js/state.js';

const real = { setTimeout: globalThis.setTimeout, EventSource: globalThis.EventSource };

/// A connection whose events come when the test says so.
class Line {
  static CLOSED = 2;
  static opened = [];

  constructor(address) {
    this.address = address;
    this.listeners = new Map();
    Line.opened.push(this);
  }

  addEventListener(type, listener) {
    this.listeners.set(type, listener);
  }

  close() {
    this.readyState = Line.CLOSED;
  }

  send(type, id, body) {
    this.listeners.get(type)({ type, lastEventId: id, data: JSON.stringify(body) });
  }
}

before(() => {
  globalThis.EventSource = Line;
  globalThis.setTimeout = () => 0;
});

after(() => Object.assign(globalThis, real));

function follow(place) {
  let desk = { ...state.START, place };
  const live = feed(
    { opened() {}, lost() {}, silent() {}, levels() {}, event: (event) => (desk = state.happened(desk, event)) },
    () => state.since(desk),
  );
  live.open();
  return { line: () => Line.opened.at(-1), place: () => state.since(desk), again: live.open };
}

test('the feed is asked for behind a number of a show', () => {
  const reader = follow({ show: 'show-1', seq: 41 });
  assert.equal(reader.line().address, '/api/events?since=41%40show-1');
});

test('a number counts in its own show, and the next show begins again', () => {
  const reader = follow({ show: 'show-1', seq: 41 });
  reader.line().send('show-closed', '42@show-1', { seq: 42, show_id: 'show-1' });
  assert.equal(reader.place(), '42@show-1');
  reader.line().send('show-opened', '1@show-2', { seq: 1, show_id: 'show-2' });
  reader.line().send('call-rang', '2@show-2', { seq: 2, show_id: 'show-2' });
  assert.equal(reader.place(), '2@show-2');
});

test('what comes late for a closed show does not move the place', () => {
  const reader = follow({ show: 'show-2', seq: 2 });
  reader.line().send('summary-written', '2@show-2', { seq: 57, show_id: 'show-1' });
  reader.again();
  assert.equal(reader.line().address, '/api/events?since=2%40show-2');
});

test('after a restart the feed goes on in the show that runs', () => {
  const reader = follow({ show: 'show-1', seq: 41 });
  reader.line().send('restart', '5@show-2', { seq: 5, show_id: 'show-2' });
  reader.line().send('call-rang', '6@show-2', { seq: 6, show_id: 'show-2' });
  reader.again();
  assert.equal(reader.line().address, '/api/events?since=6%40show-2');
});

test('how the voicemail stands comes without a number and moves no place', () => {
  const told = [];
  const reader = feed({ opened() {}, lost() {}, silent() {}, event() {}, mail: (body) => told.push(body) }, () => '41@show-1');
  reader.open();
  Line.opened.at(-1).send('voicemail', '', { on: true, unheard: 1, all: 2, changes: 7 });
  assert.deepEqual(told, [{ on: true, unheard: 1, all: 2, changes: 7 }]);
});
