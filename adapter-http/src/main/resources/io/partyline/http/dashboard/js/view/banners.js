/// What must not be overlooked for as long as it is so: a line across the desk for each.

import { html, useEffect, useState } from '../../vendor/preact.js';
import { t } from '../language.js';
import { banners, isProducer } from '../picture.js';
import { Seats } from './notes.js';
import { Button, Since, Told } from './parts.js';

/// A connection that breaks for less than this is not worth a banner.
const PATIENCE_MS = 1_500;

export function Banners({ state, doing }) {
  const lost = useLostFor(state.link);
  const host = !isProducer(state);
  return html`<div class="banners" role="status">
    ${lost && html`<p class="banner trouble"><strong>${t('banner.adrift')}</strong> ${t('banner.adrift.more')} <${Since} at=${state.link.since} label=${t('banner.adrift.for')} /></p>`}
    ${host && html`<${Seats} state=${state} doing=${doing} />`}
    ${banners(state).map(
      (one) => html`<p key=${one.text} class=${`banner ${one.tone}`}>
        <strong>${one.text}</strong> ${one.told ? html`<${Told} text=${one.told} />` : one.more}
        ${host && one.deed && html`<${Button} label=${one.act} onPress=${() => one.deed(doing)} />`}
      </p>`,
    )}
  </div>`;
}

/// Whether the connection has been away for longer than a moment.
function useLostFor(link) {
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (link.state !== 'reconnecting') {
      setLost(false);
      return undefined;
    }
    const clock = setTimeout(() => setLost(true), PATIENCE_MS);
    return () => clearTimeout(clock);
  }, [link.state]);
  return lost;
}
