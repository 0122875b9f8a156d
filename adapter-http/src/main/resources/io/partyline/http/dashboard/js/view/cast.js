/// The AI callers: who could come on, how freely they speak, and which follow-up is on its way.

import { html } from '../../vendor/preact.js';
import { named, t } from '../language.js';
import { aiFacts, followUp } from '../picture.js';
import { moodWords } from '../words.js';
import { Button, Foreign, Switch, Until } from './parts.js';
import { People } from './people.js';

export function Cast({ state, doing }) {
  const { show } = state;
  return html`<section class="panel cast" aria-labelledby="cast-title">
    <h2 id="cast-title">
      ${t('cast')}
      <${Button} label=${t('cast.follow-up')} tone="quiet away" wait=${state.history.length === 0} title=${t('cast.follow-up.hint')} onPress=${doing.followUpNow} />
    </h2>
    <div class="switches">
      <${Switch} label=${t('cast.mode')} words=${[t('cast.mode.auto'), t('cast.mode.manual')]} title=${t('cast.mode.hint')} on=${show?.ai_mode === 'auto'} wait=${!show} onChange=${(auto) => doing.aiMode(auto ? 'auto' : 'manual')} />
      <${Switch} label=${t('cast.mute')} title=${t('cast.mute.hint')} tone="warn" on=${show?.ai_muted === true} wait=${!show} onChange=${doing.aiMute} />
      <${Switch} label=${t('cast.auto-follow-up')} title=${t('cast.auto-follow-up.hint')} on=${show?.auto_followup === true} wait=${!show} onChange=${doing.autoFollowUp} />
      ${show?.ai_mode === 'auto' && html`<${Dial} eagerness=${show.ai_eagerness} doing=${doing} />`}
    </div>
    ${aiFacts(state).length > 0 && html`<p class=${`ai-facts ${state.spend?.warned ? 'warned' : ''}`}>${aiFacts(state).join(' · ')}</p>`}
    ${show?.host_mood && html`<${HostMood} mood=${show.host_mood} doing=${doing} />`}
    <${FollowUp} pending=${followUp(state)} doing=${doing} />
    <ul class="personas scrolls">
      ${state.callers.map((one) => html`<${Persona} key=${one.key} one=${one} doing=${doing} busy=${state.busy} />`)}
    </ul>
    <${People} state=${state} doing=${doing} />
  </section>`;
}

export const EAGERNESS = ['shy', 'balanced', 'eager'];

function Dial({ eagerness, doing }) {
  return html`<label class="dial" title=${t('cast.unasked.hint')}>
    ${t('cast.unasked')}
    <select value=${eagerness} onChange=${(chosen) => doing.eagerness(chosen.currentTarget.value)}>
      ${EAGERNESS.map((word) => html`<option key=${word} value=${word} selected=${word === eagerness}>${t(`cast.unasked.is.${word}`)}</option>`)}
    </select>
  </label>`;
}

/// What the AI callers take the host's mood for, and the host's word about that.
function HostMood({ mood, doing }) {
  const chosen = mood.by === 'host' ? mood.moods[0] : '';
  return html`<p class="host-mood">
    <span>${t('mood.is', html`<strong>${moodWords(mood)}</strong>`)}</span>
    <select aria-label=${t('mood')} title=${t('mood.hint')} value=${chosen} onChange=${({ currentTarget }) => doing.mood(currentTarget.value || null)}>
      <option value="">${t('mood.as-you-speak')}</option>
      ${mood.known.map((one) => html`<option key=${one} value=${one}>${named('mood.is', one)}</option>`)}
    </select>
  </p>`;
}

function FollowUp({ pending, doing }) {
  if (!pending) return null;
  return html`<div class="follow-up" role="group" aria-label=${t('follow-up')}>
    <div>
      <p class="name">
        ${followsUp(pending)}
        ${' '}${pending.offered ? t('follow-up.offered') : html`<${Until} at=${pending.dueAt} />`}
      </p>
      ${pending.why && html`<p class="why" dir="auto">${pending.why}</p>`}
    </div>
    <${Button} label=${t('follow-up.now')} tone="go" say=${t('follow-up.now.say')} onPress=${doing.followUpNow} />
    <${Button} label=${t('follow-up.cancel')} tone="outlined" say=${t('follow-up.cancel.say')} onPress=${doing.cancelFollowUp} />
  </div>`;
}

function followsUp({ who, about }) {
  const whoever = html`<bdi>${who ?? t('follow-up.choosing')}</bdi>`;
  return about ? t('follow-up.on', whoever, html`<bdi>${about}</bdi>`) : t('follow-up.who', whoever);
}

function Persona({ one, doing, busy }) {
  const coming = busy.includes(`/api/call/${encodeURIComponent(one.key)}`);
  const words = one.on_show ? t('cast.on-show') : coming ? t('cast.coming') : null;
  return html`<li class=${`persona ${one.on_show ? 'on-show' : ''}`}>
    <button
      type="button"
      aria-disabled=${one.on_show || coming ? 'true' : undefined}
      title=${one.vibe}
      onClick=${one.on_show || coming ? undefined : () => doing.bring(one.key)}
    >
      ${!words && html`<span class="for-ears">${t('cast.bring')}</span>`}
      <span class="top"><strong><${Foreign} text=${one.name} /></strong>${one.returning && html`<i class="regular" title=${t('cast.regular')} role="img" aria-label=${t('cast.regular.say')}>★</i>`}</span>
      <span class="vibe">${one.vibe}</span>
      <span class="facts">
        ${words
          ? html`<b>${words}</b>`
          : [one.instead_of && t('cast.instead-of', one.instead_of), one.age_range, one.voice].filter(Boolean).join(' · ')}
      </span>
    </button>
  </li>`;
}
