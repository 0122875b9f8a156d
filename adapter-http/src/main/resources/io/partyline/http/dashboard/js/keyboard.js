/// Does what the keys ask for.

import { OF_PRODUCERS, deedOf, focusOf } from './keys.js';
import { t } from './language.js';
import * as picture from './picture.js';

/// What keys do while something covers the desk: the list of keys, the past shows, the settings.
const OVER_HELP = new Set(['escape', 'help', 'dump']);
/// What they do when the show has ended: nobody is there to be acted upon.
const AFTERWARDS = new Set(['escape', 'help', 'leave-field']);

export function listenToKeys(desk, doing) {
  document.addEventListener('keydown', (press) => {
    if (press.defaultPrevented) return;
    const asked = deedOf(press, focusOf(document.activeElement), desk.state().keys);
    const covered = desk.state().help || desk.state().past || desk.state().setup;
    if (!asked || (covered && !OVER_HELP.has(asked.deed))) return;
    press.preventDefault();
    act(asked, desk.state(), doing);
  });
}

function act({ deed, row, by }, state, doing) {
  const air = picture.callAtHand(state);
  const chosen = picture.selectedRow(state);
  const inRow = picture.rowAt(state, row);
  const gone = picture.undoable(state);
  const on = (who, does, otherwise) => (who ? does(who) : doing.tell(otherwise, 'hint'));
  const nobodyOnAir = picture.nobodyAtHand(state);
  const noRow = t('no.selection');
  const unlessKept = (does) => (one) => {
    const kept = picture.keptOnAir(one);
    return kept ? doing.tell(kept, 'hint') : does(one);
  };
  const unlessLeaving = (does) => (one) =>
    picture.standing(one) === 'leaving' ? doing.tell(picture.leavingAlready(one), 'hint') : does(one);
  const producer = picture.isProducer(state);
  const does = {
    select: () => on(inRow, (one) => doing.select(state.selected === one.call_sid ? null : one.call_sid), t('no.row', row)),
    move: () => doing.select(picture.rowBeside(state, by)),
    take: () => on(inRow, unlessLeaving((one) => doing.take(one.call_sid)), t('no.row', row)),
    'take-selected': () => on(chosen, unlessLeaving((one) => doing.take(one.call_sid)), noRow),
    'take-next': () => doing.takeNext(),
    next: () => on(chosen, unlessLeaving((one) => doing.next(one)), noRow),
    card: () => on(chosen, (one) => doing.edit(state.editing === one.call_sid ? null : one.call_sid), noRow),
    talk: () => on(chosen, unlessLeaving(producer ? doing.producerTalk : doing.talkback), noRow),
    drop: () => on(chosen, unlessLeaving((one) => doing.drop(one.call_sid)), noRow),
    hold: () => on(air, unlessKept((one) => doing.hold(one.call_sid)), nobodyOnAir),
    mute: () => on(air, doing.mute, nobodyOnAir),
    lock: () => on(air, doing.lock, nobodyOnAir),
    'hang-up': () => on(picture.aiAtHand(state) ?? air, unlessKept(doing.hangUp), nobodyOnAir),
    undo: () => on(gone, (one) => doing.undo(one.call_sid), t('no.undo')),
    respond: () => doing.respond(picture.aiAtHand(state)),
    escape: () => closed(state, doing) || state.show?.ended_at || producer || doing.stop(),
    mark: () => doing.mark(),
    dump: () => doing.dump(),
    help: () => doing.help(),
    write: () => document.getElementById('say')?.focus(),
    'leave-field': () => document.activeElement?.blur(),
  };
  if (producer && !OF_PRODUCERS.includes(deed)) doing.tell(t('no.right'), 'hint');
  else if (!state.show?.ended_at || AFTERWARDS.has(deed)) does[deed]();
}

/// Closes what lies over the desk, the topmost first. Gives whether there was anything.
function closed(state, doing) {
  const menu = document.querySelector('details.menu[open]');
  if (state.help) doing.help(false);
  else if (state.past) doing.pastShows(false);
  else if (state.setup) doing.settings(false);
  else if (menu) close(menu);
  else if (state.editing) doing.edit(null);
  else return false;
  return true;
}

/// Whoever was inside is at its button again.
function close(menu) {
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector('summary').focus();
}
