import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../../main/resources/io/partyline/http/dashboard/vendor/preact.js';

test('what is drawn again is never the same object, which would hold the page in which it stood first', () => {
  const draw = () => html`<p><span class="dot"></span><b>On air</b></p>`;
  const [before, now] = [draw(), draw()];
  assert.notEqual(before, now);
  assert.deepEqual(before.props.children.map((child) => child.type), ['span', 'b']);
  before.props.children.forEach((child, at) => assert.notEqual(child, now.props.children[at]));
});
