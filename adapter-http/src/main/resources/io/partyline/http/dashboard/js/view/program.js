/// The program on its way to listeners, in a bar of its own: whether it runs, by how much it is late, and
/// how to take something back before they hear it.

import { html, useRef } from '../../vendor/preact.js';
import { t } from '../language.js';
import { programOf } from '../picture.js';
import { Button, HoldButton, Switch } from './parts.js';

/// Seconds of delay that the desk offers.
const DELAYS = [5, 7, 10, 15, 20, 30, 40];
/// What is built up if the desk does not know what was wanted before.
const USUAL = 7;

export function Program({ state, doing }) {
  const program = programOf(state);
  if (!program) return null;
  return html`<section class=${`program-bar ${program.tone}`} aria-label=${t('program')}>
    <div class="way">
      <p class="stream" role="status" title=${program.problem ?? undefined}>
        <span class="dot" aria-hidden="true"></span>
        <strong>${program.words}</strong>
        ${program.aside && html`<small>${program.aside}</small>`}
      </p>
      <${Switch} label=${t('program.stream')} tone="go" on=${program.on} onChange=${(on) => doing.program({ stream: on ? 'on' : 'off' })} />
      <${Delay} program=${program} doing=${doing} />
    </div>
    <div class="take-back">
      <span class=${`lamp-safe ${program.safe ? 'safe' : ''}`} title=${program.safe ? t('program.safe.hint', program.dump) : t('program.unsafe.hint', program.dump)}>${program.safe ? t('program.safe') : t('program.unsafe')}</span>
      <${Button} label=${t('program.dump', program.dump)} tone=${`dump ${program.safe ? 'safe' : ''}`} say=${program.safe ? t('program.dump.safe', program.dump) : t('program.dump.unsafe', program.dump)} title=${t('program.dump.hint')} aria-keyshortcuts="Control+Shift+X" onPress=${doing.dump} />
      <${HoldButton} label=${t('program.panic')} hint=${t('program.panic.hint')} onHeld=${doing.panic} />
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
  return html`<div class="delay" role="group" aria-label=${t('program.delay')}>
    <${Switch} label=${t('program.delay')} title=${t('program.delay.hint')} on=${target > 0} onChange=${(on) => wish(on ? before.current : 0)} />
    ${target > 0 &&
    html`<select aria-label=${t('program.delay.seconds')} value=${target} onChange=${({ currentTarget }) => wish(Number(currentTarget.value))}>
      ${choices.map((s) => html`<option key=${s} value=${s} selected=${s === target}>${s} s</option>`)}
    </select>`}
    <progress max="1" value=${program.filled} aria-label=${t('program.delay.filled')}></progress>
    <span class="now">${program.delay}</span>
  </div>`;
}
