/// The host's seat in the browser, a bar across the desk, where the show is run from it; on the producer's
/// desk, the producer's.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { takesText } from '../keys.js';
import { t } from '../language.js';
import { listenToHold } from '../seat/hold.js';
import { seat } from '../seat/seat.js';
import { chosenOf, hasMicrophone, isSeated, localSentence, mic, sentence } from '../seat/state.js';
import { meterPart } from '../words.js';
import { Button, Switch, Told, closeOnLeave } from './parts.js';

/// How fast a level falls: a second for the whole scale.
const FALL_DB = 1.2;
const FLOOR_DB = -60;

/// @param as whose desk it stands on
/// @param talk the name of the caller with whom the producer talks, or null
export function Seat({ as = 'host', talk = null }) {
  const [state, setState] = useState(seat.state());
  useEffect(() => seat.listen(() => setState(seat.state())), []);
  useEffect(() => {
    listenToHold(seat, isSeated, takesText);
    seat.start(as);
  }, []);
  if (!state.offered) return null;
  return html`<section class="seat" aria-label=${t('seat')}>
    <${Light} of=${talking(state, talk) ?? sentence(state)} />
    <${Local} state=${state} />
    ${isSeated(state) && html`<${Talking} state=${state} />`}
    <div class="seat-ends">
      ${state.wanted && html`<${Choices} state=${state} />`}
      <${SitDown} state=${state} />
    </div>
  </section>`;
}

/// Who hears the producer now; null while nobody does.
function talking(state, talk) {
  if (talk === null || !isSeated(state) || mic(state) !== 'open') return null;
  return { tone: 'fine', words: t('seat.producer.with', talk) };
}

/// How the host's own recording goes.
function Local({ state }) {
  const told = localSentence(state);
  if (told === null) return null;
  return html`<${Light} of=${told} />`;
}

function Light({ of: { tone, words, told } }) {
  return html`<p class=${`light ${tone}`} role="status"><span class="dot" aria-hidden="true"></span><span>${told ? html`<${Told} text=${words} />` : words}</span></p>`;
}

function SitDown({ state }) {
  if (state.unable) return null;
  const elsewhere = state.seat === 'taken';
  if (state.wanted && !elsewhere) return html`<${Button} label=${t('seat.leave')} tone="quiet" onPress=${seat.leave} />`;
  return html`
    ${state.wanted && html`<${Button} label=${t('seat.stay-away')} tone="quiet" onPress=${seat.leave} />`}
    <${Button}
      icon="headset"
      tone="go"
      label=${elsewhere ? t('seat.take-over') : t('seat.sit')}
      onPress=${() => seat.sitDown({ take: elsewhere })}
    />
  `;
}

function Talking({ state }) {
  const mouth = hasMicrophone(state);
  return html`<div class="talking">
    <div class="levels">
      ${mouth && html`<label><span>${t('seat.you')}</span><${SeatLevel} of="microphone" label=${t('seat.level.you')} /></label>`}
      <label><span>${state.as === 'producer' ? t('seat.caller') : t('seat.show')}</span><${SeatLevel} of="headphones" label=${t('seat.level.show')} /></label>
    </div>
    ${mouth
      ? html`<${Microphone} state=${state} />`
      : state.device !== 'waiting' && html`<${Button} icon="mic" label=${t('seat.again')} onPress=${seat.again} />`}
  </div>`;
}

function Microphone({ state }) {
  const push = state.mode === 'push';
  return html`
    ${!push && html`<${Switch} label=${t('seat.microphone')} words=${[t('switch.open'), t('switch.closed')]} tone="go" on=${state.open} onChange=${seat.open} />`}
    <${Held}
      label=${push ? t('seat.talk') : t('seat.cough')}
      on=${state.held}
      wait=${!push && !state.open}
    />
    <${Switch} label=${t('seat.push')} on=${push} onChange=${(on) => seat.mode(on ? 'push' : 'open')} />
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
    <span>${label}</span><kbd data-key=${t('keys.space')}></kbd>
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
    aria-label=${t('level.of', label)}
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

const PROCESSING = ['echoCancellation', 'noiseSuppression', 'autoGainControl'];

function Choices({ state }) {
  return html`<details class="seat-choices menu" onFocusOut=${closeOnLeave}>
    <summary>${t('seat.sound')}</summary>
    <div>
      <${Choice} kind="microphone" label=${t('seat.microphone')} list=${state.microphones} chosen=${state.chosen.microphone} />
      ${state.canChooseHeadphones
        ? html`<${Choice} kind="headphones" label=${t('seat.headphones')} list=${state.headphones} chosen=${state.chosen.headphones} />`
        : html`<p class="hint">${t('seat.no-choice')}</p>`}
      ${PROCESSING.map(
        (name) => html`<label key=${name} class="check">
          <input type="checkbox" checked=${state.processing[name]} onChange=${(box) => seat.process(name, box.currentTarget.checked)} />
          <span>${t(`seat.process.${name}`)}<small>${t(`seat.process.${name}.hint`)}</small></span>
        </label>`,
      )}
      ${state.as === 'host' && html`<label class="check">
        <input type="checkbox" checked=${state.keep} onChange=${(box) => seat.keep(box.currentTarget.checked)} />
        <span>${t('seat.keep')}<small>${t('seat.keep.hint')}</small></span>
      </label>`}
      <${Numbers} state=${state} />
    </div>
  </details>`;
}

function Choice({ kind, label, list, chosen }) {
  const now = chosenOf(list, chosen)?.id ?? '';
  return html`<label class="choice">
    <span>${label}</span>
    <select value=${now} onChange=${(box) => seat.choose(kind, box.currentTarget.value)}>
      <option value="">${t('seat.browsers')}</option>
      ${list.map((device, i) => html`<option key=${device.id} value=${device.id}>${device.label || t('seat.device', label, i + 1)}</option>`)}
    </select>
  </label>`;
}

/// How the sound travels: what somebody asks for who hears it stumble.
function Numbers({ state: { sound, monitor } }) {
  if (!sound || !monitor) return null;
  return html`<p class="hint">
    ${t('seat.to-show', sound.depth_ms, sound.ran_dry)} ${t('seat.to-you', monitor.depth_ms, monitor.ran_dry)}
  </p>`;
}
