/// Small things that every panel is made of.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { lengthOf } from '../habits.js';
import { t } from '../language.js';
import { showLevel } from '../levels.js';
import { elapsed, meterPart, plain, spokenTime } from '../words.js';

/// As much of a text as is told on hover.
const WHOLE = 300;

const SHAPES = {
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1z',
  end: 'M3 14c5-5 13-5 18 0l-2.5 3-4-1.5V13a9 9 0 0 0-5 0v2.5l-4 1.5z',
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4',
  muted: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4M4 4l16 16',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  unlock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1.2',
  hold: 'M7 4h10M7 20h10M8 4c0 5 8 6 8 16M16 4c0 5-8 6-8 16',
  check: 'M4 12.5l5 5L20 6.5',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  headset: 'M4 15v-3a8 8 0 0 1 16 0v3M4 14h3v6H5a1 1 0 0 1-1-1zM20 14h-3v6h2a1 1 0 0 0 1-1z',
  away: 'M4 4l16 16M8.5 8.5L5 12l2 2M15.5 15.5L19 12l-2-2M12 5v3M12 16v3',
  hand: 'M8 12V6a1.5 1.5 0 0 1 3 0v5V4.5a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8a6 6 0 0 1-6 6c-3 0-4-1.5-6-5l-1-2a1.4 1.4 0 0 1 2.5-1.2z',
  stop: 'M6 6h12v12H6z',
  flag: 'M6 21V4h11l-2 4 2 4H6',
  undo: 'M9 5L4 10l5 5M4 10h10a6 6 0 0 1 0 12',
  air: 'M12 11v10M8 7a6 6 0 0 0 0 8M16 7a6 6 0 0 1 0 8M5 4a10 10 0 0 0 0 14M19 4a10 10 0 0 1 0 14M12 9.5a1.5 1.5 0 1 0 .01 3z',
};

export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${SHAPES[name]} /></svg>`;
}

/// A name, or another text of a stranger, whose direction does not spread to its neighbours. It is cut
/// by the style where room is short; the whole is told on hover.
export function Foreign({ text, class: name }) {
  return html`<bdi class=${name} title=${plain(text, WHOLE)}>${text}</bdi>`;
}

/// A sentence of the studio's, which speaks English.
export function Told({ text }) {
  return html`<span lang="en">${text}</span>`;
}

/// A button with an icon, its words, and the key that does the same.
///
/// `say` is its name for a screen reader where the words are not enough; it begins with them. One that
/// waits can still have the focus, which would be lost otherwise.
export function Button({ icon, label, hint, say, tone = 'plain', wait, onPress, ...rest }) {
  return html`<button
    type="button"
    class=${`button ${tone}`}
    aria-label=${say}
    aria-keyshortcuts=${hint}
    aria-disabled=${wait ? 'true' : undefined}
    onClick=${wait ? undefined : onPress}
    ...${rest}
  >
    ${icon && html`<${Icon} name=${icon} />`}<span class="label">${label}</span>${hint && html`<kbd data-key=${hint}></kbd>`}
  </button>`;
}

/// A switch that says both what it is and how it stands.
export function Switch({ label, on, words = [t('switch.on'), t('switch.off')], onChange, tone = 'plain', wait, title }) {
  return html`<button
    type="button"
    role="switch"
    title=${title}
    class=${`switch ${tone}`}
    aria-checked=${on ? 'true' : 'false'}
    aria-disabled=${wait ? 'true' : undefined}
    onClick=${wait ? undefined : () => onChange(!on)}
  >
    <span class="knob" aria-hidden="true"></span>
    <span>${label} <strong>${on ? words[0] : words[1]}</strong></span>
  </button>`;
}

const TICK_MS = 250;
/// Everybody who counts; one clock for all, so that a hundred who wait are drawn in one go.
const counting = new Set();
let clock = 0;

function everyTick(told) {
  if (counting.size === 0) clock = setInterval(() => counting.forEach((each) => each()), TICK_MS);
  counting.add(told);
  return () => {
    counting.delete(told);
    if (counting.size === 0) clearInterval(clock);
  };
}

/// The time now, told again four times a second.
export function useNow() {
  const [now, setNow] = useState(Date.now());
  useEffect(() => everyTick(() => setNow(Date.now())), []);
  return now;
}

/// How long ago a moment was, in milliseconds, told again whenever that is a second more.
export function useSince(at) {
  const [, tell] = useState(0);
  useEffect(() => everyTick(() => tell(secondsSince(at))), [at]);
  return Date.now() - at;
}

function secondsSince(at) {
  return Number.isFinite(at) ? Math.floor((Date.now() - at) / 1000) : 0;
}

/// Counts up from a moment of this computer's clock.
///
/// @param target minutes that it should take at most, if there is such a wish
export function Since({ at, class: name = 'timer', label, target = 0 }) {
  const ms = useSince(at);
  if (!Number.isFinite(ms)) return null;
  return html`<time class=${`${name} ${lengthOf(ms, target)}`} role="timer" aria-label=${`${label} ${spokenTime(ms)}`}>${elapsed(ms)}</time>`;
}

/// Counts down to a moment: `in 4 s`, and then `any moment`.
export function Until({ at }) {
  const seconds = Math.ceil((at - useNow()) / 1000);
  return html`<span class="countdown">${seconds > 0 ? t('time.in', seconds) : t('time.any-moment')}</span>`;
}

/// Whether the window is as the media query says, now and whenever that changes.
export function useMedia(query) {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const changed = () => setMatches(media.matches);
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, [query]);
  return matches;
}

/// Where the meter has its marks, in dB below full scale.
const MARKS_DB = [-40, -20, -10];

/// The numbers below a meter.
export function Scale() {
  return html`<span class="scale" aria-hidden="true">
    ${[...MARKS_DB, 0].map((db) => html`<i key=${db} style=${{ left: `${100 * meterPart(db)}%` }}>${db}</i>`)}
  </span>`;
}

/// The level of one source, by the studio's name for it.
export function Level({ source, label }) {
  const element = useRef(null);
  useEffect(() => showLevel(source, element.current), [source]);
  return html`<div
    class="level"
    ref=${element}
    role="meter"
    aria-label=${t('level.of', label)}
    aria-valuemin="-60"
    aria-valuemax="0"
    aria-valuenow="-60"
  >
    <span class="rms"></span><span class="peak"></span>
    ${MARKS_DB.map((db) => html`<i key=${db} class="mark-db" style=${{ left: `${100 * meterPart(db)}%` }}></i>`)}
  </div>`;
}

/// Closes an open list once the focus, or a click, goes elsewhere.
export function closeOnLeave({ currentTarget: list, relatedTarget: to }) {
  if (!list.contains(to)) list.open = false;
}

/// A button that acts only after it has been held for a second, by pointer or by key.
export function HoldButton({ label, hint, tone = 'danger', onHeld }) {
  const [holding, setHolding] = useState(false);
  const clock = useRef(0);
  const begin = () => {
    if (clock.current) return;
    setHolding(true);
    clock.current = setTimeout(() => {
      end();
      onHeld();
    }, 1000);
  };
  const end = () => {
    clearTimeout(clock.current);
    clock.current = 0;
    setHolding(false);
  };
  const isPress = (press) => press.key === ' ' || press.key === 'Enter';
  return html`<button
    type="button"
    class=${`button hold-to ${tone} ${holding ? 'holding' : ''}`}
    title=${hint}
    onPointerDown=${(press) => press.button === 0 && begin()}
    onPointerUp=${end}
    onPointerLeave=${end}
    onPointerCancel=${end}
    onBlur=${end}
    onKeyDown=${(press) => isPress(press) && (press.preventDefault(), begin())}
    onKeyUp=${(press) => isPress(press) && end()}
  >
    <span class="filling" aria-hidden="true"></span>
    <span class="words">${label}<small>${holding ? t('hold.going') : t('hold.hint')}</small></span>
  </button>`;
}

/// Places that share a room, one of which is open. The arrows go from tab to tab.
///
/// @param tabs `[name, label]` each
export function Tabs({ id, label, tabs, open, onOpen, children }) {
  const moved = (press) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[press.key];
    if (!by) return;
    press.preventDefault();
    const at = tabs.findIndex(([name]) => name === open);
    const [to] = tabs[(at + by + tabs.length) % tabs.length];
    onOpen(to);
    press.currentTarget.querySelector(`[data-tab="${to}"]`).focus();
  };
  return html`
    <div class="tabs" role="tablist" aria-label=${label} onKeyDown=${moved}>
      ${tabs.map(
        ([name, words]) => html`<button
          key=${name}
          type="button"
          role="tab"
          id=${`${id}-${name}`}
          data-tab=${name}
          tabindex=${open === name ? 0 : -1}
          aria-controls=${`${id}-panel`}
          aria-selected=${open === name ? 'true' : 'false'}
          onClick=${() => onOpen(name)}
        >${words}</button>`,
      )}
    </div>
    <div class="tab-panel" role="tabpanel" id=${`${id}-panel`} aria-labelledby=${`${id}-${open}`}>${children}</div>
  `;
}
