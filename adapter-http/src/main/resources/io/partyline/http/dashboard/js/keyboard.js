/// Does what the keys ask for.

import { deedOf, takesText } from './keys.js';
import * as picture from './picture.js';

/// What keys do while the list of keys covers the desk.
const OVER_HELP = new Set(['escape', 'help']);

export function listenToKeys(desk, doing) {
  document.addEventListener('keydown', (press) => {
    const asked = deedOf(press, takesText(document.activeElement));
    if (!asked || (desk.state().help && !OVER_HELP.has(asked.deed))) return;
    press.preventDefault();
    act(asked, desk.state(), doing);
  });
}

function act({ deed, row }, state, doing) {
  const air = picture.callAtHand(state);
  const chosen = picture.selectedRow(state);
  const inRow = picture.rowAt(state, row);
  const gone = picture.undoable(state);
  const on = (who, does, otherwise) => (who ? does(who) : doing.tell(otherwise, 'hint'));
  const hold = (one) => {
    const kept = picture.keptOnAir(one);
    return kept ? doing.tell(kept, 'hint') : doing.hold(one.call_sid);
  };
  const nobodyOnAir = 'No real caller is on the air.';
  const noRow = 'Select a caller in the queue first, with the keys 1 to 9.';
  const does = {
    select: () => inRow && doing.select('queue', inRow.call_sid),
    take: () => on(inRow, (one) => doing.take(one.call_sid), `Nobody is in row ${row}.`),
    'take-next': () => doing.takeNext(),
    next: () => on(chosen, (one) => doing.next(one), noRow),
    hold: () => on(air, hold, nobodyOnAir),
    mute: () => on(air, doing.mute, nobodyOnAir),
    lock: () => on(air, doing.lock, nobodyOnAir),
    card: () => on(chosen, (one) => doing.edit(state.editing === one.call_sid ? null : one.call_sid), noRow),
    drop: () => on(chosen, (one) => doing.drop(one.call_sid), noRow),
    undo: () => on(gone, (one) => doing.undo(one.call_sid), 'There is nothing to undo.'),
    respond: () => doing.respond(),
    escape: () => (state.help ? doing.help(false) : doing.stop()),
    help: () => doing.help(),
    write: () => document.getElementById('say')?.focus(),
    'leave-field': () => document.activeElement?.blur(),
  };
  does[deed]();
}
