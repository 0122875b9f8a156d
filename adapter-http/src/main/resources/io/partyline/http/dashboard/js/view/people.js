/// Who comes back: real callers who are known, and AI callers who have become regulars.

import { html, useState } from '../../vendor/preact.js';
import { plain } from '../words.js';
import { Button, Foreign } from './parts.js';

export function People({ state, doing }) {
  const { regulars } = state;
  return html`<details class="people">
    <summary>Who comes back <span class="count">${regulars.length}</span></summary>
    <${Make} state=${state} doing=${doing} />
    <ul>
      ${regulars.length === 0 && html`<li>Nobody yet.</li>`}
      ${regulars.map((one) => html`<${Person} key=${one.id} one=${one} doing=${doing} />`)}
    </ul>
  </details>`;
}

/// Whoever of tonight's cast is no regular can be made one.
function Make({ state, doing }) {
  const known = new Set(state.regulars.map((one) => one.name));
  const strangers = state.callers.filter((one) => !known.has(one.name));
  const [key, choose] = useState('');
  if (strangers.length === 0) return null;
  return html`<p class="make">
    <label>
      <span class="for-ears">AI caller</span>
      <select value=${key} onChange=${(event) => choose(event.target.value)}>
        <option value="">An AI caller…</option>
        ${strangers.map((one) => html`<option key=${one.key} value=${one.key}>${one.name}</option>`)}
      </select>
    </label>
    <${Button} label="Make a regular" wait=${key === ''} onPress=${() => doing.makeRegular(key).then(() => choose(''))} />
  </p>`;
}

function Person({ one, doing }) {
  const [sure, ask] = useState(false);
  const ai = one.kind === 'ai';
  const verb = ai ? 'Unmake' : 'Forget';
  return html`<li>
    <span class=${`badge ${ai ? 'ai' : 'real'}`}>${ai ? 'AI' : 'Caller'}</span>
    <strong><${Foreign} text=${one.name || 'No name'} /></strong>${one.vip && html` <span class="badge vip">VIP</span>`}${one.banned && html` <span class="badge">Banned</span>`}
    <span class="about"><${Foreign} text=${about(one)} /></span>
    ${sure
      ? html`<${Button} label=${`${verb} for good`} tone="outlined" say=${`${verb} ${plain(one.name)} for good`} onPress=${() => doing.forget(one)} />
          <${Button} label="Keep" onPress=${() => ask(false)} />`
      : html`<${Button} label=${verb} tone="quiet" say=${`${verb} ${plain(one.name)}`} onPress=${() => ask(true)} />`}
  </li>`;
}

function about({ calls, last_calls: last }) {
  const topic = last[0]?.topic;
  return [`${calls} ${calls === 1 ? 'call' : 'calls'}`, topic && `last about ${topic}`].filter(Boolean).join(', ');
}
