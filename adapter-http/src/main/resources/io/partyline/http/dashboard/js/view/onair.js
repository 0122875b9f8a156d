/// Who is on the air: a card each, with everything that can be done to them on it.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { keyCap } from '../keys.js';
import { t } from '../language.js';
import { aiAtHand, atTheAir, callAtHand, isAi, keptOnAir } from '../picture.js';
import { plain } from '../words.js';
import { Chain } from './chain.js';
import { kept } from './kept.js';
import { Button, Foreign, Icon, Level, Since } from './parts.js';

const STATES = { on_air: 'air', taking: 'phone', reconnecting: 'away' };
/// From so many on, all but the one at hand are a line each, so that all of them are seen at once.
const CROWD = 3;

export function OnAir({ state, doing }) {
  const calls = atTheAir(state);
  const atHand = (aiAtHand(state) ?? callAtHand(state))?.call_sid;
  const crowd = calls.length >= CROWD;
  const take = keyCap(state.keys, 'take-next');
  return html`<section class="panel on-air" aria-labelledby="on-air-title">
    <h2 id="on-air-title" tabindex="-1">${t('air')} ${calls.length > 0 && html`<span class="count">${calls.length}</span>`}</h2>
    ${calls.length === 0 &&
    html`<p class="nobody"><strong>${t('air.nobody')}</strong>${t('air.nobody.more', take && html`<kbd>${take}</kbd>`)}</p>`}
    <div class=${`cards scrolls ${crowd ? 'crowded' : ''}`}>
      ${calls.map(
        (call) =>
          html`<${KeptCard} key=${call.call_sid} ...${ofCard(state, call, atHand, crowd)} doing=${doing} />`,
      )}
    </div>
  </section>`;
}

/// What a card shows. None is given the whole state: it would keep that for as long as it is not drawn again.
///
/// @param handled the call that the keys act on
function ofCard(state, call, handled, crowd) {
  const atHand = call.call_sid === handled;
  return {
    call,
    atHand,
    slim: crowd && !atHand,
    selected: state.selected === call.call_sid,
    since: Date.parse(call.since) - state.skewMs,
    turn: state.floor?.callSid === call.call_sid ? state.floor : null,
    auto: state.show?.ai_mode === 'auto',
    target: call.state === 'on_air' ? state.habits.target : 0,
    keys: state.keys,
  };
}

/// @param turn the one that this caller has, or null
function Card({ call, atHand, slim, selected, since, turn, auto, target, keys, doing }) {
  const ai = isAi(call);
  const words = t(`air.is.${call.state}`);
  const box = useRef(null);
  useEffect(() => {
    if (atHand) box.current.scrollIntoView({ block: 'nearest' });
  }, [atHand]);
  const name = plain(call.name);
  return html`<article
    ref=${box}
    tabindex="-1"
    data-call=${call.call_sid}
    class=${`card ${call.state} ${ai ? 'ai' : 'real'} ${atHand ? 'at-hand' : ''} ${slim ? 'slim' : ''}`}
    aria-label=${ai ? t('air.card.ai', name, words) : t('air.card', name, words)}
    aria-current=${selected ? 'true' : undefined}
    onClick=${() => doing.select(call.call_sid)}
  >
    <header>
      <span class="state"><${Icon} name=${STATES[call.state]} /><span class="label">${words}</span></span>
      ${ai && html`<span class="badge ai">${t('who.ai')}</span>`}
      ${call.channel && html`<span class="channel" title=${t('air.channel', call.channel)}>${slim ? call.channel : t('air.channel', call.channel)}</span>`}
      ${call.visits > 1 && html`<span class="mark">${t('air.visit', call.visits)}</span>`}
      ${call.locked && html`<span class="mark" title=${t('air.locked')}><${Icon} name="lock" /><span class="label">${t('air.locked')}</span></span>`}
      ${call.muted && html`<span class="mark muted" title=${t('air.muted')}><${Icon} name="muted" /><span class="label">${t('air.muted')}</span></span>`}
      ${call.on_speaker && html`<span class="mark" title=${t('air.speaker.hint')}><span class="label">${t('air.speaker')}</span>${slim && html`<span aria-hidden="true">🔊</span>`}</span>`}
      ${call.wrapping_up && html`<span class="mark">${t('air.wrapping-up')}</span>`}
      ${ai && html`<${Speaking} turn=${turn} slim=${slim} />`}
    </header>
    <div class="who">
      <h3><${Foreign} text=${call.name} /></h3>
      ${cardLine(call) && html`<p class="topic"><${Foreign} text=${cardLine(call)} /></p>`}
      <${Since} at=${since} label=${words} target=${target} />
    </div>
    ${ai && html`<${Mind} ...${{ call, auto, doing, slim }} />`}
    ${slim || call.gain_db === undefined ? html`<${Level} source=${call.call_sid} label=${name} />` : html`<${Chain} call=${call} doing=${doing} />`}
    <footer>${ai ? html`<${AiButtons} ...${{ call, doing, keys, speaking: turn !== null, atHand, slim }} />` : html`<${RealButtons} ...${{ call, doing, keys, atHand, slim }} />`}</footer>
  </article>`;
}

const KeptCard = kept(Card, ({ call, atHand, slim, selected, since, turn, auto, target, keys }) => [
  call, atHand, slim, selected, since, turn, auto, target, keys,
]);

/// What an AI caller has in mind: a raised hand, why they spoke or stayed silent, and the host's private
/// notes to them. On a slim card the hand alone.
function Mind({ call, auto, doing, slim }) {
  const cues = call.cues ?? [];
  const silent = !call.hand && (slim || ((!auto || !call.jump_in) && cues.length === 0 && call.state !== 'on_air'));
  if (silent) return null;
  return html`<div class="mind">
    ${call.hand &&
    html`<p class="raised">
      <span><${Icon} name="hand" /> ${t('air.hand')} <${Foreign} text=${call.hand} /></span>
      <${Button} label=${t('air.go-ahead')} tone="outlined" say=${t('air.go-ahead.say', plain(call.name))} onPress=${() => doing.acceptHand(call)} />
    </p>`}
    ${!slim && auto && call.jump_in && html`<p class="jump-in" lang="en"><${Foreign} text=${`${call.name} ${call.jump_in}`} /></p>`}
    ${!slim && cues.map((cue, at) => html`<p class="private" key=${at}><b>${t('air.private')}</b> <${Foreign} text=${cue} /></p>`)}
    ${!slim && call.state === 'on_air' && html`<${CueField} call=${call} doing=${doing} />`}
  </div>`;
}

function CueField({ call, doing }) {
  const [text, setText] = useState('');
  const send = async (submit) => {
    submit.preventDefault();
    const words = text.trim();
    if (!words) return;
    setText('');
    if (!(await doing.cue(call, words))) setText((since) => since || words);
  };
  return html`<form class="cue" onSubmit=${send}>
    <input
      type="text"
      autocomplete="off"
      maxlength="300"
      aria-label=${t('air.cue.say', plain(call.name))}
      placeholder=${t('air.cue')}
      value=${text}
      onInput=${(typed) => setText(typed.currentTarget.value)}
    />
  </form>`;
}

/// Where they call from and what they want to say, as far as that is known.
function cardLine(call) {
  return [call.card?.place, call.card?.point].filter(Boolean).join(' · ');
}

/// On a slim card a button is its icon; its words are told on hover and to screen readers.
function titled(slim, kept, label) {
  return kept ?? (slim ? label : undefined);
}

function RealButtons({ call, doing, keys, atHand, slim }) {
  const key = (deed) => (atHand ? keyCap(keys, deed) : undefined);
  const wait = call.state !== 'on_air';
  const kept = keptOnAir(call);
  const name = plain(call.name);
  const mute = call.muted ? 'air.unmute' : 'air.mute';
  const lock = call.locked ? 'air.unlock' : 'air.lock';
  return html`
    <${Button} icon="hold" label=${t('air.hold')} hint=${key('hold')} wait=${wait || kept !== null} title=${titled(slim, kept, t('air.hold'))} say=${kept ? t('air.hold.kept', kept) : t('air.hold.say', name)} onPress=${() => doing.hold(call.call_sid)} />
    <${Button} icon=${call.muted ? 'mic' : 'muted'} label=${t(mute)} hint=${key('mute')} wait=${wait} title=${titled(slim, null, t(mute))} say=${t(`${mute}.say`, name)} onPress=${() => doing.mute(call)} />
    <${Button} icon=${call.locked ? 'unlock' : 'lock'} label=${t(lock)} hint=${key('lock')} wait=${wait} title=${titled(slim, null, t(lock))} say=${t(`${lock}.say`, name)} onPress=${() => doing.lock(call)} />
    <${HangUp} call=${call} doing=${doing} hint=${key('hang-up')} kept=${kept} wait=${wait} slim=${slim} />
  `;
}

function AiButtons({ call, doing, keys, speaking, atHand, slim }) {
  const wait = call.state !== 'on_air';
  const name = plain(call.name);
  return html`
    <${Button} icon="hand" label=${t('air.respond')} hint=${atHand ? keyCap(keys, 'respond') : undefined} wait=${wait || speaking} title=${titled(slim, null, t('air.respond'))} say=${t('air.respond.say', name)} onPress=${() => doing.respond(call)} />
    <${Button} icon="stop" label=${t('air.stop')} hint=${atHand ? 'Esc' : undefined} wait=${wait} title=${titled(slim, null, t('air.stop'))} say=${t('air.stop.say', name)} onPress=${() => doing.stop(call)} />
    <${Button} icon="flag" label=${t('air.wrap-up')} wait=${wait || call.wrapping_up} title=${titled(slim, null, t('air.wrap-up'))} say=${t('air.wrap-up.say', name)} onPress=${() => doing.wrapUp(call)} />
    <${HangUp} call=${call} doing=${doing} hint=${atHand ? keyCap(keys, 'hang-up') : undefined} kept=${keptOnAir(call)} slim=${slim} />
  `;
}

function HangUp({ call, doing, hint, kept, wait, slim }) {
  const name = plain(call.name);
  return html`<${Button} icon="end" label=${t('air.hang-up')} hint=${hint} tone="outlined away" wait=${wait || kept !== null} title=${titled(slim, kept, t('air.hang-up'))} say=${kept ? t('air.hang-up.kept', kept) : t('air.hang-up.say', name)} onPress=${() => doing.hangUp(call)} />`;
}

function Speaking({ turn, slim }) {
  if (turn === null) return null;
  const words = turn.worded ? t('air.speaking') : t('air.thinking');
  return html`<span class="mark speaking" title=${words}>${slim && html`<span aria-hidden="true">${turn.worded ? '»' : '…'}</span>`}<span class="label">${words}</span></span>`;
}
