/// A show that has ended: what it left, and the next one.

import { html, useEffect, useState } from '../../vendor/preact.js';
import { t } from '../language.js';
import { elapsed, timeOfDay } from '../words.js';
import { Exports, Pasts } from './history.js';
import { ShowLoudness } from './loudness.js';
import { Button, Foreign, Switch } from './parts.js';
import { Voicemail } from './voicemail.js';

export function Ended({ state, doing }) {
  const { show } = state;
  const lasted = Date.parse(show.ended_at) - Date.parse(show.started_at);
  useEffect(() => {
    if (state.files === null) doing.endShow();
  }, [show.show_id]);
  return html`<main class="ended">
    <section class="panel over" aria-labelledby="ended-title">
      <h2 id="ended-title" tabindex="-1">${t('ended')}</h2>
      <p class="lasted">${t('ended.lasted', timeOfDay(show.started_at), timeOfDay(show.ended_at), elapsed(lasted))}</p>
      <${Next} doing=${doing} busy=${state.busy.length > 0} />
    </section>
    <section class="panel" aria-labelledby="take-title">
      <h2 id="take-title">${t('ended.take-away')}</h2>
      <${Exports} />
    </section>
    <section class="panel" aria-labelledby="files-title">
      <h2 id="files-title">${t('ended.folder')}</h2>
      <${Files} files=${state.files} recording=${state.recording} />
    </section>
    <section class="panel" aria-labelledby="loud-title">
      <h2 id="loud-title">${t('ended.loudness')}</h2>
      <${ShowLoudness} />
    </section>
    ${(show.marks ?? []).length > 0 &&
    html`<section class="panel" aria-labelledby="marks-title">
      <h2 id="marks-title">${t('ended.marks')} <span class="count">${show.marks.length}</span></h2>
      <ul class="marked scrolls">
        ${show.marks.map((mark) => html`<li key=${mark.at_ms}><b>${elapsed(mark.at_ms)}</b> <${Foreign} text=${mark.note || t('ended.marks.no-note')} /></li>`)}
      </ul>
    </section>`}
    <${Voicemail} state=${state} doing=${doing} />
    <section class="panel calls" aria-labelledby="calls-title">
      <h2 id="calls-title">${t('ended.calls')} <span class="count">${state.history.length}</span></h2>
      <${Pasts} calls=${state.history} doing=${doing} />
    </section>
  </main>`;
}

function Next({ doing, busy }) {
  const [recording, record] = useState(true);
  const [lines, open] = useState(false);
  return html`<div class="next-show">
    <${Switch} label=${t('ended.recording')} tone="go" on=${recording} onChange=${record} />
    <${Switch} label=${t('strip.lines')} words=${[t('switch.open'), t('switch.closed')]} tone="go" on=${lines} onChange=${open} />
    <${Button} label=${t('ended.start')} tone="go big" wait=${busy} onPress=${() => doing.startShow({ recording, lines_open: lines })} />
    <${Button} label=${t('past')} onPress=${() => doing.pastShows(true)} />
  </div>`;
}

function Files({ files, recording }) {
  const stems = recording?.stems ?? [];
  if (files === null) return html`<p class="nobody">${t('ended.files.coming')}</p>`;
  return html`<p class="nobody">${t('ended.files', t('count.recordings', stems.length), t('count.files', files.length))}</p>
    <ul class="files scrolls">
      ${files.map((file) => html`<li key=${file}><${Foreign} text=${file} /></li>`)}
    </ul>`;
}
