/// The producer's desk: who waits, their cards, and notes to the host. Who is on the air can be seen here,
/// and not be touched.

import { html } from '../../vendor/preact.js';
import { t } from '../language.js';
import { atTheAir, isAi } from '../picture.js';
import { Notes } from './notes.js';
import { Foreign, Since } from './parts.js';
import { Queue } from './queue.js';
import { Connection, Marking, ShowClock } from './topstrip.js';
import { Voicemail } from './voicemail.js';

export function ProducerStrip({ state, doing }) {
  const { show } = state;
  return html`<header class="strip">
    <div class="vital">
      <div class="title">
        <h1><${Foreign} text=${show?.show_name ?? t('page.title')} /></h1>
        ${show?.started_at && html`<${ShowClock} state=${state} />`}
      </div>
      <span class="seat-name">${t('producer')}</span>
      <span role="status">${linesWords(show)}</span>
      <${Connection} link=${state.link} />
    </div>
    <div class="rest"><div class="ends">
      <button type="button" class="button round" aria-label=${t('strip.keys')} onClick=${() => doing.help()}>?</button>
      ${show && !show.ended_at && html`<${Marking} state=${state} doing=${doing} />`}
    </div></div>
  </header>`;
}

function linesWords(show) {
  if (!show) return '';
  if (show.ended_at) return t('ended');
  return show.lines_open ? t('producer.lines.open') : t('producer.lines.closed');
}

export function ProducerPanels({ state, doing }) {
  return html`<main class="panels producer">
    <div class="column first">
      <section class="panel" aria-labelledby="air-title">
        <h2 id="air-title">${t('producer.air')}</h2>
        <${OnTheAir} state=${state} />
      </section>
      <section class="panel" aria-labelledby="notes-title">
        <h2 id="notes-title">${t('notes')}</h2>
        <${Notes} state=${state} doing=${doing} />
      </section>
      <${Voicemail} state=${state} doing=${doing} />
    </div>
    <div class="column second"><${Queue} state=${state} doing=${doing} /></div>
  </main>`;
}

function OnTheAir({ state }) {
  const calls = atTheAir(state);
  if (calls.length === 0) return html`<p class="nobody">${t('air.nobody')}</p>`;
  return html`<ul class="listed on-the-air">
    ${calls.map((call) => html`<li key=${call.call_sid}>
      ${isAi(call) && html`<span class="badge ai">${t('who.ai')}</span>`}
      <strong><${Foreign} text=${call.name} /></strong>
      ${call.card?.point && html`<${Foreign} text=${call.card.point} />`}
      <${Since} at=${Date.parse(call.since) - state.skewMs} label=${t('producer.air.for')} />
    </li>`)}
  </ul>`;
}
