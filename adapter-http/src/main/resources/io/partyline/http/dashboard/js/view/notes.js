/// What the seats write to each other: read on the pages, and never spoken.

import { html, useRef } from '../../vendor/preact.js';
import { producersSeat, unreadNotes } from '../picture.js';
import { timeOfDay } from '../words.js';
import { Button, Foreign, closeOnLeave } from './parts.js';

const BY = { host: 'Host', producer: 'Producer' };
/// As many notes stand across the desk at once; more would push it away.
const ACROSS = 3;

/// Whether the producer is there, and what the host has not put away yet, across the desk; nothing in a house
/// without such a seat.
export function Seats({ state, doing }) {
  const { offered, here } = producersSeat(state);
  if (!offered) return null;
  const unread = unreadNotes(state).slice(-ACROSS);
  return html`<div class="banner note">
    <strong>${here ? 'The producer is here' : 'No producer'}</strong>
    ${unread.map((note) => html`<span key=${note.at} class="slip"><small>${timeOfDay(note.at)}</small> <${Foreign} text=${note.text} /></span>`)}
    ${unread.length > 0 && html`<${Button} label="Read" say="Read: put the notes away" onPress=${doing.readNotes} />`}
    <details class="seats menu" onFocusOut=${closeOnLeave}>
      <summary class="button">Notes</summary>
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
      <label><span>Note to the other seat</span><input name="text" type="text" maxlength="300" autocomplete="off" /></label>
      <button type="submit" class="button">Send note</button>
    </form>`}
    ${notes.length === 0 && html`<p class="nobody">Nothing was written yet. Notes are read, and never spoken.</p>`}
    <ul class="listed notes">
      ${notes.map((note, index) => html`<li key=${notes.length - index}>
        <strong>${BY[note.by]}</strong> <${Foreign} text=${note.text} />
        <small class="quiet">${timeOfDay(note.at)}${note.by === 'producer' ? (note.read ? ', read' : ', not read yet') : ''}</small>
      </li>`)}
    </ul>
  `;
}
