/// The host's seat in the browser: a bar across the desk, where the show is run from it.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { takesText } from '../keys.js';
import { listenToHold } from '../seat/hold.js';
import { seat } from '../seat/seat.js';
import { chosenOf, hasMicrophone, isSeated, localSentence, sentence } from '../seat/state.js';
import { meterPart } from '../words.js';
import { Button, Switch, closeOnLeave } from './parts.js';

/// How fast a level falls: a second for the whole scale.
const FALL_DB = 1.2;
const FLOOR_DB = -60;

export function Seat() {
  const [state, setState] = useState(seat.state());
  useEffect(() => seat.listen(() => setState(seat.state())), []);
  useEffect(() => {
    listenToHold(seat, isSeated, takesText);
    seat.start();
  }, []);
  if (!state.offered) return null;
  const { tone, words } = sentence(state);
  return html`<section class="seat" aria-label="Your seat">
    <p class=${`light ${tone}`} role="status"><span class="dot" aria-hidden="true"></span><span>${words}</span></p>
    <${Local} state=${state} />
    ${isSeated(state) && html`<${Talking} state=${state} />`}
    <div class="seat-ends">
      ${state.wanted && html`<${Choices} state=${state} />`}
      <${SitDown} state=${state} />
    </div>
  </section>`;
}

/// How the host's own recording goes.
function Local({ state }) {
  const told = localSentence(state);
  if (told === null) return null;
  return html`<p class=${`light ${told.tone}`} role="status"><span class="dot" aria-hidden="true"></span><span>${told.words}</span></p>`;
}

function SitDown({ state }) {
  if (state.unable) return null;
  const elsewhere = state.seat === 'taken';
  if (state.wanted && !elsewhere) return html`<${Button} label="Leave the seat" tone="quiet" onPress=${seat.leave} />`;
  return html`
    ${state.wanted && html`<${Button} label="Stay away" tone="quiet" onPress=${seat.leave} />`}
    <${Button}
      icon="headset"
      tone="go"
      label=${elsewhere ? 'Take the seat over' : 'Sit down'}
      onPress=${() => seat.sitDown({ take: elsewhere })}
    />
  `;
}

function Talking({ state }) {
  const mouth = hasMicrophone(state);
  return html`<div class="talking">
    <div class="levels">
      ${mouth && html`<label><span>You</span><${SeatLevel} of="microphone" label="your microphone" /></label>`}
      <label><span>Show</span><${SeatLevel} of="headphones" label="what you hear" /></label>
    </div>
    ${mouth
      ? html`<${Microphone} state=${state} />`
      : state.device !== 'waiting' && html`<${Button} icon="mic" label="Try again" onPress=${seat.again} />`}
  </div>`;
}

function Microphone({ state }) {
  const push = state.mode === 'push';
  return html`
    ${!push && html`<${Switch} label="Microphone" words=${['open', 'closed']} tone="go" on=${state.open} onChange=${seat.open} />`}
    <${Held}
      label=${push ? 'Hold to talk' : 'Hold to cough'}
      on=${state.held}
      wait=${!push && !state.open}
    />
    <${Switch} label="Push to talk" on=${push} onChange=${(on) => seat.mode(on ? 'push' : 'open')} />
  `;
}

/// Does what the space bar does, for as long as it is pressed.
function Held({ label, on, wait }) {
  const begin = (press) => {
    if (press.button !== 0) return;
    press.currentTarget.setPointerCapture(press.pointerId);
    seat.hold(true);
  };
  const end = () => seat.hold(false);
  const isPress = (press) => press.key === ' ' || press.key === 'Enter';
  return html`<button
    type="button"
    class=${`button held-key ${on ? 'held' : ''}`}
    aria-pressed=${on ? 'true' : 'false'}
    aria-keyshortcuts="Space"
    disabled=${wait}
    onPointerDown=${begin}
    onPointerUp=${end}
    onPointerCancel=${end}
    onLostPointerCapture=${end}
    onKeyDown=${(press) => isPress(press) && (press.preventDefault(), seat.hold(true))}
    onKeyUp=${(press) => isPress(press) && end()}
    onBlur=${end}
  >
    <span>${label}</span><kbd data-key="Space"></kbd>
  </button>`;
}

/// Drawn past the rest of the page, since it moves fifty times a second.
function SeatLevel({ of, label }) {
  const element = useRef(null);
  useEffect(() => {
    let rms = FLOOR_DB;
    let peak = FLOOR_DB;
    const fallen = (shown, told) => Math.max(decibels(told), shown - FALL_DB, FLOOR_DB);
    return seat.levels(of, (level) => {
      rms = fallen(rms, level.rms);
      peak = fallen(peak, level.peak);
      draw(element.current, rms, peak);
    });
  }, [of]);
  return html`<div
    class="level"
    ref=${element}
    role="meter"
    aria-label=${`Level of ${label}, in dB`}
    aria-valuemin=${FLOOR_DB}
    aria-valuemax="0"
    aria-valuenow=${FLOOR_DB}
  >
    <span class="rms"></span><span class="peak"></span>
  </div>`;
}

function draw(element, rms, peak) {
  if (element === null) return;
  element.querySelector('.rms').style.transform = `scaleX(${meterPart(rms)})`;
  element.querySelector('.peak').style.transform = `translateX(${100 * meterPart(peak)}%)`;
  element.setAttribute('aria-valuenow', String(Math.round(rms)));
}

function decibels(amplitude) {
  return 20 * Math.log10(Math.max(amplitude, 1e-6));
}

const PROCESSING = [
  ['echoCancellation', 'Echo cancellation', 'Needed with loudspeakers; with headphones your voice sounds better without it.'],
  ['noiseSuppression', 'Noise suppression', 'Takes out fans and traffic, and a little of your voice.'],
  ['autoGainControl', 'Automatic gain', 'Evens out how loud you are.'],
];

function Choices({ state }) {
  return html`<details class="seat-choices menu" onFocusOut=${closeOnLeave}>
    <summary>Sound…</summary>
    <div>
      <${Choice} kind="microphone" label="Microphone" list=${state.microphones} chosen=${state.chosen.microphone} />
      ${state.canChooseHeadphones
        ? html`<${Choice} kind="headphones" label="Headphones" list=${state.headphones} chosen=${state.chosen.headphones} />`
        : html`<p class="hint">This browser plays on the system's own output: choose your headphones there.</p>`}
      ${PROCESSING.map(
        ([name, label, hint]) => html`<label key=${name} class="check">
          <input type="checkbox" checked=${state.processing[name]} onChange=${(box) => seat.process(name, box.currentTarget.checked)} />
          <span>${label}<small>${hint}</small></span>
        </label>`,
      )}
      <label class="check">
        <input type="checkbox" checked=${state.keep} onChange=${(box) => seat.keep(box.currentTarget.checked)} />
        <span>Record here too<small>Keeps your voice in this browser and sends it after the show: clean whatever the line loses. 350 MB an hour.</small></span>
      </label>
      <${Numbers} state=${state} />
    </div>
  </details>`;
}

function Choice({ kind, label, list, chosen }) {
  const now = chosenOf(list, chosen)?.id ?? '';
  return html`<label class="choice">
    <span>${label}</span>
    <select value=${now} onChange=${(box) => seat.choose(kind, box.currentTarget.value)}>
      <option value="">The browser's choice</option>
      ${list.map((device, i) => html`<option key=${device.id} value=${device.id}>${device.label || `${label} ${i + 1}`}</option>`)}
    </select>
  </label>`;
}

/// How the sound travels: what somebody asks for who hears it stumble.
function Numbers({ state: { sound, monitor } }) {
  if (!sound || !monitor) return null;
  return html`<p class="hint">
    To the show: ${sound.depth_ms} ms lie ready, ran dry ${sound.ran_dry}×.
    To you: ${monitor.depth_ms} ms, ran dry ${monitor.ran_dry}×.
  </p>`;
}
