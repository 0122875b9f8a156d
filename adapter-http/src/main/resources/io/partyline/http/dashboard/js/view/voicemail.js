/// What callers have left while the lines were closed, the newest first: to listen to, to play on the air, to delete.
/// The producer listens, and no more.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { t } from '../language.js';
import { cartsOf, hasVoicemail, isProducer } from '../picture.js';
import { day, elapsed, plain, timeOfDay } from '../words.js';
import { Button, Foreign, Told } from './parts.js';
import { Left } from './sounds.js';

export function Voicemail(props) {
  return hasVoicemail(props.state) && html`<${Messages} ...${props} />`;
}

function Messages({ state, doing }) {
  const [listening, listen] = useState(null);
  const { mail, voicemail } = state;
  const messages = voicemail?.messages ?? [];
  return html`<section class="panel voicemail" aria-labelledby="voicemail-title">
    <h2 id="voicemail-title" tabindex="-1">${t('voicemail')} ${mail.unheard > 0 && html`<span class="count">${t('voicemail.unheard', mail.unheard)}</span>`}</h2>
    ${mail.trouble && html`<p class="flags"><${Told} text=${mail.trouble} /></p>`}
    ${voicemail !== null && messages.length === 0 && html`<p class="nobody">${t('voicemail.nothing')}</p>`}
    <ul class="messages scrolls">
      ${messages.map(
        (message) => html`<${Message}
          key=${message.id}
          message=${message}
          listening=${listening === message.id}
          onListen=${(on) => listen(on ? message.id : null)}
          state=${state}
          doing=${doing}
        />`,
      )}
    </ul>
  </section>`;
}

function Message({ message, listening, onListen, state, doing }) {
  const { heard, words } = message;
  const [cart] = cartsOf(state, message);
  const box = useRef(null);
  useEffect(() => {
    if (listening) box.current.scrollIntoView({ block: 'nearest' });
  }, [listening]);
  return html`<li ref=${box} class=${`message ${heard ? '' : 'unheard'} ${cart ? 'sounding' : ''}`}>
    <div class="top">
      <p class="name">
        <strong><${Foreign} text=${message.name || t('who.nameless')} /></strong>
        ${!heard && html`<span class="badge unheard">${t('voicemail.new')}</span>`}
      </p>
      <p class="facts"><span class="phone">${message.phone}</span> <time datetime=${message.at}>${when(message)}</time> <span>${elapsed(message.length_ms)}</span></p>
    </div>
    ${words && html`<p class="words"><${Foreign} text=${words} /></p>`}
    ${listening && html`<${Player} message=${message} doing=${doing} />`}
    <${Acts} ...${{ message, cart, listening, onListen, state, doing }} />
  </li>`;
}

function when({ at }) {
  return `${day(at)}, ${timeOfDay(at)}`;
}

/// Who left a message and when, for a sentence.
function nameOf(message) {
  return t('voicemail.of', plain(message.name || t('who.nameless')), when(message));
}

/// The message on this computer, and nowhere else. It counts as heard once it sounds.
function Player({ message, doing }) {
  return html`<audio
    controls
    autoplay
    aria-label=${nameOf(message)}
    src=${`/api/voicemail/${encodeURIComponent(message.id)}/audio`}
    onPlaying=${() => message.heard || doing.heard(message, true)}
    onError=${() => doing.tell(t('voicemail.unplayable'))}
  ></audio>`;
}

function Acts({ message, cart, listening, onListen, state, doing }) {
  const { heard } = message;
  const name = nameOf(message);
  return html`<div class="acts">
    <${Button} label=${t('voicemail.listen')} aria-pressed=${listening ? 'true' : 'false'} title=${t('voicemail.listen.hint')} say=${t('voicemail.listen.say', name)} onPress=${() => onListen(!listening)} />
    <${Button} label=${t('voicemail.heard')} aria-pressed=${heard ? 'true' : 'false'} say=${t('voicemail.heard.say', name)} onPress=${() => doing.heard(message, !heard)} />
    ${!isProducer(state) && html`<${OnAir} ...${{ cart, message, name, state, doing }} /><${Delete} message=${message} name=${name} doing=${doing} />`}
  </div>`;
}

function OnAir({ cart, message, name, state, doing }) {
  return cart
    ? html`<${Button} icon="stop" label=${t('carts.stop')} say=${t('carts.stop.say', name)} onPress=${() => doing.stopCart(cart.cart)} /><${Left} of=${cart} readAt=${state.sfx.readAt} />`
    : html`<${Button} icon="air" label=${t('voicemail.play')} tone="outlined" wait=${Boolean(state.show?.ended_at)} title=${t('voicemail.play.hint')} say=${t('voicemail.play.say', name)} onPress=${() => doing.playMessage(message)} />`;
}

/// What keeps a message stands where it was to be deleted, so that a key that is held deletes nothing.
function Delete({ message, name, doing }) {
  const [sure, ask] = useState(false);
  return html`
    <${Button} label=${sure ? t('page.keep') : t('voicemail.delete')} tone="quiet away" title=${sure ? undefined : t('voicemail.delete.hint')} say=${sure ? undefined : t('voicemail.delete.say', name)} onPress=${() => ask(!sure)} />
    ${sure && html`<${Button} label=${t('voicemail.delete.sure')} tone="outlined" say=${t('voicemail.delete.sure.say', name)} onPress=${() => doing.deleteMessage(message)} />`}
  `;
}
