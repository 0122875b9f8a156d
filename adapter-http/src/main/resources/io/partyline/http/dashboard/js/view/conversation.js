/// What is said on the air, by everybody, and the host's line to the AI callers.

import { html, useEffect, useLayoutEffect, useRef, useState } from '../../vendor/preact.js';
import { keyCap } from '../keys.js';
import { t } from '../language.js';
import { aiOnAir, nameOf } from '../picture.js';
import { elapsed, plain, speakerOf } from '../words.js';
import { kept } from './kept.js';
import { Button, Foreign, closeOnLeave } from './parts.js';

/// Nearer to the end than this, the reader is taken to follow the talk.
const NEAR_PX = 60;

export function Conversation({ state, doing }) {
  const list = useRef(null);
  const [following, setFollowing] = useState(true);
  const lines = state.conversation;
  const last = lines.at(-1)?.seq;
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });
  useLayoutEffect(() => {
    if (following) toEnd();
  }, [last, lines.length, state.floor]);
  const follows = useRef(following);
  follows.current = following;
  useEffect(() => {
    const sizes = new ResizeObserver(() => follows.current && toEnd());
    sizes.observe(list.current);
    return () => sizes.disconnect();
  }, []);
  const scrolled = ({ currentTarget: box }) =>
    setFollowing(box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX);
  return html`<section class="panel conversation" aria-labelledby="talk-title">
    <h2 id="talk-title">${t('talk')}</h2>
    <div class="talk-box">
      <ol class="talk scrolls" ref=${list} tabindex="0" aria-label=${t('talk.said')} onScroll=${scrolled}>
        ${lines.length === 0 && html`<li class="nobody">${t('talk.nothing')}</li>`}
        ${stretches(lines).map((stretch) => html`<${KeptStretch} ...${stretch} />`)}
        <${Coming} state=${state} />
      </ol>
      ${!following && html`<${Button} label=${t('talk.latest')} tone="jump" onPress=${toEnd} />`}
    </div>
    <${KeptSay} state=${state} doing=${doing} />
  </section>`;
}

function isSame(line, before) {
  return before !== undefined && before.role === line.role && before.name === line.name;
}

function Line({ line, past, goesOn }) {
  const who = speakerOf(line.role, line.name);
  return html`<li class=${`line ${who.kind} ${goesOn ? 'goes-on' : ''} ${past ? 'past-line' : ''}`}>
    ${!goesOn &&
    html`<p class="speaker">
      <span class=${`badge ${who.kind}`}>${who.label}</span><strong><${Foreign} text=${who.name} /></strong>
      <time>${elapsed(line.at_ms)}</time>
    </p>`}
    <p class="words" dir="auto">${line.content}</p>
  </li>`;
}

/// So many events, one after the other, whose lines are drawn together.
const STRETCH = 32;
/// The stretches at the end that are seen by whoever follows the talk; what is above them is laid out when it is
/// scrolled to.
const SEEN = 2;

/// The talk in stretches: a line never changes once it has been said, there are hundreds, and one more is a
/// matter of its own stretch alone. Late text can stand within another one, and divides it.
function stretches(lines) {
  const all = [];
  const seen = new Map();
  lines.forEach((line, at) => {
    const of = Math.floor(line.seq / STRETCH);
    if (all.at(-1)?.of !== of) {
      seen.set(of, (seen.get(of) ?? 0) + 1);
      all.push({ key: `${of}.${seen.get(of)}`, of, lines: [], before: lines[at - 1] });
    }
    all.at(-1).lines.push(line);
  });
  return all.map((one, at) => ({ ...one, past: at < all.length - SEEN }));
}

function Stretch({ lines, before, past }) {
  return lines.map(
    (line, at) => html`<${Line} key=${line.seq} line=${line} past=${past} goesOn=${isSame(line, lines[at - 1] ?? before)} />`,
  );
}

const KeptStretch = kept(Stretch, ({ lines, before, past }) => [past, isSame(lines[0], before), ...lines]);

/// The turn that is being thought of or spoken: its words become lines as they are heard.
function Coming({ state }) {
  if (!state.floor) return null;
  const name = plain(nameOf(state, state.floor.callSid) ?? t('talk.somebody'));
  return html`<li class="line ai coming" aria-hidden="true">
    <p class="words">${state.floor.worded ? t('talk.speaking', name) : t('talk.thinking', name)}</p>
  </li>`;
}

function Say({ state, doing }) {
  const [text, setText] = useState('');
  const names = aiOnAir(state).map((call) => plain(call.name));
  const nobody = names.length === 0;
  const send = async (submit) => {
    submit.preventDefault();
    const words = text.trim();
    if (!words || nobody) return;
    setText('');
    if (!(await doing.say(words))) setText((since) => since || words);
  };
  return html`<form class="say" onSubmit=${send}>
    <label for="say" class=${nobody ? 'nobody' : ''}>
      ${nobody ? t('talk.nobody') : t('talk.to', names.join(t('list.and')))}
    </label>
    <div>
      <input
        id="say"
        type="text"
        autocomplete="off"
        maxlength="2000"
        aria-keyshortcuts=${keyCap(state.keys, 'write')}
        value=${text}
        placeholder=${nobody ? '' : t('talk.type')}
        onInput=${(typed) => setText(typed.currentTarget.value)}
      />
      <button type="submit" class="button" disabled=${nobody || !text.trim()}>${t('talk.send')}</button>
    </div>
  </form>
  <${Announce} state=${state} doing=${doing} />`;
}

/// With every word that is said the rest of the panel is drawn again, and this only if somebody else is there.
const KeptSay = kept(Say, ({ state }) => [state.keys, state.callers, ...aiOnAir(state).map((call) => call.name)]);

/// Something that a voice says to everybody on the air, and no AI caller answers.
function Announce({ state, doing }) {
  const box = useRef(null);
  const voices = [...new Set(state.callers.map((one) => one.voice).filter(Boolean))].sort();
  if (voices.length === 0) return null;
  const send = async (event) => {
    event.preventDefault();
    const { words, voice } = event.currentTarget.elements;
    if (!words.value.trim() || !(await doing.announce(words.value.trim(), voice.value))) return;
    words.value = '';
    box.current.open = false;
  };
  return html`<details class="announce menu" ref=${box} onFocusOut=${closeOnLeave}>
    <summary>${t('announce')}</summary>
    <form onSubmit=${send}>
      <label><span>${t('announce.what')}</span><input name="words" type="text" autocomplete="off" maxlength="2000" /></label>
      <label><span>${t('announce.voice')}</span>
        <select name="voice">${voices.map((voice) => html`<option key=${voice} value=${voice}>${voice}</option>`)}</select>
      </label>
      <button type="submit" class="button">${t('announce.go')}</button>
    </form>
  </details>`;
}
