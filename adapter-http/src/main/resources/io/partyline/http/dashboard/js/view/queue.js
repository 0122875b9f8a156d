/// Who waits, in which order, and who is next.

import { html, useEffect, useRef } from '../../vendor/preact.js';
import { keyCap } from '../keys.js';
import { t } from '../language.js';
import { arriving, flags, goneAt, isProducer, nextUp, standing } from '../picture.js';
import { day, elapsed, patience, plain, spokenTime } from '../words.js';
import { CardForm } from './cardform.js';
import { kept } from './kept.js';
import { Button, Foreign, Icon, Until, useSince } from './parts.js';

const STANDINGS = {
  ringing: 'bell',
  screening: 'headset',
  asked: 'headset',
  held: 'hold',
  ready: 'check',
  next: 'check',
  taking: 'phone',
  reconnecting: 'away',
  leaving: 'away',
};

export function Queue({ state, doing }) {
  return html`<section class="panel queue" aria-labelledby="queue-title">
    <h2 id="queue-title" tabindex="-1">${t('queue')} <span class="count">${state.queue.length}</span></h2>
    <${NextCard} up=${nextUp(state)} state=${state} doing=${doing} />
    ${state.queue.length === 0 && arriving(state).length === 0 && html`<p class="nobody">${empty(state.show)}</p>`}
    <ol class="rows scrolls">
      ${state.queue.map(
        (entry, index) =>
          html`<${KeptRow} key=${entry.call_sid} ...${ofRow(state, entry, index + 1)} doing=${doing} />`,
      )}
      ${arriving(state).map((call) => html`<${Arriving} key=${call.call_sid} call=${call} />`)}
    </ol>
  </section>`;
}

function Arriving({ call }) {
  return html`<li class="row arriving">
    <span class="tag ringing"><${Icon} name="bell" />${t('queue.is.ringing')}</span>
    <p class="name"><${Foreign} text=${call.name} /></p>
    <span class="phone">${call.phone}</span>
  </li>`;
}

function empty(show) {
  return show?.lines_open === false
    ? t('queue.nobody.closed')
    : t('queue.nobody');
}

function NextCard({ up, state, doing }) {
  if (!up) return null;
  const replaces = state.show?.take_next_replaces === true;
  return html`<div class="next-card">
    <p class="label">${t('queue.up', up.why)}</p>
    <p class="name"><${Foreign} text=${up.entry.name} /></p>
    ${!isProducer(state) && html`<${Button} icon="air" label=${t('queue.take-next')} hint=${keyCap(state.keys, 'take-next')} tone="go big" title=${replaces ? t('queue.take-next.replaces') : t('queue.take-next.joins')} onPress=${doing.takeNext} />`}
  </div>`;
}

/// What a row shows. There may be a hundred, so none is given the whole state: it would keep that for as long
/// as it is not drawn again.
function ofRow(state, entry, row) {
  const selected = state.selected === entry.call_sid;
  return {
    entry,
    row,
    selected,
    editing: state.editing === entry.call_sid,
    seat: seatOf(state),
    keys: state.keys,
    until: entry.state === 'leaving' ? goneAt(state, entry) : null,
  };
}

/// Whose page it is: the host's, the producer's, or null for a producer's page that was given the host's password.
function seatOf(state) {
  if (!isProducer(state)) return 'host';
  return state.show?.seat === 'producer' ? 'producer' : null;
}

/// A line each: number, name, place and point, wait, Take. What else can be done is on the selected row.
///
/// @param until when somebody who leaves is gone for good
function Row({ entry, row, selected, editing, seat, keys, until, doing }) {
  const stands = standing(entry);
  const words = t(`queue.is.${stands}`);
  const name = plain(entry.name);
  const box = useRef(null);
  useEffect(() => {
    if (selected) box.current.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const host = seat === 'host';
  const here = host && takeable(stands);
  return html`<li
    ref=${box}
    tabindex="-1"
    data-call=${entry.call_sid}
    class=${`row ${stands} ${selected ? 'selected' : ''}`}
    aria-current=${selected ? 'true' : undefined}
    onClick=${() => doing.select(entry.call_sid)}
  >
    <span class="position" title=${row < 10 ? t('queue.key', row) : undefined}>${entry.position ?? row}</span>
    <div class="person">
      <p class="name"><${Foreign} text=${entry.name} />${entry.vip && html` <span class="badge vip">${t('who.vip')}</span>`}${entry.with_producer && html` <span class="badge with-producer">${t('queue.with-producer')}</span>`}</p>
      <p class="about">
        <span class=${`tag ${stands}`} title=${words}><${Icon} name=${STANDINGS[stands]} /><span>${words}</span></span>
        <${Foreign} text=${about(entry)} />
      </p>
    </div>
    <${Wait} since=${entry.waitingSince} phone=${entry.phone} />
    ${stands === 'leaving' && host
      ? html`<${Button} icon="undo" label=${t('queue.undo')} hint=${keyCap(keys, 'undo')} say=${t('queue.undo.say', name)} onPress=${() => doing.undo(entry.call_sid)} />`
      : here && html`<${Button} label=${t('queue.take')} tone="outlined take" hint=${selected ? keyCap(keys, 'take-selected') : undefined} say=${t('queue.take.say', name)} onPress=${() => doing.take(entry.call_sid)} />`}
    <${Flags} entry=${entry} />
    ${stands === 'leaving' && html`<p class="leaving-words">${t('queue.gone', html`<${Until} at=${until} />`)}</p>`}
    ${selected && stands !== 'leaving' && html`<${More} ...${{ entry, stands, editing, seat, keys, doing }} />`}
    ${editing && html`<${CardForm} entry=${entry} host=${host} doing=${doing} />`}
  </li>`;
}

const KeptRow = kept(Row, ({ entry, row, selected, editing, seat, keys, until }) => [
  entry, row, selected, editing, seat, keys, until,
]);

const AWAY = ['taking', 'reconnecting', 'ringing'];

function takeable(stands) {
  return !AWAY.includes(stands);
}

/// Everything that is known of the selected caller, and what can be done.
function More({ entry, ...others }) {
  return html`<div class="more">
    ${entry.topic && html`<p class="point"><${Foreign} text=${[entry.place, entry.topic].filter(Boolean).join(' · ')} /></p>`}
    ${entry.returning && html`<p class="returning"><${Foreign} text=${returning(entry.returning)} /></p>`}
    ${entry.notes && html`<p class="notes">${t('queue.notes')} <${Foreign} text=${entry.notes} /></p>`}
    <${Acts} ...${{ entry, ...others }} />
  </div>`;
}

/// What a person has to look at before the caller is on the air.
function Flags({ entry }) {
  const words = flags(entry);
  if (words.length === 0) return null;
  return html`<p class="flags" role="note"><${Icon} name="flag" />${words.join(' · ')}</p>`;
}

/// One sentence, as a screener would hand it over: place, what they will say, mood.
function about(entry) {
  const before = entry.visits > 0 && t('queue.aired');
  const said = [entry.place, entry.topic, entry.mood, before].filter(Boolean).join(' · ');
  return said || (SCREENINGS.includes(entry.screening_status) ? t(`queue.screening.${entry.screening_status}`) : '');
}

/// How often they have called, and what about the last time.
function returning({ calls, topic, last_call_at: at }) {
  const often = calls === 0 ? t('queue.known') : t('queue.called', calls);
  return [often, at && t('queue.last-on', day(at)), topic && t('queue.about', topic)].filter(Boolean).join(', ');
}

const SCREENINGS = ['asking', 'declined', 'failed'];

function Wait({ since, phone }) {
  const ms = useSince(since);
  const mood = patience(ms);
  const words = t(`queue.wait.${mood}`);
  return html`<p class="waits">
    <time class=${`wait ${mood}`} title=${words} aria-label=${t('queue.wait.say', words, spokenTime(ms))}>
      ${mood === 'too-long' && html`<b aria-hidden="true">!</b>`}${elapsed(ms)}
    </time>
    <span class="phone">${phone}</span>
  </p>`;
}

function Acts({ entry, stands, editing, seat, keys, doing }) {
  const { call_sid: sid } = entry;
  const name = plain(entry.name);
  const chosen = stands === 'next';
  const key = (deed) => keyCap(keys, deed);
  const talk = (talking, title, press) => html`<${Button}
    icon="headset"
    label=${talking ? t('queue.talk.stop') : t('queue.talk')}
    hint=${key('talk')}
    aria-pressed=${talking ? 'true' : 'false'}
    title=${title}
    say=${talking ? t('queue.talk.stop.say', name) : t('queue.talk.say', name)}
    onPress=${() => press(entry)}
  />`;
  return html`<div class="acts">
    ${takeable(stands) &&
    html`<${Button}
      label=${t('queue.next')}
      hint=${key('next')}
      aria-pressed=${chosen ? 'true' : 'false'}
      say=${t('queue.next.say', name)}
      onPress=${() => doing.next(entry)}
    />`}
    <${Button}
      label=${t('queue.card')}
      hint=${key('card')}
      aria-expanded=${editing ? 'true' : 'false'}
      say=${t('queue.card.say', name)}
      onPress=${() => doing.edit(editing ? null : sid)}
    />
    ${seat === 'producer' && talk(entry.with_producer, t('queue.talk.producer.hint'), doing.producerTalk)}
    ${seat === 'host' && html`${talk(entry.talkback, t('queue.talk.hint'), doing.talkback)}
    ${entry.with_producer && html`<${Button}
      icon="stop"
      label=${t('queue.producer.end')}
      say=${t('queue.producer.end.say', name)}
      onPress=${() => doing.stopProducer(entry)}
    />`}
    <${Button} icon="end" label=${t('queue.drop')} hint=${key('drop')} tone="outlined away" say=${t('queue.drop.say', name)} onPress=${() => doing.drop(sid)} />`}
  </div>`;
}
