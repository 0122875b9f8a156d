/// Draws once for all that has happened since the last picture. A page that is behind then falls behind no
/// further: more happens, and no more is drawn.

/// A page that nobody looks at gets no pictures to draw; it is kept up all the same.
const UNSEEN_MS = 250;

/// @param draw  what is to be done at most once a picture
/// @param frame `requestAnimationFrame`, or a stand-in for tests
/// @param later `setTimeout`, or a stand-in
/// @returns to be called whenever there is something to draw
export function onceAPicture(draw, frame = (act) => requestAnimationFrame(act), later = setTimeout) {
  let due = 0;
  let drawn = 0;
  const once = (number) => () => {
    if (number <= drawn) return;
    drawn = number;
    draw();
  };
  return () => {
    if (due > drawn) return;
    due += 1;
    frame(once(due));
    later(once(due), UNSEEN_MS);
  };
}
