/// Holds the state for the page, and tells who asked when it has changed.

export function store(state) {
  const listeners = new Set();
  return {
    state: () => state,
    /// @param change a pure function from a state to the next
    change(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      listeners.forEach((listener) => listener());
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
