/// Keeps the focus where the host works. When what has the focus goes, such as the row of a caller who
/// is taken, the browser drops it to the page, and everybody who works by keyboard starts again at the top.

/// @returns a function to be called after each drawing
export function focusKeeper(page) {
  let last = null;
  let refuge = null;

  page.addEventListener('focusin', ({ target }) => {
    if (target === refuge) return;
    const owner = target.closest('[data-call]');
    last = { target, call: owner?.dataset.call, panel: target.closest('.panel') };
    refuge = null;
  });
  return () => {
    const lost = document.activeElement === document.body || document.activeElement === refuge;
    if (last === null || !lost || last.target.isConnected) return;
    const { call, panel } = last;
    const owner = call ? page.querySelector(`[data-call="${CSS.escape(call)}"]`) : null;
    if (owner) {
      owner.focus({ preventScroll: true });
    } else if (refuge === null) {
      // Their card may only come with the next drawing; until then the focus is at the head of the list.
      refuge = panel?.querySelector('h2') ?? null;
      refuge?.focus({ preventScroll: true });
    }
  };
}
