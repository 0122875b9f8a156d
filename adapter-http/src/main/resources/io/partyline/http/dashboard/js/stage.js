/// The stage view: who is on the air, what about, and how long, for a second screen or an overlay of a
/// stream. It shows what `/api/stage` tells and nothing else, and there is nothing to press.

import { language, speak, t, whenLacking } from './language.js';
import { elapsed } from './words.js';

/// One small answer a second, so that the page needs no more of the door than that one address.
const ROUND_MS = 1_000;

async function round() {
  try {
    const answer = await fetch('/api/stage', { cache: 'no-store', signal: AbortSignal.timeout(5 * ROUND_MS) });
    if (answer.ok) draw(await answer.json(), Date.parse(answer.headers.get('Date') ?? '') || Date.now());
    document.body.classList.toggle('adrift', !answer.ok);
  } catch {
    document.body.classList.add('adrift');
  }
  setTimeout(round, ROUND_MS);
}

/// @param now by the studio's clock, in milliseconds
function draw(stage, now) {
  document.querySelector('h1').textContent = stage.show_name;
  document.querySelector('.clock').textContent = stage.ended_at ? t('stage.over') : elapsed(stage.position_ms);
  const people = stage.on_air.map((one) => person(one, now));
  document.querySelector('.on-air').replaceChildren(...people);
}

function person({ name, kind, topic, since }, now) {
  const row = document.createElement('li');
  row.className = kind;
  row.append(
    ...(kind === 'ai' ? [text('span', 'badge', t('who.ai'))] : []),
    text('bdi', 'name', name),
    text('time', 'timer', elapsed(now - Date.parse(since))),
    ...(topic ? [text('bdi', 'topic', topic)] : []),
  );
  return row;
}

function text(tag, name, words) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = words;
  return element;
}

whenLacking((sentence) => console.error(sentence));
speak(new URLSearchParams(location.search).get('lang'), navigator.languages);
document.documentElement.lang = language();
document.title = t('stage.title');
round();
