/// Who waits, in which order, and who is next.

import { html, useEffect, useRef } from '../../vendor/preact.js';
import { arriving, flags, goneAt, nextUp, standing } from '../picture.js';
import { elapsed, patience, spokenTime } from '../words.js';
import { CardForm } from './cardform.js';
import { Button, Icon, Until, useNow } from './parts.js';

const STANDINGS = {
  ringing: ['bell', 'Ringing'],
  screening: ['headset', 'Screening'],
  asked: ['headset', 'Being asked'],
  held: ['hold', 'Held'],
  ready: ['check', 'Ready'],
  next: ['check', 'Next'],
  taking: ['phone', 'Going on air'],
  reconnecting: ['away', 'Reconnecting'],
  leaving: ['away', 'Leaving'],
};

export function Queue({ state, doing }) {
  return html`<section class="panel queue" aria-labelledby="queue-title">
    <h2 id="queue-title">Queue <span class="count">${state.queue.length}</span></h2>
    <${NextCard} up=${nextUp(state)} doing=${doing} />
    ${state.queue.length === 0 && arriving(state).length === 0 && html`<p class="nobody">${empty(state.show)}</p>`}
    <ol class="rows scrolls">
      ${state.queue.map(
        (entry, index) =>
          html`<${Row} key=${entry.call_sid} entry=${entry} row=${index + 1} state=${state} doing=${doing} />`,
      )}
      ${arriving(state).map((call) => html`<${Arriving} key=${call.call_sid} call=${call} />`)}
    </ol>
  </section>`;
}

function Arriving({ call }) {
  return html`<li class="row arriving">
    <span class="tag ringing"><${Icon} name="bell" />Ringing</span>
    <p class="name">${call.name}</p>
    <span class="phone">${call.phone}</span>
  </li>`;
}

function empty(show) {
  return show?.lines_open === false
    ? 'Nobody is waiting: the lines are closed.'
    : 'Nobody is waiting. New callers appear here.';
}

function NextCard({ up, doing }) {
  if (!up) return null;
  return html`<div class="next-card">
    <p class="label">Next · ${up.why}</p>
    <p class="name">${up.entry.name}</p>
    <${Button} icon="air" label="Take next" hint="N" tone="go big" onPress=${doing.takeNext} />
  </div>`;
}

function Row({ entry, row, state, doing }) {
  const stands = standing(entry);
  const selected = state.selected.queue === entry.call_sid;
  const [icon, words] = STANDINGS[stands];
  const box = useRef(null);
  useEffect(() => {
    if (selected) box.current.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return html`<li
    ref=${box}
    class=${`row ${stands} ${selected ? 'selected' : ''}`}
    aria-current=${selected ? 'true' : undefined}
    onClick=${() => doing.select('queue', entry.call_sid)}
  >
    <span class="position" title=${row < 10 ? `Key ${row}` : undefined}>${entry.position ?? row}</span>
    <div class="person">
      <p class="name">${entry.name}${entry.vip && html` <span class="badge vip">VIP</span>`}${entry.locked && html` <${Icon} name="lock" />`}</p>
      <${Flags} entry=${entry} />
      <p class="about">${about(entry)}</p>
      ${entry.returning && html`<p class="returning">${returning(entry.returning)}</p>`}
      ${entry.notes && html`<p class="notes">Notes: ${entry.notes}</p>`}
    </div>
    <${Wait} since=${entry.waitingSince} phone=${entry.phone} />
    <div class="acts">
      <span class=${`tag ${stands}`}><${Icon} name=${icon} />${words}</span>
      ${stands === 'leaving' ? html`<${Leaving} ...${{ entry, state, doing }} />` : html`<${Acts} ...${{ entry, stands, doing, editing: state.editing === entry.call_sid }} />`}
    </div>
    ${state.editing === entry.call_sid && html`<${CardForm} entry=${entry} doing=${doing} />`}
  </li>`;
}

/// What a person has to look at before the caller is on the air.
function Flags({ entry }) {
  const words = flags(entry);
  if (words.length === 0) return null;
  return html`<p class="flags" role="note"><${Icon} name="flag" />${words.join(' · ')}</p>`;
}

/// One sentence, as a screener would hand it over: place, what they will say, mood.
function about(entry) {
  const before = entry.visits > 0 && 'has been on the air';
  const said = [entry.place, entry.topic, entry.mood, before].filter(Boolean).join(' · ');
  return said || SCREENINGS[entry.screening_status] || '';
}

/// How often they have called, and what about the last time.
function returning({ calls, topic, last_call_at: at }) {
  const often = calls === 0 ? 'Known' : calls === 1 ? 'Called once before' : `Called ${calls} times before`;
  const day = at && new Date(at).toLocaleDateString();
  return [`★ ${often}`, day && `last on ${day}`, topic && `about ${topic}`].filter(Boolean).join(', ');
}

const SCREENINGS = {
  asking: 'Telling the screener what it is about…',
  declined: 'Does not want to talk to a machine.',
  failed: 'Could not be screened.',
};

function Wait({ since, phone }) {
  const ms = useNow() - since;
  const mood = patience(ms);
  const words = { fine: 'Waiting', long: 'Waiting long', 'too-long': 'Waiting too long' }[mood];
  return html`<p class="waits">
    <time class=${`wait ${mood}`} title=${words} aria-label=${`${words}, ${spokenTime(ms)}`}>
      ${mood === 'too-long' && html`<b aria-hidden="true">!</b>`}${elapsed(ms)}
    </time>
    <span class="phone">${phone}</span>
  </p>`;
}

function Acts({ entry, stands, editing, doing }) {
  const { call_sid: sid, name } = entry;
  const chosen = stands === 'next';
  const here = !['taking', 'reconnecting', 'ringing'].includes(stands);
  return html`
    ${here && html`<${Button} icon="air" label="Take" tone="go" say=${`Take ${name}`} onPress=${() => doing.take(sid)} />`}
    ${here &&
    html`<${Button}
      label="Next"
      aria-pressed=${chosen ? 'true' : 'false'}
      say=${`Next: ${name}`}
      onPress=${() => doing.next(entry)}
    />`}
    <${Button}
      label="Card"
      aria-expanded=${editing ? 'true' : 'false'}
      say=${`Card of ${name}`}
      onPress=${() => doing.edit(editing ? null : sid)}
    />
    <${Button} icon="end" label="Drop" tone="outlined away" say=${`Drop ${name}`} onPress=${() => doing.drop(sid)} />
  `;
}

function Leaving({ entry, state, doing }) {
  return html`
    <span class="leaving-words">Gone <${Until} at=${goneAt(state, entry)} /></span>
    <${Button} icon="undo" label="Undo" hint="Z" tone="away" say=${`Undo: keep ${entry.name}`} onPress=${() => doing.undo(entry.call_sid)} />
  `;
}
