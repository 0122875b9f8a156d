/// The program on its way to listeners: how long it is delayed, and how to take something back.

import { html } from '../../vendor/preact.js';
import { programOf } from '../picture.js';
import { Button, Switch, closeOnLeave } from './parts.js';

/// Seconds of delay that the desk offers.
const DELAYS = [0, 5, 7, 10, 15, 20, 30, 40];

export function Program({ state, doing }) {
  const program = programOf(state);
  if (!program) return null;
  return html`<div class=${`program ${program.tone}`}>
    <details class="menu" onFocusOut=${closeOnLeave}>
      <summary title=${program.problem ?? undefined}><strong>${program.words}</strong><small>${program.delay}</small></summary>
      <div class="menu-box">
        ${program.problem && html`<p class="flags">${program.problem}</p>`}
        <${Switch} label="Stream" tone="go" on=${program.on} onChange=${(on) => doing.program({ stream: on ? 'on' : 'off' })} />
        <label>Delay
          <select value=${program.target} onChange=${({ currentTarget }) => doing.program({ delay_target_s: Number(currentTarget.value) })}>
            ${[...new Set([...DELAYS, program.target])].sort((a, b) => a - b).map((s) => html`<option key=${s} value=${s} selected=${s === program.target}>${s} s</option>`)}
          </select>
        </label>
        <${Button} label="Panic" tone="outlined" title="Takes back all that listeners have not heard, and plays a jingle until the delay is full again" onPress=${doing.panic} />
      </div>
    </details>
    <${Button} label="Dump" tone=${program.safe ? 'dump safe' : 'dump'} say=${program.safe ? 'Dump: safe' : 'Dump: not safe, the delay is too short'} title=${program.safe ? 'Takes the newest seconds back before listeners hear them (Ctrl+Shift+X)' : 'The delay does not hold enough: what was said may have been heard (Ctrl+Shift+X)'} onPress=${doing.dump} />
  </div>`;
}
