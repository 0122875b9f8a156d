/// In which language the page speaks, and every word that it says: those stand in `words/`, a file a language.

import de from '../words/de.js';
import en from '../words/en.js';

/// Every language that the page speaks, by its tag.
export const LANGUAGES = Object.freeze({ en, de });
/// The one that the studio speaks too, and that stands in for what another lacks.
const FALLBACK = 'en';

let spoken = FALLBACK;
let place = FALLBACK;
let lacks = (sentence) => {
  throw new RangeError(sentence);
};

/// What becomes of a word that is missing; until somebody says otherwise, it is an error.
///
/// @param told called with a sentence for whoever writes the page
export function whenLacking(told) {
  lacks = told;
}

/// Chooses the language.
///
/// @param wanted    a tag such as `de` or `de-AT`, or what is none for the browser's own choice
/// @param preferred the browser's languages, the dearest first
export function speak(wanted, preferred = []) {
  spoken = [wanted, ...preferred].map(languageOf).find(Boolean) ?? FALLBACK;
  place = preferred.find((tag) => languageOf(tag) === spoken) ?? spoken;
}

/// The language of this page that a tag asks for; undefined if there is none.
export function languageOf(tag) {
  const language = String(tag ?? '').toLowerCase().split('-')[0];
  return Object.hasOwn(LANGUAGES, language) ? language : undefined;
}

/// The tag of the language that is spoken.
export const language = () => spoken;

/// The same with the reader's country, where the browser knows it: how dates and numbers are written.
export const locale = () => place;

/// The word, or the sentence with these values, that stands under a key.
export function t(key, ...values) {
  const own = LANGUAGES[spoken][key];
  const word = own ?? LANGUAGES[FALLBACK][key];
  if (own === undefined) lacks(`There is no word for “${key}” in “${spoken}”.`);
  return typeof word === 'function' ? word(...values) : (word ?? key);
}

/// A word for one of the studio's own, such as `show_closed`; that one itself where the page knows none.
///
/// @param group where the words for them stand
export function named(group, word) {
  const key = `${group}.${word}`;
  return Object.hasOwn(LANGUAGES[FALLBACK], key) ? t(key) : String(word ?? '').replaceAll('_', ' ');
}
