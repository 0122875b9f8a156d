/// The calls of this show that have ended, newest first, and the files to take away.

import { html } from '../../vendor/preact.js';
import { t } from '../language.js';
import { elapsed, ending, plain, speakerOf, timeOfDay } from '../words.js';
import { Button, Foreign, closeOnLeave } from './parts.js';

const EXPORTS = [
  'bundle', 'mix', 'txt', 'json', 'vtt', 'srt', 'chapters', 'youtube', 'ffmetadata', 'labels', 'rpp', 'notes', 'log',
  'events',
];

/// As much of a topic as stands in a sentence of ours.
const LONG = 300;

export function History({ state, doing }) {
  return html`<section class="panel history" aria-labelledby="history-title">
    <h2 id="history-title">
      ${t('history')} <span class="count">${state.history.length}</span>
      <details class="exports menu" onFocusOut=${closeOnLeave}>
        <summary>${t('export')}</summary>
        <${Exports} />
      </details>
    </h2>
    <${Pasts} calls=${state.history} doing=${doing} />
  </section>`;
}

export function Pasts({ calls, doing }) {
  if (calls.length === 0) return html`<p class="nobody">${t('history.nobody')}</p>`;
  return html`<ul class="past scrolls">
    ${[...calls].reverse().map((call) => html`<${Past} key=${call.call_sid} call=${call} doing=${doing} />`)}
  </ul>`;
}

/// @param of the address that exports are asked for
export function Exports({ of = '/api/session/export' }) {
  return html`<ul class="export-list">
    ${EXPORTS.map(
      (format) =>
        html`<li key=${format}><a href=${`${of}?format=${format}`} download>${t(`export.${format}`)}</a></li>`,
    )}
  </ul>`;
}

function Past({ call, doing }) {
  const ai = call.caller_type === 'ai';
  const visits = (call.visits ?? []).length;
  const onAir = [elapsed(1000 * call.air_time), visits > 1 && t('count.visits', visits)].filter(Boolean);
  return html`<li>
    <details>
      <summary>
        <span class=${`badge ${ai ? 'ai' : 'real'}`}>${ai ? t('who.ai') : t('who.caller')}</span>
        <strong><${Foreign} text=${call.caller_name} /></strong>
        <span class="when">${[timeOfDay(call.aired_at ?? call.rang_at), ...(visits > 0 ? onAir : [])].join(' · ')}</span>
        <span class="summary"><${Summary} call=${call} /></span>
      </summary>
      <p class="end" dir="auto">${[call.topic && t('history.topic', plain(call.topic, LONG)), call.mood && t('history.mood', plain(call.mood, LONG)), t('history.ended', ending(call.ended_by))].filter(Boolean).join(' · ')}</p>
      ${visits > 0 &&
      html`<p class="clips">
        ${call.visits.map(
          (_, index) =>
            html`<${Button} key=${index} label=${visits > 1 ? t('history.clip.one', index + 1) : t('history.clip')} tone="quiet" title=${t('rec.clip.hint')} onPress=${() => doing.clipVisit(call, index + 1)} />`,
        )}
      </p>`}
      ${(call.highlights ?? []).length > 0 &&
      html`<ul class="highlights" aria-label=${t('history.highlights')}>
        ${call.highlights.map((one) => html`<li key=${one.at_ms}><b>${elapsed(one.at_ms)}</b> <bdi>${one.what}</bdi></li>`)}
      </ul>`}
      <ol class="transcript">
        ${(call.transcript ?? []).length === 0 && html`<li>${t('history.unheard')}</li>`}
        ${(call.transcript ?? []).map(
          (line, index) =>
            html`<li key=${index}><strong><${Foreign} text=${speakerOf(line.role, line.name).name} /></strong> <bdi>${line.content}</bdi></li>`,
        )}
      </ol>
    </details>
  </li>`;
}

function Summary({ call }) {
  if (call.summary_status === 'pending') return html`<em class="pending">${t('history.summary.pending')}</em>`;
  return html`<bdi>${call.summary ?? t('history.summary.none')}</bdi>${call.summary_status === 'fallback' &&
  html` <em class="fallback" title=${t('history.summary.rules.hint')}>${t('history.summary.rules')}</em>`}`;
}
