/// What is known of a caller, to be written by hand over the screener's words.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { t } from '../language.js';
import { changesOf, seenOf } from '../picture.js';
import { plain } from '../words.js';
import { Button, Foreign } from './parts.js';

const HANDS = ['host', 'producer'];

/// The fields, and as much as fits into each.
const TEXTS = [
  ['name', 60],
  ['place', 300],
  ['point', 300],
  ['notes', 1000],
];
const MARKS = ['vip', 'minor', 'danger'];

/// Written once it is saved; Enter saves, Escape leaves the field.
export function CardForm({ entry, host, doing }) {
  const form = useRef(null);
  const [sure, ask] = useState(false);
  const before = useRef(wordsOf(entry));
  useEffect(() => form.current.elements.name.focus(), []);
  const [meanwhile, setMeanwhile] = useState({});
  useEffect(() => {
    const news = catchUp(form.current.elements, before, wordsOf(entry));
    if (Object.keys(news).length > 0) setMeanwhile({ ...meanwhile, ...news });
  });
  const save = (event) => {
    event.preventDefault();
    const changes = changesOf(before.current, read(form.current.elements));
    doing.writeCard(entry.call_sid, changes, seenOf(before.current, changes));
  };
  return html`<form class="card-form" ref=${form} onSubmit=${save} aria-label=${t('card.of', plain(entry.name))}>
    ${TEXTS.map(
      ([name, most]) => html`<label class=${name}>
        <span>${t(`card.field.${name}`)}</span>
        <input name=${name} type="text" maxlength=${most} autocomplete="off" defaultValue=${before.current[name]} />
        ${meanwhile[name] !== undefined && html`<small class="meanwhile" role="status">${t(`card.meanwhile.${handOf(entry)}`, html`<${Foreign} text=${meanwhile[name]} />`)}</small>`}
      </label>`,
    )}
    <div class="marks">
      ${MARKS.map(
        (name) => html`<label>
          <input name=${name} type="checkbox" defaultChecked=${before.current[name]} />${t(`card.field.${name}`)}
        </label>`,
      )}
    </div>
    <div class="acts">
      <button type="submit" class="button go">${t('card.save')}</button>
      <${Button} icon="headset" label=${t('card.screen')} say=${t('card.screen.say', plain(entry.name))} wait=${entry.screening_status === 'asking'} onPress=${() => doing.screen(entry.call_sid)} />
      <${Button} label=${t('page.close')} onPress=${() => doing.edit(null)} />
      ${host && (sure
        ? html`<${Button} label=${t('card.ban.sure')} tone="outlined away" say=${t('card.ban.sure.say', plain(entry.name))} onPress=${() => doing.ban(entry.call_sid)} />`
        : html`<${Button} label=${t('card.ban')} tone="quiet away" title=${t('card.ban.hint')} say=${t('card.ban.say', plain(entry.name))} onPress=${() => ask(true)} />`)}
    </div>
  </form>`;
}

/// Who wrote last.
function handOf(entry) {
  return HANDS.includes(entry.written_by) ? entry.written_by : 'screener';
}

/// What others have written meanwhile, screener or the other seat, comes into the fields that nobody has
/// touched here, so that saving undoes none of it. What was touched here stays, and gives what others have
/// put there: whoever saves then has seen it.
function catchUp(fields, before, now) {
  const texts = TEXTS.map(([name]) => [name, 'value']);
  const marks = MARKS.map((name) => [name, 'checked']);
  const news = {};
  for (const [name, holds] of [...texts, ...marks]) {
    const untouched = fields[name][holds] === before.current[name];
    if (now[name] === before.current[name]) continue;
    if (untouched) fields[name][holds] = now[name];
    else if (fields[name][holds] !== now[name]) news[name] = now[name];
    before.current = { ...before.current, [name]: now[name] };
  }
  return news;
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
  const marks = MARKS.map((name) => [name, fields[name].checked]);
  return Object.fromEntries([...texts, ...marks]);
}
