/// What the show is run with, part by part, and the trying of each before the show. Secrets never come
/// here: of a password or a key the studio tells whether there is one.

import { html, useEffect, useRef } from '../../vendor/preact.js';
import { named, t } from '../language.js';
import { decimal } from '../words.js';
import { EAGERNESS } from './cast.js';
import { Button, Foreign, Switch, Told } from './parts.js';

/// Seconds of delay to choose from, besides the one that is wanted now.
const DELAYS = [0, 3, 5, 7, 10, 15, 20, 30, 40];

export function Settings({ state, doing }) {
  const box = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current.showModal();
    return () => before?.focus?.();
  }, []);
  useReadAgain(state, doing);
  return html`<dialog class="help settings" ref=${box} aria-labelledby="settings-title" onClose=${() => doing.settings(false)}>
    <header>
      <h2 id="settings-title">${t('settings')}</h2>
      <${Button} label=${t('page.close')} onPress=${() => box.current.close()} />
    </header>
    <p>${t('settings.intro')}</p>
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
  const title = named('settings.part', part.part);
  const does = part.tries && named('settings.does', part.part);
  const head = `settings-${part.part}`;
  const given = part.settings.filter((one) => one.given).length;
  return html`<section class="setup" aria-labelledby=${head}>
    <div class="setup-head">
      <h3 id=${head}>${title}</h3>
      ${part.tries && html`<${Try} state=${state} doing=${doing} part=${part.part} of=${title} title=${does} />`}
    </div>
    ${does && html`<p class="does">${does}</p>`}
    <${Result} result=${state.tried[part.part]} trying=${tryingNow(state).part === part.part} />
    ${part.choices.length > 0 && html`<ul class="choices">
      ${part.choices.map((one) => html`<li key=${one.choice}>
        <${Named} part=${part.part} choice=${one} />
        <${Try} state=${state} doing=${doing} part=${part.part} choice=${one.choice} of=${nameOf(part.part, one)} />
      </li>`)}
    </ul>`}
    ${part.settings.length > 0 && html`<details>
      <summary>${t('settings.count', part.settings.length, given)}</summary>
      <ul class="setting-list">
        ${part.settings.map((one) => html`<${Setting} key=${one.name} setting=${one} state=${state} doing=${doing} />`)}
      </ul>
    </details>`}
  </section>`;
}

function nameOf(part, choice) {
  return part === 'channels' ? t('settings.channel', choice.name) : choice.name;
}

function Named({ part, choice }) {
  const detail = part === 'channels' ? named('settings.source', choice.detail) : choice.detail;
  return html`<span class="choice"><strong><${Foreign} text=${nameOf(part, choice)} /></strong> <small><${Foreign} text=${detail} /></small></span>`;
}

/// What is being tried: by this page, or by another.
function tryingNow(state) {
  return state.trying ?? { part: state.settings?.trying ?? null, choice: undefined };
}

/// One thing is tried at a time; the button that began it stops it.
function Try({ state, doing, part, choice, of, title }) {
  const now = tryingNow(state);
  const mine = now.part === part && now.choice === choice;
  const [label, say] = wordsOf(mine, choice, of);
  return html`<${Button}
    label=${label}
    say=${say}
    tone=${mine ? 'outlined' : 'plain'}
    title=${title}
    wait=${now.part !== null && !mine}
    onPress=${() => (mine ? doing.stopTrying() : doing.tryPart(part, choice))}
  />`;
}

function wordsOf(mine, choice, of) {
  if (mine) return [t('settings.stop'), t('settings.stop.of', of)];
  if (choice === undefined) return [t('settings.try'), t('settings.try.of', of)];
  return [t('settings.try.one'), t('settings.try.one.of', of)];
}

function Result({ result, trying }) {
  if (trying || !result) return html`<p class="tried" role="status">${trying && t('settings.trying')}</p>`;
  const { state, sentence, ours, ms } = result;
  return html`<p class=${`tried ${state}`} role="status">
    <strong>${named('settings.state', state)}</strong> ${ours ? sentence : html`<${Told} text=${sentence} />`}${ms !== undefined && html` <small>${took(ms)}</small>`}
  </p>`;
}

function took(ms) {
  return ms < 1000 ? t('settings.took', ms) : t('settings.took.seconds', decimal(ms / 1000, 1));
}

function Setting({ setting, state, doing }) {
  const Control = setting.changes && CONTROLS[setting.name]?.(state);
  return html`<li>
    <code>${setting.name}</code>
    <p class="value"><${Value} setting=${setting} /> <small>${named('settings.from', setting.from)}</small></p>
    <p class="means"><${Told} text=${setting.means} /></p>
    ${Control
      ? html`<div class="control"><span>${t('settings.now')}</span> <${Control} state=${state} doing=${doing} /></div>`
      : html`<p class="again">${t(`settings.again.${setting.from}`, setting.name)}</p>`}
  </li>`;
}

function Value({ setting }) {
  const { secret, given, value, usual } = setting;
  if (secret) return given ? t('settings.set') : t('settings.not-set');
  return value === null ? html`<${Told} text=${usual} />` : html`<${Foreign} text=${value} />`;
}

function LinesControl({ state, doing }) {
  const { show } = state;
  return html`<${Switch} label=${t('strip.lines')} words=${[t('switch.open'), t('switch.closed')]} on=${show?.lines_open === true} wait=${Boolean(show?.ended_at)} onChange=${doing.lines} />`;
}

function EagernessControl({ state, doing }) {
  const now = state.show?.ai_eagerness ?? 'balanced';
  return html`<select aria-label=${t('cast.unasked')} value=${now} onChange=${({ currentTarget }) => doing.eagerness(currentTarget.value)}>
    ${EAGERNESS.map((word) => html`<option key=${word} value=${word} selected=${word === now}>${t(`cast.unasked.is.${word}`)}</option>`)}
  </select>`;
}

function DelayControl({ state, doing }) {
  const now = state.program?.delay_target_s ?? 0;
  const choices = [...new Set([...DELAYS, now])].sort((a, b) => a - b);
  return html`<select aria-label=${t('program.delay.seconds')} value=${now} onChange=${({ currentTarget }) => doing.program({ delay_target_s: Number(currentTarget.value) })}>
    ${choices.map((s) => html`<option key=${s} value=${s} selected=${s === now}>${s} s</option>`)}
  </select>`;
}

/// The settings that the desk can change while the show runs; a delay only where there is a stream.
const CONTROLS = {
  PARTYLINE_PHONE_OPEN: () => LinesControl,
  PARTYLINE_AI_EAGERNESS: () => EagernessControl,
  PARTYLINE_STREAM_DELAY: ({ program }) => program?.url && DelayControl,
};
