/// Who comes back: real callers who are known, and AI callers who have become regulars.

import { html, useState } from '../../vendor/preact.js';
import { t } from '../language.js';
import { plain } from '../words.js';
import { Button, Foreign } from './parts.js';

export function People({ state, doing }) {
  const { regulars } = state;
  return html`<details class="people">
    <summary>${t('people')} <span class="count">${regulars.length}</span></summary>
    <${Make} state=${state} doing=${doing} />
    <ul>
      ${regulars.length === 0 && html`<li>${t('people.nobody')}</li>`}
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
      <span class="for-ears">${t('people.ai')}</span>
      <select value=${key} onChange=${(event) => choose(event.target.value)}>
        <option value="">${t('people.choose')}</option>
        ${strangers.map((one) => html`<option key=${one.key} value=${one.key}>${one.name}</option>`)}
      </select>
    </label>
    <${Button} label=${t('people.make')} wait=${key === ''} onPress=${() => doing.makeRegular(key).then(() => choose(''))} />
  </p>`;
}

function Person({ one, doing }) {
  const [sure, ask] = useState(false);
  const ai = one.kind === 'ai';
  const verb = ai ? 'people.unmake' : 'people.forget';
  const name = plain(one.name);
  return html`<li>
    <span class=${`badge ${ai ? 'ai' : 'real'}`}>${ai ? t('who.ai') : t('who.caller')}</span>
    <strong><${Foreign} text=${one.name || t('who.nameless')} /></strong>${one.vip && html` <span class="badge vip">${t('who.vip')}</span>`}${one.banned && html` <span class="badge banned">${t('who.banned')}</span>`}
    <span class="about"><${Foreign} text=${about(one)} /></span>
    ${sure
      ? html`<${Button} label=${t(`${verb}.sure`)} tone="outlined" say=${t(`${verb}.sure.say`, name)} onPress=${() => doing.forget(one)} />
          <${Button} label=${t('page.keep')} onPress=${() => ask(false)} />`
      : html`<${Button} label=${t(verb)} tone="quiet" say=${t(`${verb}.say`, name)} onPress=${() => ask(true)} />`}
  </li>`;
}

function about({ calls, last_calls: last }) {
  const topic = last[0]?.topic;
  return [t('count.calls', calls), topic && t('people.last', topic)].filter(Boolean).join(', ');
}
