/// Who is on the air: a card each, with everything that can be done to them on it.

import { html, useState } from '../../vendor/preact.js';
import { atTheAir, callAtHand, isAi, keptOnAir } from '../picture.js';
import { Button, Icon, Level, Since } from './parts.js';

const STATES = {
  on_air: ['air', 'On air'],
  taking: ['phone', 'Going on air'],
  reconnecting: ['away', 'Reconnecting'],
};

export function OnAir({ state, doing }) {
  const calls = atTheAir(state);
  const atHand = callAtHand(state)?.call_sid;
  return html`<section class="panel on-air" aria-labelledby="on-air-title">
    <h2 id="on-air-title">On air</h2>
    ${calls.length === 0 &&
    html`<p class="nobody"><strong>Nobody is on the air.</strong> Take a caller with <kbd>N</kbd>, or bring on one of the cast.</p>`}
    <div class=${`cards scrolls ${calls.length > 2 ? 'crowded' : ''}`}>
      ${calls.map(
        (call) =>
          html`<${Card}
            key=${call.call_sid}
            call=${call}
            state=${state}
            doing=${doing}
            atHand=${call.call_sid === atHand}
          />`,
      )}
    </div>
  </section>`;
}

function Card({ call, state, doing, atHand }) {
  const ai = isAi(call);
  const [icon, words] = STATES[call.state];
  const since = Date.parse(call.since) - state.skewMs;
  return html`<article
    class=${`card ${call.state} ${ai ? 'ai' : 'real'} ${atHand ? 'at-hand' : ''}`}
    aria-label=${`${call.name}, ${words.toLowerCase()}${ai ? ', AI caller' : ''}`}
    onClick=${() => !ai && doing.select('air', call.call_sid)}
  >
    <header>
      <span class="state"><${Icon} name=${icon} />${words}</span>
      ${ai && html`<span class="badge ai">AI</span>`}
      ${call.channel && html`<span class="channel">Channel ${call.channel}</span>`}
      ${call.visits > 1 && html`<span class="mark">Visit ${call.visits}</span>`}
      ${call.locked && html`<span class="mark"><${Icon} name="lock" />Locked</span>`}
      ${call.muted && html`<span class="mark"><${Icon} name="muted" />Muted</span>`}
      ${ai && html`<${Speaking} call=${call} floor=${state.floor} />`}
    </header>
    <div class="who">
      <h3>${call.name}</h3>
      <${Since} at=${since} label=${words} />
    </div>
    ${cardLine(call) && html`<p class="topic">${cardLine(call)}</p>`}
    ${ai && html`<${Mind} ...${{ call, state, doing }} />`}
    <${Level} source=${call.call_sid} label=${call.name} />
    <footer>${ai ? html`<${AiButtons} ...${{ call, doing, state }} />` : html`<${RealButtons} ...${{ call, doing, atHand }} />`}</footer>
  </article>`;
}

/// What an AI caller has in mind: a raised hand, why they spoke or stayed silent, and the host's private
/// notes to them.
function Mind({ call, state, doing }) {
  const auto = state.show?.ai_mode === 'auto';
  return html`<div class="mind">
    ${call.hand &&
    html`<p class="raised">
      <span><${Icon} name="hand" /> Wants to speak: ${call.hand}</span>
      <${Button} label="Go ahead" tone="go" say=${`Go ahead: ${call.name}`} onPress=${() => doing.acceptHand(call)} />
    </p>`}
    ${auto && call.jump_in && html`<p class="jump-in">${call.name} ${call.jump_in}</p>`}
    ${(call.cues ?? []).map((cue, at) => html`<p class="private" key=${at}><b>Private</b> ${cue}</p>`)}
    ${call.state === 'on_air' && html`<${CueField} call=${call} doing=${doing} />`}
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
      aria-label=${`Private note to ${call.name}, never spoken`}
      placeholder="Private note, never spoken…"
      value=${text}
      onInput=${(typed) => setText(typed.currentTarget.value)}
    />
  </form>`;
}

/// Where they call from and what they want to say, as far as that is known.
function cardLine(call) {
  return [call.card?.place, call.card?.point].filter(Boolean).join(' · ');
}

function RealButtons({ call, doing, atHand }) {
  const key = (name) => (atHand ? name : undefined);
  const wait = call.state !== 'on_air';
  const kept = keptOnAir(call);
  return html`
    <${Button} icon="hold" label="Hold" hint=${key('H')} wait=${wait || kept !== null} title=${kept ?? undefined} say=${kept ? `Hold: ${kept}` : `Hold ${call.name}`} onPress=${() => doing.hold(call.call_sid)} />
    <${Button} icon=${call.muted ? 'mic' : 'muted'} label=${call.muted ? 'Unmute' : 'Mute'} hint=${key('M')} wait=${wait} say=${`${call.muted ? 'Unmute' : 'Mute'} ${call.name}`} onPress=${() => doing.mute(call)} />
    <${Button} icon=${call.locked ? 'unlock' : 'lock'} label=${call.locked ? 'Unlock' : 'Lock'} hint=${key('L')} wait=${wait} say=${`${call.locked ? 'Unlock' : 'Lock'} ${call.name}`} onPress=${() => doing.lock(call)} />
    <${HangUp} call=${call} doing=${doing} />
  `;
}

function AiButtons({ call, doing, state }) {
  const wait = call.state !== 'on_air';
  const speaking = state.floor?.callSid === call.call_sid;
  return html`
    <${Button} icon="hand" label="Let them respond" hint="G" wait=${wait || speaking} say=${`Let ${call.name} respond`} onPress=${() => doing.respond(call)} />
    <${Button} icon="stop" label="Stop" hint="Esc" wait=${wait} say=${`Stop ${call.name}`} onPress=${() => doing.stop(call)} />
    <${Button}
      icon="flag"
      label=${call.wrapping_up ? 'Wrapping up' : 'Wrap up'}
      wait=${wait || call.wrapping_up}
      onPress=${() => doing.wrapUp(call)}
    />
    <${HangUp} call=${call} doing=${doing} />
  `;
}

function HangUp({ call, doing }) {
  return html`<${Button} icon="end" label="Hang up" tone="outlined away" say=${`Hang up ${call.name}`} onPress=${() => doing.hangUp(call)} />`;
}

function Speaking({ call, floor }) {
  if (floor?.callSid !== call.call_sid) return null;
  return html`<span class="mark speaking">${floor.words ? 'Speaking' : 'Thinking…'}</span>`;
}
