/// The AI callers: who could come on, how freely they speak, and which follow-up is on its way.

import { html } from '../../vendor/preact.js';
import { aiFacts, followUp } from '../picture.js';
import { moodWords } from '../words.js';
import { Button, Foreign, Switch, Until } from './parts.js';
import { People } from './people.js';

export function Cast({ state, doing }) {
  const { show } = state;
  return html`<section class="panel cast" aria-labelledby="cast-title">
    <h2 id="cast-title">
      AI callers
      <${Button} label="Follow up now" tone="quiet away" wait=${state.history.length === 0} title="An AI caller responds to the last call" onPress=${doing.followUpNow} />
    </h2>
    <div class="switches">
      <${Switch} label="AI mode" words=${['auto', 'manual']} title="Manual: an AI caller speaks when you give it the floor. Auto: it may also jump in." on=${show?.ai_mode === 'auto'} wait=${!show} onChange=${(auto) => doing.aiMode(auto ? 'auto' : 'manual')} />
      <${Switch} label="AI mute" title="While on, no AI caller speaks by itself" tone="warn" on=${show?.ai_muted === true} wait=${!show} onChange=${doing.aiMute} />
      <${Switch} label="Auto follow-up" title="After a real call an AI caller comes on who refers to it" on=${show?.auto_followup === true} wait=${!show} onChange=${doing.autoFollowUp} />
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

const EAGERNESS = ['shy', 'balanced', 'eager'];

function Dial({ eagerness, doing }) {
  return html`<label class="dial" title="How much of the air the AI callers take unasked: 20, 27 or 35 percent">
    Unasked
    <select value=${eagerness} onChange=${(chosen) => doing.eagerness(chosen.currentTarget.value)}>
      ${EAGERNESS.map((word) => html`<option key=${word} value=${word} selected=${word === eagerness}>${word}</option>`)}
    </select>
  </label>`;
}

/// What the AI callers take the host's mood for, and the host's word about that.
function HostMood({ mood, doing }) {
  const chosen = mood.by === 'host' ? mood.moods[0] : '';
  return html`<p class="host-mood">
    <span>Your mood: <strong>${moodWords(mood)}</strong></span>
    <select aria-label="Your mood" title="How the AI callers behave towards you" value=${chosen} onChange=${({ currentTarget }) => doing.mood(currentTarget.value || null)}>
      <option value="">As you speak</option>
      ${mood.known.map((one) => html`<option key=${one} value=${one}>${one.replaceAll('_', ' ')}</option>`)}
    </select>
  </p>`;
}

function FollowUp({ pending, doing }) {
  if (!pending) return null;
  return html`<div class="follow-up" role="group" aria-label="Follow-up on its way">
    <div>
      <p class="name">
        <bdi>${pending.who ?? 'Choosing who…'}</bdi> follows up${pending.about && html` on <bdi>${pending.about}</bdi>`}
        ${' '}${pending.offered ? 'when you say so' : html`<${Until} at=${pending.dueAt} />`}
      </p>
      ${pending.why && html`<p class="why" dir="auto">${pending.why}</p>`}
    </div>
    <${Button} label="Now" tone="go" say="Now: follow up" onPress=${doing.followUpNow} />
    <${Button} label="Cancel" tone="outlined" say="Cancel the follow-up" onPress=${doing.cancelFollowUp} />
  </div>`;
}

function Persona({ one, doing, busy }) {
  const coming = busy.includes(`/api/call/${encodeURIComponent(one.key)}`);
  const words = one.on_show ? 'On the show' : coming ? 'Coming on…' : null;
  return html`<li class=${`persona ${one.on_show ? 'on-show' : ''}`}>
    <button
      type="button"
      aria-disabled=${one.on_show || coming ? 'true' : undefined}
      title=${one.vibe}
      onClick=${one.on_show || coming ? undefined : () => doing.bring(one.key)}
    >
      ${!words && html`<span class="for-ears">Bring on</span>`}
      <span class="top"><strong><${Foreign} text=${one.name} /></strong>${one.returning && html`<i class="regular" title="Regular" role="img" aria-label="regular">★</i>`}</span>
      <span class="vibe">${one.vibe}</span>
      <span class="facts">
        ${words
          ? html`<b>${words}</b>`
          : html`${one.instead_of && html`for <bdi>${one.instead_of}</bdi> · `}${[one.age_range, one.voice].filter(Boolean).join(' · ')}`}
      </span>
    </button>
  </li>`;
}
