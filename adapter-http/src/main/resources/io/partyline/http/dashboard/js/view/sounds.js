/// Music and carts: what plays, what comes next, and a button for every cart.

import { html, useState } from '../../vendor/preact.js';
import { locale, t } from '../language.js';
import { hasSounds } from '../picture.js';
import { elapsed, plain } from '../words.js';
import { Button, Foreign, Switch, Told, useNow } from './parts.js';

export function Sounds({ state, doing }) {
  if (!hasSounds(state)) return null;
  const { music, sfx } = state;
  return html`<section class="panel sounds" aria-labelledby="sounds-title">
    <h2 id="sounds-title" tabindex="-1">${t('sounds')}</h2>
    <div class="scrolls sounds-list">
      ${sfx && html`<${Carts} sfx=${sfx} doing=${doing} />`}
      ${music && html`<${Deck} music=${music} doing=${doing} />`}
      <${Trouble} parts=${[music, sfx]} />
    </div>
  </section>`;
}

function Trouble({ parts }) {
  return parts
    .map((part) => part?.folder_problem)
    .filter(Boolean)
    .map((problem) => html`<p key=${problem} class="flags"><${Told} text=${problem} /></p>`);
}

/// What a clip is as long as, in seconds.
const CLIP_S = 30;

function Carts({ sfx, doing }) {
  const [loop, setLoop] = useState(false);
  const carts = sfx.playing ?? [];
  const sounding = carts.map((cart) => cart.sound);
  return html`<div class="carts" role="group" aria-label=${t('carts')}>
    ${sfx.sounds.map(
      (sound) => html`<${Button}
        key=${sound.id}
        label=${html`<${Foreign} text=${sound.title} />`}
        tone=${`cart ${sounding.includes(sound.id) ? 'sounding' : ''}`}
        wait=${Boolean(sound.problem)}
        title=${sound.problem ?? undefined}
        onPress=${() => doing.fire(sound.id, loop)}
      />`,
    )}
  </div>
  <div class="acts">
    ${sfx.sounds.length > 0 && html`<${Switch} label=${t('carts.repeat')} title=${t('carts.repeat.hint')} on=${loop} onChange=${setLoop} />`}
    <${Button} label=${t('carts.clip', CLIP_S)} tone="quiet" title=${t('carts.clip.hint', CLIP_S)} onPress=${() => doing.clip(CLIP_S)} />
    ${carts.length > 1 && html`<${Button} icon="stop" label=${t('carts.stop-all')} tone="outlined" onPress=${doing.stopCarts} />`}
  </div>
  ${carts.length > 0 &&
  html`<ul class="tracks" aria-label=${t('carts.sounding')}>
    ${carts.map((cart) => html`<${Sounding} key=${cart.cart} cart=${cart} readAt=${sfx.readAt} doing=${doing} />`)}
  </ul>`}`;
}

function Sounding({ cart, readAt, doing }) {
  return html`<li class="sounding">
    <span class="title"><${Foreign} text=${cart.title} /></span>
    <${Left} of=${cart} readAt=${readAt} />
    <${Button} icon="stop" label=${t('carts.stop')} say=${t('carts.stop.say', plain(cart.title))} onPress=${() => doing.stopCart(cart.cart)} />
  </li>`;
}

/// What is left of a sound; of one that repeats, or whose length nobody knows, how long it has sounded.
export function Left({ of: { position_ms: position, length_ms: length, loop }, readAt }) {
  const at = useNow() - readAt + position;
  return html`<time>${length && !loop ? `−${elapsed(length - at)}` : elapsed(at)}</time>`;
}

function Deck({ music, doing }) {
  return html`
    ${music.playing && html`<${Playing} music=${music} doing=${doing} />`}
    <label class="volume"><span>${t('music')}</span>
      <input type="range" min="0" max="1" step="0.05" aria-label=${t('music.volume')} value=${music.volume} onChange=${({ currentTarget }) => doing.musicVolume(Number(currentTarget.value))} />
      ${music.lowered && html`<small>${t('music.lowered')}</small>`}
    </label>
    <ul class="tracks">
      ${music.tracks.map((track) => html`<${Track} key=${track.id} track=${track} music=${music} doing=${doing} />`)}
    </ul>
  `;
}

function Playing({ music, doing }) {
  const { playing } = music;
  return html`<div class="playing" role="group" aria-label=${t('music.playing')}>
    <p class="name"><${Foreign} text=${titleOf(playing)} /> <${Left} of=${playing} readAt=${music.readAt} /></p>
    ${music.next && html`<p class="about">${t('music.then', html`<${Foreign} text=${titleOf(music.next)} />`)}</p>`}
    <div class="acts">
      <${Button} icon="stop" label=${t('music.stop')} say=${t('music.stop.say')} onPress=${doing.stopMusic} />
      ${music.next && html`<${Button} label=${t('music.skip')} title=${t('music.skip.hint', (music.crossfade_ms / 1000).toLocaleString(locale()))} onPress=${doing.skip} />`}
      <${Switch} label=${t('music.loop')} on=${playing.loop} onChange=${doing.loop} />
    </div>
  </div>`;
}

function Track({ track, music, doing }) {
  const plays = music.playing?.track === track.id;
  const next = music.next?.id === track.id;
  const broken = Boolean(track.problem);
  const play = music.playing ? 'music.cross' : 'music.play';
  return html`<li class=${plays ? 'sounding' : ''}>
    <span class="title"><${Foreign} text=${titleOf(track)} /></span>
    <time>${track.length_ms ? elapsed(track.length_ms) : ''}</time>
    <${Button} label=${t(play)} wait=${broken || plays} title=${track.problem ?? undefined} say=${t(`${play}.say`, plain(track.title))} onPress=${() => doing.play(track.id)} />
    <${Button} label=${t('music.next')} wait=${broken} aria-pressed=${next ? 'true' : 'false'} say=${t('music.next.say', plain(track.title))} onPress=${() => doing.nextTrack(next ? null : track.id)} />
  </li>`;
}

function titleOf({ title, artist }) {
  return artist ? `${title} · ${artist}` : title;
}
