/// The strip along the top: which show, how long, are the lines open, is it recording, is all well.

import { html, useRef } from '../../vendor/preact.js';
import { TARGETS, THEMES } from '../habits.js';
import { keyCap } from '../keys.js';
import { LANGUAGES, named, t } from '../language.js';
import { recordingOf } from '../picture.js';
import { elapsed, spokenTime, timeOfDay } from '../words.js';
import { Loudness } from './loudness.js';
import { Button, Foreign, HoldButton, Level, Scale, Since, Switch, Told, closeOnLeave, useNow } from './parts.js';

/// What must be seen at all times comes first, and stays where the page scrolls.
export function TopStrip({ state, doing }) {
  const { show } = state;
  const over = Boolean(show?.ended_at);
  return html`
    <header class="strip">
      <div class="vital">
        <div class="title">
          <h1><${Foreign} text=${show?.show_name ?? t('page.title')} /></h1>
          ${show?.started_at && html`<${ShowClock} state=${state} />`}
        </div>
        <${Recording} state=${state} doing=${doing} />
        <${Switch}
          label=${t('strip.lines')}
          words=${[t('switch.open'), t('switch.closed')]}
          tone="go"
          on=${show?.lines_open === true}
          wait=${!show || over}
          onChange=${doing.lines}
        />
        <${Connection} link=${state.link} />
      </div>
      <div class="rest">
        <div class="meters">
          <label><span>${t('strip.host-mic')}</span><${Level} source="host" label=${t('level.host')} /></label>
          <label><span>${t('strip.program')}</span><${Level} source="program" label=${t('level.program')} /></label>
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
          <button type="button" class="button round" aria-label=${t('strip.keys')} aria-keyshortcuts=${keyCap(state.keys, 'help')} onClick=${() => doing.help()}>?</button>
          ${!over && html`<${Marking} state=${state} doing=${doing} />`}
          ${!over && html`<${HoldButton} label=${t('strip.end')} hint=${t('strip.end.hint')} onHeld=${doing.endShow} />`}
        </div>
      </div>
    </header>
  `;
}

/// The time of day, which a host says on the air.
function WallClock() {
  const now = useNow();
  const time = timeOfDay(now);
  return html`<time class="wall" title=${t('strip.time')} aria-label=${t('strip.time.is', time)}>${time}</time>`;
}

/// How long this part of the show still has.
function Segment({ ends }) {
  const left = (ends ?? 0) - useNow();
  if (ends === null) return null;
  const over = left < 0;
  return html`<time class=${`segment ${over ? 'over' : ''}`} role="timer" title=${t('segment.title')} aria-label=${over ? t('segment.over', spokenTime(-left)) : t('segment.left', spokenTime(left))}>${over ? '+' : '−'}${elapsed(Math.abs(left))}</time>`;
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
    <summary class="button">${t('habits')}</summary>
    <form onSubmit=${segment}>
      <label><span>${t('habits.colours')}</span>
        <select value=${habits.theme} onChange=${({ currentTarget }) => doing.settle({ theme: currentTarget.value })}>
          ${THEMES.map((theme) => html`<option key=${theme} value=${theme} selected=${theme === habits.theme}>${t(`habits.colours.${theme}`)}</option>`)}
        </select>
      </label>
      <label><span>${t('habits.language')}</span>
        <select value=${habits.language} onChange=${({ currentTarget }) => doing.settle({ language: currentTarget.value })}>
          <option value="system" selected=${habits.language === 'system'}>${t('habits.language.system')}</option>
          ${Object.entries(LANGUAGES).map(([tag, words]) => html`<option key=${tag} value=${tag} lang=${tag} selected=${tag === habits.language}>${words['language.name']}</option>`)}
        </select>
      </label>
      <label><span>${t('habits.target')}</span>
        <select value=${habits.target} onChange=${({ currentTarget }) => doing.settle({ target: Number(currentTarget.value) })}>
          ${TARGETS.map((target) => html`<option key=${target} value=${target} selected=${target === habits.target}>${target === 0 ? t('habits.target.none') : t('habits.target.minutes', target)}</option>`)}
        </select>
      </label>
      <label><span>${t('habits.segment')}</span><input name="minutes" type="number" min="1" max="180" defaultValue="10" /></label>
      <${Button} label=${t('past')} onPress=${() => doing.pastShows(true)} />
      <${Button} label=${t('settings')} onPress=${() => doing.settings(true)} />
      <button type="submit" class="button">${counts ? t('habits.segment.stop') : t('habits.segment.start')}</button>
    </form>
  </details>`;
}

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
    <summary class="button" title=${t('mark.hint')}>${t('mark')}${marks > 0 && html` <span class="count">${marks}</span>`}${keyCap(state.keys, 'mark') && html`<kbd data-key=${keyCap(state.keys, 'mark')}></kbd>`}</summary>
    <form onSubmit=${send}>
      <label><span>${t('mark.what')}</span><input name="note" type="text" maxlength="200" autocomplete="off" /></label>
      <button type="submit" class="button">${t('mark')}</button>
    </form>
  </details>`;
}

export function ShowClock({ state }) {
  const began = Date.parse(state.show.started_at) - state.skewMs;
  const ended = Date.parse(state.show.ended_at ?? '');
  if (Number.isFinite(ended)) return html`<span class="clock">${elapsed(ended - state.skewMs - began)}</span>`;
  return html`<${Since} at=${began} class="clock" label=${t('strip.running')} />`;
}

/// What can be cut off the end of the program, in seconds.
const CLIPS = [10, 30, 60];

function Recording({ state, doing }) {
  if (!state.show) return null;
  const { on, why, stems, hoursLeft } = recordingOf(state);
  const over = Boolean(state.show.ended_at);
  const details = [
    stems !== null && t('count.stems', stems),
    hoursLeft !== null && t('rec.left', Math.floor(hoursLeft)),
  ].filter(Boolean);
  const told = why && html`<${Told} text=${why} />`;
  return html`<details class=${`rec menu ${on ? 'on' : 'off'} ${over ? 'over' : ''}`} onFocusOut=${closeOnLeave}>
    <summary>
      <span class="lamp" aria-hidden="true"></span>
      <span class="words" role="status">
        <strong>${on ? t('rec.on') : t('rec.off')}</strong>
        <small>${on ? details.join(' · ') || t('rec.going') : (told ?? (over ? t('rec.ended') : t('rec.nothing')))}</small>
      </span>
    </summary>
    ${!over && html`<div class="menu-box">
      <p>${on ? t('rec.sources', details.join(', ') || t('rec.in-full')) : (told ?? t('rec.paused'))}</p>
      ${on
        ? html`<${Button} label=${t('rec.pause')} title=${t('rec.pause.hint')} onPress=${() => doing.record(false)} />
            ${CLIPS.map((seconds) => html`<${Button} key=${seconds} label=${t('rec.clip', seconds)} tone="quiet" title=${t('rec.clip.hint')} onPress=${() => doing.clip(seconds)} />`)}`
        : html`<${Button} label=${t('rec.go-on')} onPress=${() => doing.record(true)} />`}
      <${Button} label=${t('rec.leave-out')} tone="quiet" title=${t('rec.leave-out.hint')} onPress=${doing.dump} />
    </div>`}
  </details>`;
}

const LINKS = { connecting: 'off', live: 'fine', reconnecting: 'trouble' };

export function Connection({ link }) {
  return html`<p class=${`light ${LINKS[link.state]}`} role="status">
    <span class="dot" aria-hidden="true"></span>
    <span class="label">${t(`link.is.${link.state}`)}${link.state === 'reconnecting' && html` <span aria-hidden="true"><${Since} at=${link.since} label=${t('link.for')} /></span>`}</span>
  </p>`;
}

/// One light for each part; its words say the worst, and pressing it lists all. While the studio does
/// not answer, nothing is known of any.
function Health({ state }) {
  const lost = state.link.state === 'reconnecting';
  const parts = lost ? state.health.map((part) => ({ ...part, state: 'unknown' })) : state.health;
  const trouble = parts.filter((part) => part.state === 'trouble');
  const words = lost
    ? t('health.unanswered')
    : trouble.length > 0
      ? t('health.troubled', html`<${Told} text=${trouble.map((part) => part.part).join(', ')} />`)
      : parts.length > 0
        ? t('health.well')
        : t('health.none');
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
          <span><strong lang="en">${part.part}</strong> <em>${named('health.is', part.state)}</em><br /><${Told} text=${part.detail} /></span>
        </li>`,
      )}
    </ul>
  </details>`;
}
