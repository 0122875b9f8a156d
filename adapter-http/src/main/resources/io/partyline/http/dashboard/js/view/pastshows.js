/// The shows that are over: what each left, to take away or to delete.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { t } from '../language.js';
import { day, elapsed, size, timeOfDay } from '../words.js';
import { Exports } from './history.js';
import { Button, Foreign } from './parts.js';

export function PastShows({ state, doing }) {
  const box = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current.showModal();
    return () => before?.focus?.();
  }, []);
  const shows = state.shows ?? [];
  return html`<dialog class="help past-shows" ref=${box} aria-labelledby="past-shows-title" onClose=${() => doing.pastShows(false)}>
    <h2 id="past-shows-title">${t('past')} <span class="count">${shows.length}</span></h2>
    <${Button} label=${t('page.close')} onPress=${() => box.current.close()} />
    ${state.shows !== null && shows.length === 0 && html`<p class="nobody">${t('past.none')}</p>`}
    <ul class="shows">
      ${shows.map((show) => html`<${PastShow} key=${show.show_id} show=${show} doing=${doing} />`)}
    </ul>
  </dialog>`;
}

function PastShow({ show, doing }) {
  const [sure, ask] = useState(false);
  const name = `${day(show.started_at)}, ${timeOfDay(show.started_at)}`;
  const facts = [elapsed(show.length_ms), t('count.calls', show.calls), size(show.size_bytes), !show.ended_at && t('past.cut-off')];
  return html`<li>
    <details>
      <summary><strong>${name}</strong> <span class="when">${facts.filter(Boolean).join(' · ')}</span></summary>
      <${Exports} of=${`/api/shows/${encodeURIComponent(show.show_id)}/export`} />
      <ul class="files">
        ${show.files.map((file) => html`<li key=${file.name}><${Foreign} text=${file.name} /> ${size(file.bytes)}</li>`)}
      </ul>
      ${sure
        ? html`<${Button} label=${t('past.delete.sure')} tone="outlined" say=${t('past.delete.sure.say', name)} onPress=${() => doing.deleteShow(show)} />
            <${Button} label=${t('page.keep')} onPress=${() => ask(false)} />`
        : html`<${Button} label=${t('past.delete')} tone="quiet" title=${t('past.delete.hint')} say=${t('past.delete.say', name)} onPress=${() => ask(true)} />`}
    </details>
  </li>`;
}
