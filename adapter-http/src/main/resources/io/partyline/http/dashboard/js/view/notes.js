/// What the seats write to each other: read on the pages, and never spoken.

import { html, useRef } from '../../vendor/preact.js';
import { t } from '../language.js';
import { producersSeat, unreadNotes } from '../picture.js';
import { timeOfDay } from '../words.js';
import { Button, Foreign, closeOnLeave } from './parts.js';

/// As many notes stand across the desk at once; more would push it away.
const ACROSS = 3;

/// Whether the producer is there, and what the host has not put away yet, across the desk; nothing in a house
/// without such a seat.
export function Seats({ state, doing }) {
  const { offered, here } = producersSeat(state);
  if (!offered) return null;
  const unread = unreadNotes(state).slice(-ACROSS);
  return html`<div class="banner note">
    <strong>${here ? t('notes.here') : t('notes.away')}</strong>
    ${unread.map((note) => html`<span key=${note.at} class="slip"><small>${timeOfDay(note.at)}</small> <${Foreign} text=${note.text} /></span>`)}
    ${unread.length > 0 && html`<${Button} label=${t('notes.read')} say=${t('notes.read.say')} onPress=${doing.readNotes} />`}
    <details class="seats menu" onFocusOut=${closeOnLeave}>
      <summary class="button">${t('notes')}</summary>
      <div class="menu-box"><${Notes} state=${state} doing=${doing} /></div>
    </details>
  </div>`;
}

/// The notes of the show, the newest first, and a line for another one.
export function Notes({ state, doing }) {
  const form = useRef(null);
  const notes = [...(state.show?.notes ?? [])].reverse();
  const over = Boolean(state.show?.ended_at);
  const send = async (event) => {
    event.preventDefault();
    const { text } = form.current.elements;
    if (text.value.trim() && (await doing.note(text.value.trim()))) text.value = '';
  };
  return html`
    ${!over && html`<form class="note-form" ref=${form} onSubmit=${send}>
      <label><span>${t('notes.write')}</span><input name="text" type="text" maxlength="300" autocomplete="off" /></label>
      <button type="submit" class="button">${t('notes.send')}</button>
    </form>`}
    ${notes.length === 0 && html`<p class="nobody">${t('notes.none')}</p>`}
    <ul class="listed notes">
      ${notes.map((note, index) => html`<li key=${notes.length - index}>
        <strong>${t(`notes.by.${note.by}`)}</strong> <${Foreign} text=${note.text} />
        <small class="quiet">${whenWritten(note)}</small>
      </li>`)}
    </ul>
  `;
}

/// The time of a note, and of the producer's whether the host has read it.
function whenWritten({ at, by, read }) {
  const time = timeOfDay(at);
  if (by !== 'producer') return time;
  return read ? t('notes.was-read', time) : t('notes.unread', time);
}
