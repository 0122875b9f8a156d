/// The program on its way to listeners, in a bar of its own: whether it runs, by how much it is late, and
/// how to take something back before they hear it.

import { html, useRef } from '../../vendor/preact.js';
import { programOf } from '../picture.js';
import { Button, HoldButton, Switch } from './parts.js';

/// Seconds of delay that the desk offers.
const DELAYS = [5, 7, 10, 15, 20, 30, 40];
/// What is built up if the desk does not know what was wanted before.
const USUAL = 7;

export function Program({ state, doing }) {
  const program = programOf(state);
  if (!program) return null;
  return html`<section class=${`program-bar ${program.tone}`} aria-label="Program out">
    <div class="way">
      <p class="stream" role="status" title=${program.problem ?? undefined}>
        <span class="dot" aria-hidden="true"></span>
        <strong>${program.words}</strong>
        ${program.aside && html`<small>${program.aside}</small>`}
      </p>
      <${Switch} label="Stream" tone="go" on=${program.on} onChange=${(on) => doing.program({ stream: on ? 'on' : 'off' })} />
      <${Delay} program=${program} doing=${doing} />
    </div>
    <div class="take-back">
      <span class=${`lamp-safe ${program.safe ? 'safe' : ''}`} title=${program.safe ? `The delay holds the ${program.dump} that a dump takes` : `The delay holds less than the ${program.dump} that a dump takes: what was said may have been heard`}>${program.safe ? 'safe' : 'not safe'}</span>
      <${Button} label=${`Dump ${program.dump}`} tone=${`dump ${program.safe ? 'safe' : ''}`} say=${`Dump ${program.dump}, ${program.safe ? 'safe' : 'not safe: the delay is too short'}`} title="Takes the newest seconds back before listeners hear them (Ctrl+Shift+X)" aria-keyshortcuts="Control+Shift+X" onPress=${doing.dump} />
      <${HoldButton} label="Panic" hint="Takes back all that listeners have not heard, and plays a jingle until the delay is full again" onHeld=${doing.panic} />
    </div>
  </section>`;
}

/// How late listeners are, of how late they are to be. Switched off it drains, switched on it is built up.
function Delay({ program, doing }) {
  const { target } = program;
  const before = useRef(USUAL);
  if (target > 0) before.current = target;
  const choices = [...new Set([...DELAYS, before.current])].sort((a, b) => a - b);
  const wish = (seconds) => doing.program({ delay_target_s: seconds });
  return html`<div class="delay" role="group" aria-label="Delay">
    <${Switch} label="Delay" title="Off: the delay drains, listeners come up to now. On: it is built up again, nothing is left out." on=${target > 0} onChange=${(on) => wish(on ? before.current : 0)} />
    ${target > 0 &&
    html`<select aria-label="Seconds of delay" value=${target} onChange=${({ currentTarget }) => wish(Number(currentTarget.value))}>
      ${choices.map((s) => html`<option key=${s} value=${s} selected=${s === target}>${s} s</option>`)}
    </select>`}
    <progress max="1" value=${program.filled} aria-label="How much of the delay there is"></progress>
    <span class="now">${program.delay}</span>
  </div>`;
}
