/// What the show is run with, part by part, and the trying of each before the show. Secrets never come
/// here: of a password or a key the studio tells whether there is one.

import { html, useEffect, useRef } from '../../vendor/preact.js';
import { plural } from '../words.js';
import { Button, Foreign, Switch } from './parts.js';

const WORDS = {
  title: 'Settings',
  intro: 'What the show is run with. Passwords, keys and numbers are never shown.',
  close: 'Close',
  tryIt: 'Try it',
  tryOne: 'Try',
  stop: 'Stop',
  trying: 'Being tried…',
  took: (ms) => (ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms} ms`),
  count: (all, given) => `${plural(all, 'setting')}, ${given} set`,
  set: 'set',
  notSet: 'not set',
  usual: 'default',
  where: { yaml: 'application.yaml', dot_env: '.env', environment: 'the environment', command_line: 'the command line' },
  from: {
    default: 'default',
    rehearsal: 'brought by the rehearsal',
    yaml: 'from application.yaml',
    dot_env: 'from .env',
    environment: 'from the environment',
    command_line: 'from the command line',
    desk: 'changed at the desk',
  },
  anywhere: '.env, application.yaml or the environment',
  again: (name, where) => `To change it, set ${name} in ${where} and start again.`,
  now: 'Can be changed while the show runs:',
  states: { fine: 'Works', off: 'Off', trouble: 'Does not work', stopped: 'Stopped', refused: 'Not now' },
  parts: {
    sound: ['Sound devices', 'Plays a tone to your headphones.'],
    channels: ['Channels', 'Plays a tone on each channel in turn.'],
    mind: ['AI minds', 'Asks one short question, which is counted in what the show spends.'],
    voices: ['Voices', 'The first voice says a sentence to your headphones, which is counted in what the show spends.'],
    ears: ['Ears', 'A few known words are recognised.'],
    hold: ['Hold music', 'Plays the beginning to your headphones.'],
    phone: ['Phone', 'Reads what the carrier has set for the number.'],
    stream: ['Stream', 'Connects to the stream server and sends nothing.'],
    recording: ['Recording', 'Writes a small file and reads it again.'],
    music: ['Music and carts', 'Opens every file in the folders.'],
    desk: ['Show and desk', ''],
  },
  channel: (number) => `Channel ${number}`,
  sources: { host: 'host', ai: 'AI voices', callers: 'callers', music: 'music', carts: 'carts' },
  lines: 'Lines',
  linesWords: ['open', 'closed'],
  eagerness: 'How readily AI callers speak unasked',
  eager: { shy: 'shy', balanced: 'balanced', eager: 'eager' },
  delay: 'Seconds of delay',
};

/// Seconds of delay to choose from, besides the one that is wanted now.
const DELAYS = [0, 3, 5, 7, 10, 15, 20, 30, 40];
/// How often it is asked whether what another page tries is over.
const LOOK_MS = 2_000;

export function Settings({ state, doing }) {
  const box = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current.showModal();
    return () => before?.focus?.();
  }, []);
  const elsewhere = state.trying === null && Boolean(state.settings?.trying);
  useEffect(() => {
    if (!elsewhere) return undefined;
    const clock = setInterval(doing.readSettings, LOOK_MS);
    return () => clearInterval(clock);
  }, [elsewhere]);
  useReadAgain(state, doing);
  return html`<dialog class="help settings" ref=${box} aria-labelledby="settings-title" onClose=${() => doing.settings(false)}>
    <header>
      <h2 id="settings-title">${WORDS.title}</h2>
      <${Button} label=${WORDS.close} onPress=${() => box.current.close()} />
    </header>
    <p>${WORDS.intro}</p>
    ${(state.settings?.parts ?? []).map((part) => html`<${Part} key=${part.part} part=${part} state=${state} doing=${doing} />`)}
  </dialog>`;
}

/// What was changed at the desk is read again.
function useReadAgain(state, doing) {
  const { lines_open: lines, ai_eagerness: eagerness } = state.show ?? {};
  const delay = state.program?.delay_target_s;
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) doing.readSettings();
    first.current = false;
  }, [lines, eagerness, delay]);
}

function Part({ part, state, doing }) {
  const [title, does] = WORDS.parts[part.part] ?? [part.part, ''];
  const head = `settings-${part.part}`;
  const given = part.settings.filter((one) => one.given).length;
  return html`<section class="setup" aria-labelledby=${head}>
    <div class="setup-head">
      <h3 id=${head}>${title}</h3>
      ${part.tries && html`<${Try} state=${state} doing=${doing} part=${part.part} label=${WORDS.tryIt} of=${title} title=${does} />`}
    </div>
    ${does && html`<p class="does">${does}</p>`}
    <${Result} result=${state.tried[part.part]} trying=${tryingNow(state).part === part.part} />
    ${part.choices.length > 0 && html`<ul class="choices">
      ${part.choices.map((one) => html`<li key=${one.choice}>
        <${Named} part=${part.part} choice=${one} />
        <${Try} state=${state} doing=${doing} part=${part.part} choice=${one.choice} label=${WORDS.tryOne} of=${nameOf(part.part, one)} />
      </li>`)}
    </ul>`}
    ${part.settings.length > 0 && html`<details>
      <summary>${WORDS.count(part.settings.length, given)}</summary>
      <ul class="setting-list">
        ${part.settings.map((one) => html`<${Setting} key=${one.name} setting=${one} state=${state} doing=${doing} />`)}
      </ul>
    </details>`}
  </section>`;
}

function nameOf(part, choice) {
  return part === 'channels' ? WORDS.channel(choice.name) : choice.name;
}

function Named({ part, choice }) {
  const detail = part === 'channels' ? WORDS.sources[choice.detail] : choice.detail;
  return html`<span class="choice"><strong><${Foreign} text=${nameOf(part, choice)} /></strong> <small><${Foreign} text=${detail} /></small></span>`;
}

/// What is being tried: by this page, or by another.
function tryingNow(state) {
  return state.trying ?? { part: state.settings?.trying ?? null, choice: undefined };
}

/// One thing is tried at a time; the button that began it stops it.
function Try({ state, doing, part, choice, label, of, title }) {
  const now = tryingNow(state);
  const mine = now.part === part && now.choice === choice;
  return html`<${Button}
    label=${mine ? WORDS.stop : label}
    say=${`${mine ? WORDS.stop : label}: ${of}`}
    tone=${mine ? 'outlined' : 'plain'}
    title=${title}
    wait=${now.part !== null && !mine}
    onPress=${() => (mine ? doing.stopTrying() : doing.tryPart(part, choice))}
  />`;
}

function Result({ result, trying }) {
  const word = result && WORDS.states[result.state];
  return html`<p class=${`tried ${trying ? '' : (result?.state ?? '')}`} role="status">
    ${trying && WORDS.trying}
    ${!trying && result && html`<strong>${word}</strong> <${Foreign} text=${result.sentence} />${result.ms !== undefined && html` <small>${WORDS.took(result.ms)}</small>`}`}
  </p>`;
}

function Setting({ setting, state, doing }) {
  const Control = setting.changes && CONTROLS[setting.name]?.(state);
  return html`<li>
    <code>${setting.name}</code>
    <p class="value"><${Foreign} text=${valueOf(setting)} /> <small>${WORDS.from[setting.from]}</small></p>
    <p class="means">${setting.means}</p>
    ${Control
      ? html`<div class="control"><span>${WORDS.now}</span> <${Control} state=${state} doing=${doing} /></div>`
      : html`<p class="again">${WORDS.again(setting.name, WORDS.where[setting.from] ?? WORDS.anywhere)}</p>`}
  </li>`;
}

function valueOf({ secret, given, value, usual }) {
  if (secret) return given ? WORDS.set : WORDS.notSet;
  return value ?? usual;
}

function LinesControl({ state, doing }) {
  const { show } = state;
  return html`<${Switch} label=${WORDS.lines} words=${WORDS.linesWords} on=${show?.lines_open === true} wait=${Boolean(show?.ended_at)} onChange=${doing.lines} />`;
}

function EagernessControl({ state, doing }) {
  const now = state.show?.ai_eagerness ?? 'balanced';
  return html`<select aria-label=${WORDS.eagerness} value=${now} onChange=${({ currentTarget }) => doing.eagerness(currentTarget.value)}>
    ${Object.entries(WORDS.eager).map(([word, label]) => html`<option key=${word} value=${word} selected=${word === now}>${label}</option>`)}
  </select>`;
}

function DelayControl({ state, doing }) {
  const now = state.program?.delay_target_s ?? 0;
  const choices = [...new Set([...DELAYS, now])].sort((a, b) => a - b);
  return html`<select aria-label=${WORDS.delay} value=${now} onChange=${({ currentTarget }) => doing.program({ delay_target_s: Number(currentTarget.value) })}>
    ${choices.map((s) => html`<option key=${s} value=${s} selected=${s === now}>${s} s</option>`)}
  </select>`;
}

/// The settings that the desk can change while the show runs; a delay only where there is a stream.
const CONTROLS = {
  PARTYLINE_PHONE_OPEN: () => LinesControl,
  PARTYLINE_AI_EAGERNESS: () => EagernessControl,
  PARTYLINE_STREAM_DELAY: ({ program }) => program?.url && DelayControl,
};
