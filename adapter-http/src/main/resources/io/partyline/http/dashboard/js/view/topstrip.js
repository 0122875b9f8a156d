/// The strip along the top: which show, how long, are the lines open, is it recording, is all well.

import { html, useRef } from '../../vendor/preact.js';
import { TARGETS, THEMES } from '../habits.js';
import { keyCap } from '../keys.js';
import { recordingOf } from '../picture.js';
import { elapsed, plural, spokenTime, timeOfDay } from '../words.js';
import { Loudness } from './loudness.js';
import { Button, Foreign, HoldButton, Level, Scale, Since, Switch, closeOnLeave, useNow } from './parts.js';

/// What must be seen at all times comes first, and stays where the page scrolls.
export function TopStrip({ state, doing }) {
  const { show } = state;
  const over = Boolean(show?.ended_at);
  return html`
    <header class="strip">
      <div class="vital">
        <div class="title">
          <h1><${Foreign} text=${show?.show_name ?? 'Partyline'} /></h1>
          ${show?.started_at && html`<${ShowClock} state=${state} />`}
        </div>
        <${Recording} state=${state} doing=${doing} />
        <${Switch}
          label="Lines"
          words=${['open', 'closed']}
          tone="go"
          on=${show?.lines_open === true}
          wait=${!show || over}
          onChange=${doing.lines}
        />
        <${Connection} link=${state.link} />
      </div>
      <div class="rest">
        <div class="meters">
          <label><span>Host mic</span><${Level} source="host" label="the host's microphone" /></label>
          <label><span>Program</span><${Level} source="program" label="the program" /></label>
          <span class="scale-row"><${Scale} /></span>
        </div>
        <${Loudness} />
        <div class="clocks">
          <${WallClock} />
          <${Segment} ends=${state.habits.segmentEnds} />
        </div>
        <${Health} state=${state} />
        <div class="ends">
          <${Habits} state=${state} doing=${doing} />
          <button type="button" class="button round" aria-label="Keyboard help" aria-keyshortcuts=${keyCap(state.keys, 'help')} onClick=${() => doing.help()}>?</button>
          ${!over && html`<${Marking} state=${state} doing=${doing} />`}
          ${!over && html`<${HoldButton} label="End show" hint="Ends every call properly, closes the lines and makes the files" onHeld=${doing.endShow} />`}
        </div>
      </div>
    </header>
  `;
}

/// The time of day, which a host says on the air.
function WallClock() {
  const now = useNow();
  const time = timeOfDay(now);
  return html`<time class="wall" title="Time of day" aria-label=${`It is ${time}`}>${time}</time>`;
}

/// How long this part of the show still has.
function Segment({ ends }) {
  const left = (ends ?? 0) - useNow();
  if (ends === null) return null;
  const over = left < 0;
  return html`<time class=${`segment ${over ? 'over' : ''}`} role="timer" title="Left of this segment" aria-label=${`${over ? 'Segment over by' : 'Left of the segment'} ${spokenTime(Math.abs(left))}`}>${over ? '+' : '−'}${elapsed(Math.abs(left))}</time>`;
}

/// How the desk looks to this host, and how long things should take.
function Habits({ state, doing }) {
  const { habits } = state;
  const inMinutes = (minutes) => Date.now() + 60_000 * minutes;
  const counts = habits.segmentEnds !== null;
  const segment = (event) => {
    event.preventDefault();
    const minutes = Number(event.currentTarget.elements.minutes.value);
    doing.settle({ segmentEnds: counts ? null : inMinutes(minutes) });
  };
  return html`<details class="habits menu" onFocusOut=${closeOnLeave}>
    <summary class="button">Desk</summary>
    <form onSubmit=${segment}>
      <label><span>Colours</span>
        <select value=${habits.theme} onChange=${({ currentTarget }) => doing.settle({ theme: currentTarget.value })}>
          ${THEMES.map((theme) => html`<option key=${theme} value=${theme} selected=${theme === habits.theme}>${THEME_WORDS[theme]}</option>`)}
        </select>
      </label>
      <label><span>A call should take</span>
        <select value=${habits.target} onChange=${({ currentTarget }) => doing.settle({ target: Number(currentTarget.value) })}>
          ${TARGETS.map((target) => html`<option key=${target} value=${target} selected=${target === habits.target}>${target === 0 ? 'as long as it takes' : `${target} minutes`}</option>`)}
        </select>
      </label>
      <label><span>Minutes of this segment</span><input name="minutes" type="number" min="1" max="180" defaultValue="10" /></label>
      <${Button} label="Past shows" onPress=${() => doing.pastShows(true)} />
      <${Button} label="Settings" onPress=${() => doing.settings(true)} />
      <button type="submit" class="button">${counts ? 'Stop the segment clock' : 'Start the segment clock'}</button>
    </form>
  </details>`;
}

const THEME_WORDS = { system: 'as the system', dark: 'dark', light: 'light' };

/// A moment to find again: by key at once, by button with a note.
export function Marking({ state, doing }) {
  const box = useRef(null);
  const marks = state.show?.marks?.length ?? 0;
  const send = async (event) => {
    event.preventDefault();
    const { note } = event.currentTarget.elements;
    if (!(await doing.mark(note.value.trim()))) return;
    note.value = '';
    box.current.open = false;
  };
  return html`<details class="marking menu" ref=${box} onFocusOut=${closeOnLeave}>
    <summary class="button" title="Mark this moment, to find it again">Mark${marks > 0 && html` <span class="count">${marks}</span>`}${keyCap(state.keys, 'mark') && html`<kbd data-key=${keyCap(state.keys, 'mark')}></kbd>`}</summary>
    <form onSubmit=${send}>
      <label><span>What happens now</span><input name="note" type="text" maxlength="200" autocomplete="off" /></label>
      <button type="submit" class="button">Mark</button>
    </form>
  </details>`;
}

export function ShowClock({ state }) {
  const began = Date.parse(state.show.started_at) - state.skewMs;
  const ended = Date.parse(state.show.ended_at ?? '');
  if (Number.isFinite(ended)) return html`<span class="clock">${elapsed(ended - state.skewMs - began)}</span>`;
  return html`<${Since} at=${began} class="clock" label="Show running for" />`;
}

/// What can be cut off the end of the program, in seconds.
const CLIPS = [10, 30, 60];

function Recording({ state, doing }) {
  if (!state.show) return null;
  const { on, why, stems, hoursLeft } = recordingOf(state);
  const over = Boolean(state.show.ended_at);
  const details = [
    stems !== null && plural(stems, 'stem'),
    hoursLeft !== null && `${Math.floor(hoursLeft)} h left`,
  ].filter(Boolean);
  return html`<details class=${`rec menu ${on ? 'on' : 'off'} ${over ? 'over' : ''}`} onFocusOut=${closeOnLeave}>
    <summary>
      <span class="lamp" aria-hidden="true"></span>
      <span class="words" role="status">
        <strong>${on ? 'REC' : 'NOT RECORDING'}</strong>
        <small>${on ? details.join(' · ') || 'recording' : (why ?? (over ? 'the show has ended' : 'no sound is kept'))}</small>
      </span>
    </summary>
    ${!over && html`<div class="menu-box">
      <p>${on ? `A source each is recorded: ${details.join(', ') || 'in full'}.` : (why ?? 'The recording is paused.')}</p>
      ${on
        ? html`<${Button} label="Pause the recording" title="The pause is silence in the recordings" onPress=${() => doing.record(false)} />
            ${CLIPS.map((seconds) => html`<${Button} key=${seconds} label=${`Clip the last ${seconds} s`} tone="quiet" title="Becomes a cart" onPress=${() => doing.clip(seconds)} />`)}`
        : html`<${Button} label="Go on recording" onPress=${() => doing.record(true)} />`}
      <${Button} label="Leave out the last words" tone="quiet" title="A dump (Ctrl+Shift+X): whatever is published later leaves out the newest seconds, the recordings of each source keep them" onPress=${doing.dump} />
    </div>`}
  </details>`;
}

const LINKS = {
  connecting: ['off', 'Connecting…'],
  live: ['fine', 'Connected'],
  reconnecting: ['trouble', 'Reconnecting'],
};

export function Connection({ link }) {
  const [tone, words] = LINKS[link.state];
  return html`<p class=${`light ${tone}`} role="status">
    <span class="dot" aria-hidden="true"></span>
    <span class="label">${words}${link.state === 'reconnecting' && html` <span aria-hidden="true"><${Since} at=${link.since} label="for" /></span>`}</span>
  </p>`;
}

/// One light for each part; its words say the worst, and pressing it lists all. While the studio does
/// not answer, nothing is known of any.
function Health({ state }) {
  const lost = state.link.state === 'reconnecting';
  const parts = lost ? state.health.map((part) => ({ ...part, state: 'unknown' })) : state.health;
  const trouble = parts.filter((part) => part.state === 'trouble');
  const words = lost
    ? 'Health unknown: no answer'
    : trouble.length > 0
      ? `Trouble: ${trouble.map((part) => part.part).join(', ')}`
      : parts.length > 0
        ? 'All parts well'
        : 'Health unknown';
  return html`<details class="health menu" onFocusOut=${closeOnLeave}>
    <summary class=${trouble.length > 0 || lost ? 'trouble' : ''}>
      <span class="dots" aria-hidden="true">
        ${parts.map((part) => html`<i key=${part.part} class=${`dot ${part.state}`} title=${part.part}></i>`)}
      </span>
      <span class="label">${words}</span>
    </summary>
    <ul>
      ${parts.map(
        (part) => html`<li key=${part.part} class=${part.state}>
          <span class=${`dot ${part.state}`} aria-hidden="true"></span>
          <span><strong>${part.part}</strong> <em>${part.state}</em><br />${part.detail}</span>
        </li>`,
      )}
    </ul>
  </details>`;
}
