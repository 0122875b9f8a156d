/// Keeps the focus where the host works. When what has the focus goes, such as the row of a caller who
/// is taken, the browser drops it to the page, and everybody who works by keyboard starts again at the top.

/// @returns a function to be called after each drawing
export function focusKeeper(page) {
  let last = null;

  page.addEventListener('focusin', ({ target }) => {
    const owner = target.closest('[data-call]');
    last = { target, call: owner?.dataset.call, panel: target.closest('.panel') };
  });
  return () => {
    if (last === null || document.activeElement !== document.body || last.target.isConnected) return;
    const { call, panel } = last;
    last = null;
    const owner = call && page.querySelector(`[data-call="${CSS.escape(call)}"]`);
    (owner ?? panel?.querySelector('h2'))?.focus({ preventScroll: true });
  };
}
