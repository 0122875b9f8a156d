/// The level meters. They move ten times a second, so they are drawn past the rest of the page.

import { meterPart } from './words.js';

/// What a source has that the studio says nothing of.
const SILENCE = { peak_db: -120, rms_db: -120 };

const meters = new Map();

/// Lets `element` show the level of `name` until the returned function is called.
export function showLevel(name, element) {
  const others = meters.get(name) ?? new Set();
  meters.set(name, others.add(element));
  return () => {
    others.delete(element);
    if (others.size === 0) meters.delete(name);
  };
}

const loudnesses = new Map();

/// Lets `element` show how loud the program is until the returned function is called.
///
/// @param words makes its text of a reading, which is missing while nothing is known
export function showLoudness(element, words) {
  loudnesses.set(element, words);
  drawLoudness(element, words(undefined));
  return () => loudnesses.delete(element);
}

/// Draws a reading of the studio: `[{name, peak_db, rms_db}]`, or the same in `levels`.
export function drawLevels(body) {
  loudnesses.forEach((words, element) => drawLoudness(element, words(body.loudness)));
  const told = new Map((body.levels ?? body).map((level) => [level.name, level]));
  for (const [name, elements] of meters) {
    elements.forEach((element) => draw(element, told.get(name) ?? SILENCE));
  }
}

/// Nothing is known any more: every meter falls to silence.
export function clearLevels() {
  drawLevels([]);
}

function drawLoudness(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function draw(element, { peak_db: peak, rms_db: rms }) {
  element.querySelector('.rms').style.transform = `scaleX(${meterPart(rms)})`;
  element.querySelector('.peak').style.transform = `translateX(${100 * meterPart(peak)}%)`;
  element.setAttribute('aria-valuenow', String(Math.round(Math.max(-60, rms))));
}
