/// The whole page. Where there is room, the earlier calls stand below the queue; else they share a place
/// with the conversation.

import { html, useEffect, useState } from '../../vendor/preact.js';
import { onAir } from '../picture.js';
import { Cast } from './cast.js';
import { Help } from './help.js';
import { History } from './history.js';
import { Notices } from './notices.js';
import { OnAir } from './onair.js';
import { useMedia } from './parts.js';
import { Queue } from './queue.js';
import { Seat } from './seat.js';
import { Talk } from './talk.js';
import { TopStrip } from './topstrip.js';

export function Desk({ desk, doing }) {
  const [state, setState] = useState(desk.state());
  useEffect(() => desk.listen(() => setState(desk.state())), [desk]);
  const roomy = useMedia('(min-width: 1500px) and (min-height: 850px)');
  const somebody = onAir(state).length > 0 ? 'somebody-on-air' : '';
  const adrift = state.link.state === 'reconnecting' ? 'adrift' : '';
  return html`
    <div class=${`page ${somebody} ${adrift}`}>
      <${TopStrip} state=${state} doing=${doing} />
      <${Seat} />
      <main class="panels">
        <div class="column first">
          <${OnAir} state=${state} doing=${doing} />
          <${Cast} state=${state} doing=${doing} />
        </div>
        <div class="column second">
          <${Queue} state=${state} doing=${doing} />
          ${roomy && html`<${History} state=${state} />`}
        </div>
        <div class="column third"><${Talk} state=${state} doing=${doing} tabs=${!roomy} /></div>
      </main>
      <${Notices} state=${state} doing=${doing} />
      ${state.help && html`<${Help} doing=${doing} />`}
    </div>
  `;
}
