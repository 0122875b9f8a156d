/// The calls of this show that have ended, newest first, and the files to take away.

import { html } from '../../vendor/preact.js';
import { elapsed, ending, plural, speakerOf, timeOfDay } from '../words.js';
import { Button, Foreign, closeOnLeave } from './parts.js';

const EXPORTS = [
  ['bundle', 'Everything (zip)'],
  ['mix', 'Mix for a podcast (WAV)'],
  ['txt', 'Text'],
  ['json', 'JSON'],
  ['vtt', 'WebVTT'],
  ['srt', 'SRT'],
  ['chapters', 'Chapters'],
  ['youtube', 'Chapters for YouTube'],
  ['ffmetadata', 'Chapters for ffmpeg'],
  ['labels', 'Audacity labels'],
  ['rpp', 'Reaper'],
  ['notes', 'Notes'],
  ['log', 'As-run log'],
  ['events', 'Every event'],
];

export function History({ state, doing }) {
  return html`<section class="panel history" aria-labelledby="history-title">
    <h2 id="history-title">
      Earlier calls <span class="count">${state.history.length}</span>
      <details class="exports menu" onFocusOut=${closeOnLeave}>
        <summary>Export</summary>
        <${Exports} />
      </details>
    </h2>
    <${Pasts} calls=${state.history} doing=${doing} />
  </section>`;
}

export function Pasts({ calls, doing }) {
  if (calls.length === 0) return html`<p class="nobody">No call has ended yet.</p>`;
  return html`<ul class="past scrolls">
    ${[...calls].reverse().map((call) => html`<${Past} key=${call.call_sid} call=${call} doing=${doing} />`)}
  </ul>`;
}

/// @param of the address that exports are asked for
export function Exports({ of = '/api/session/export' }) {
  return html`<ul class="export-list">
    ${EXPORTS.map(
      ([format, label]) =>
        html`<li key=${format}><a href=${`${of}?format=${format}`} download>${label}</a></li>`,
    )}
  </ul>`;
}

function Past({ call, doing }) {
  const ai = call.caller_type === 'ai';
  const visits = (call.visits ?? []).length;
  const onAir = [elapsed(1000 * call.air_time), visits > 1 && plural(visits, 'visit')].filter(Boolean);
  return html`<li>
    <details>
      <summary>
        <span class=${`badge ${ai ? 'ai' : 'real'}`}>${ai ? 'AI' : 'Caller'}</span>
        <strong><${Foreign} text=${call.caller_name} /></strong>
        <span class="when">${[timeOfDay(call.aired_at ?? call.rang_at), ...(visits > 0 ? onAir : [])].join(' · ')}</span>
        <span class="summary"><${Summary} call=${call} /></span>
      </summary>
      <p class="end" dir="auto">${[call.topic && `Topic: ${call.topic}`, call.mood && `Mood: ${call.mood}`, `Ended: ${ending(call.ended_by)}`].filter(Boolean).join(' · ')}</p>
      ${visits > 0 &&
      html`<p class="clips">
        ${call.visits.map(
          (_, index) =>
            html`<${Button} key=${index} label=${visits > 1 ? `Clip visit ${index + 1}` : 'Clip the visit'} tone="quiet" title="Becomes a cart" onPress=${() => doing.clipVisit(call, index + 1)} />`,
        )}
      </p>`}
      ${(call.highlights ?? []).length > 0 &&
      html`<ul class="highlights" aria-label="Highlights">
        ${call.highlights.map((one) => html`<li key=${one.at_ms}><b>${elapsed(one.at_ms)}</b> <bdi>${one.what}</bdi></li>`)}
      </ul>`}
      <ol class="transcript">
        ${(call.transcript ?? []).length === 0 && html`<li>Nothing was transcribed.</li>`}
        ${(call.transcript ?? []).map(
          (line, index) =>
            html`<li key=${index}><strong><${Foreign} text=${speakerOf(line.role, line.name).name} /></strong> <bdi>${line.content}</bdi></li>`,
        )}
      </ol>
    </details>
  </li>`;
}

function Summary({ call }) {
  if (call.summary_status === 'pending') return html`<em class="pending">Summary is being written…</em>`;
  return html`<bdi>${call.summary ?? 'No summary.'}</bdi>${call.summary_status === 'fallback' &&
  html` <em class="fallback" title="No language model answered, so this was made by plain rules">by rules</em>`}`;
}
