/// What this host at this computer likes: how the desk looks, and how long a call should be. It stays in the
/// browser, since it is no part of the show. Pure.

import { LANGUAGES } from './language.js';

export const THEMES = ['system', 'dark', 'light'];
/// Minutes that a visit should take, as the desk offers them; 0 for no target.
export const TARGETS = [0, 2, 3, 4, 5, 6, 8, 10, 15];

export const DEFAULT_HABITS = Object.freeze({ theme: 'system', language: 'system', target: 0, segmentEnds: null });

/// The habits as they were saved; whatever cannot be read of them is as it was at first.
export function habitsFrom(saved) {
  let told;
  try {
    told = JSON.parse(saved ?? '{}') ?? {};
  } catch {
    return DEFAULT_HABITS;
  }
  return {
    theme: THEMES.includes(told.theme) ? told.theme : DEFAULT_HABITS.theme,
    language: Object.hasOwn(LANGUAGES, told.language) ? told.language : DEFAULT_HABITS.language,
    target: TARGETS.includes(told.target) ? told.target : DEFAULT_HABITS.target,
    segmentEnds: Number.isFinite(told.segmentEnds) ? told.segmentEnds : null,
  };
}

/// How a visit stands to the target: `fine`, `over` from the target on, `far-over` from half as much more.
export function lengthOf(ms, target) {
  const wanted = 60_000 * target;
  if (wanted === 0 || ms < wanted) return 'fine';
  return ms < 1.5 * wanted ? 'over' : 'far-over';
}
