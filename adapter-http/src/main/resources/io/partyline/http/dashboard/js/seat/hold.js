/// The key that is held: the space bar coughs, or with push to talk talks. Pure, but for the last function.

/// Whether a key press is that key.
///
/// A button that was reached by the keyboard keeps its space bar; one that was only clicked does not, or a
/// cough after a click would press it again.
///
/// @param press    a KeyboardEvent, or as much of one: key, ctrlKey, altKey, metaKey
/// @param writing  whether a text field has the focus
/// @param byKey    whether what has the focus got it by the keyboard
export function isHoldKey(press, writing, byKey) {
  return press.key === ' ' && !press.ctrlKey && !press.altKey && !press.metaKey && !writing && !byKey;
}

/// Lets the seat know whether the key is held; a window that is left lets go of it.
export function listenToHold(seat, isSeated, takesText) {
  let byKey = false;
  let held = false;
  const letGo = () => {
    held = false;
    seat.hold(false);
  };
  const pressable = () => document.activeElement !== null && document.activeElement !== document.body;
  document.addEventListener('pointerdown', () => { byKey = false; }, true);
  document.addEventListener('keydown', (press) => {
    if (press.key === 'Tab' || press.key.startsWith('Arrow')) byKey = true;
    if (!isSeated(seat.state())) return;
    if (!isHoldKey(press, takesText(document.activeElement), byKey && pressable())) return;
    press.preventDefault();
    held = true;
    seat.hold(true);
  }, true);
  document.addEventListener('keyup', (press) => {
    if (!held || press.key !== ' ') return;
    press.preventDefault();
    letGo();
  }, true);
  globalThis.addEventListener('blur', () => held && letGo());
}
