/// What is known of a caller, to be written by hand over the screener's words.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { changesOf } from '../picture.js';
import { plain } from '../words.js';
import { Button } from './parts.js';

const TEXTS = [
  ['name', 'Name on the air', 60],
  ['place', 'Calls from', 300],
  ['point', 'Wants to say', 300],
  ['notes', 'Notes, for the desk alone', 1000],
];
const MARKS = [
  ['vip', 'VIP'],
  ['minor', 'May be a child'],
  ['danger', 'May be in danger'],
];

/// Written once it is saved; Enter saves, Escape leaves the field.
export function CardForm({ entry, doing }) {
  const form = useRef(null);
  const [sure, ask] = useState(false);
  const before = useRef(wordsOf(entry));
  useEffect(() => form.current.elements.name.focus(), []);
  useEffect(() => catchUp(form.current.elements, before, wordsOf(entry)));
  const save = (event) => {
    event.preventDefault();
    doing.writeCard(entry.call_sid, changesOf(before.current, read(form.current.elements)));
  };
  return html`<form class="card-form" ref=${form} onSubmit=${save} aria-label=${`Card of ${plain(entry.name)}`}>
    ${TEXTS.map(
      ([name, label, most]) => html`<label class=${name}>
        <span>${label}</span>
        <input name=${name} type="text" maxlength=${most} autocomplete="off" defaultValue=${before.current[name]} />
      </label>`,
    )}
    <div class="marks">
      ${MARKS.map(
        ([name, label]) => html`<label>
          <input name=${name} type="checkbox" defaultChecked=${before.current[name]} />${label}
        </label>`,
      )}
    </div>
    <div class="acts">
      <button type="submit" class="button go">Save</button>
      <${Button} icon="headset" label="Ask again" say=${`Ask again: have the screener ask ${plain(entry.name)}`} wait=${entry.screening_status === 'asking'} onPress=${() => doing.screen(entry.call_sid)} />
      <${Button} label="Close" onPress=${() => doing.edit(null)} />
      ${sure
        ? html`<${Button} label="Ban for good" tone="outlined away" say=${`Ban for good: ${plain(entry.name)}`} onPress=${() => doing.ban(entry.call_sid)} />`
        : html`<${Button} label="Ban…" tone="quiet away" title="Ends the call and turns the number away from now on" say=${`Ban… ${plain(entry.name)}`} onPress=${() => ask(true)} />`}
    </div>
  </form>`;
}

/// What others have written meanwhile, screener or producer, comes into the fields that nobody has touched
/// here, so that saving undoes none of it.
function catchUp(fields, before, now) {
  const texts = TEXTS.map(([name]) => [name, 'value']);
  const marks = MARKS.map(([name]) => [name, 'checked']);
  for (const [name, holds] of [...texts, ...marks]) {
    const untouched = fields[name][holds] === before.current[name];
    if (untouched && now[name] !== before.current[name]) {
      fields[name][holds] = now[name];
      before.current = { ...before.current, [name]: now[name] };
    }
  }
}

/// A name that was only made up is not written onto the card.
function wordsOf(entry) {
  return {
    name: /^Caller( #\d+)?$/.test(entry.name) ? '' : entry.name,
    place: entry.place ?? '',
    point: entry.topic ?? '',
    notes: entry.notes ?? '',
    vip: entry.vip === true,
    minor: entry.minor === true,
    danger: entry.danger === true,
  };
}

function read(fields) {
  const texts = TEXTS.map(([name]) => [name, fields[name].value.trim()]);
  const marks = MARKS.map(([name]) => [name, fields[name].checked]);
  return Object.fromEntries([...texts, ...marks]);
}
