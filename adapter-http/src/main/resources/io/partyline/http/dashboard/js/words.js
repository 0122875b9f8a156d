/// How the desk puts times, states and people into words of its language. Times are milliseconds.

import { locale, named, t } from './language.js';

const WAIT_LONG_MS = 5 * 60_000;
const WAIT_TOO_LONG_MS = 10 * 60_000;

/// `4:05`, or `1:04:05` from an hour on. Never negative.
export function elapsed(ms) {
  const all = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/// The same time for a screen reader: `4 minutes 5 seconds`.
export function spokenTime(ms) {
  const all = Math.max(0, Math.floor(ms / 1000));
  const parts = [
    [Math.floor(all / 3600), 'time.hours'],
    [Math.floor(all / 60) % 60, 'time.minutes'],
    [all % 60, 'time.seconds'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => t(unit, count));
  return said.join(' ') || t('time.seconds', 0);
}

const formats = new Map();

/// A way of writing numbers or times in the reader's country. To make one takes longer than to write a
/// hundred numbers, so each is made once.
function format(Kind, options) {
  const name = `${Kind.name} ${locale()} ${JSON.stringify(options)}`;
  const known = formats.get(name) ?? new Kind(locale(), options);
  formats.set(name, known);
  return known;
}

/// A number with so many places behind its point, or whatever the language has for one.
export function decimal(number, places) {
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  return format(Intl.NumberFormat, digits).format(Number(number)).replace('-', '−');
}

/// A sum of dollars, `$8.40`.
export function dollars(sum) {
  const inDollars = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' };
  return format(Intl.NumberFormat, inDollars).format(Number(sum));
}

/// How worrying a wait is: `fine`, `long` from 5 minutes, `too-long` from 10.
export function patience(ms) {
  if (ms >= WAIT_TOO_LONG_MS) return 'too-long';
  return ms >= WAIT_LONG_MS ? 'long' : 'fine';
}

/// How much room something takes on a disk, as `1.4 GB`.
export function size(bytes) {
  const units = [t('size.bytes'), 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const sum = bytes / 1000 ** power;
  return `${power === 0 || sum >= 100 ? Math.round(sum) : decimal(sum, 1)} ${units[power]}`;
}

/// The time of day, as `20:15`.
export function timeOfDay(when) {
  const at = new Date(when ?? NaN);
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return Number.isNaN(at.getTime()) ? '' : format(Intl.DateTimeFormat, clock).format(at);
}

/// The day, as the reader's country writes it.
export function day(when) {
  return new Date(when).toLocaleDateString(locale());
}

/// Who speaks: `host`, `real` or `ai`, and their name, from `real_caller:Dave` and the like.
export function speakerOf(role, name) {
  const [kind, ...rest] = String(role ?? '').split(':');
  const inRole = rest.join(':');
  if (kind === 'real_caller') return { kind: 'real', label: t('who.caller'), name: name || inRole };
  if (kind === 'ai_caller') return { kind: 'ai', label: t('who.ai'), name: name || inRole };
  return { kind: 'host', label: t('who.host'), name: name || t('who.host') };
}

export function ending(endedBy) {
  return named('history.ended', endedBy);
}

/// The host's moods in words, and whose word that is.
export function moodWords(mood) {
  const moods = mood.moods.map((one) => named('mood.is', one)).join(', ') || t('mood.nothing');
  return ['host', 'model'].includes(mood.by) ? t(`mood.by.${mood.by}`, moods) : moods;
}

/// A level in dB below full scale as a part of the meter, 0 to 1. The meter begins at -60 dB.
export function meterPart(db) {
  return Math.min(1, Math.max(0, 1 + Number(db) / 60)) || 0;
}

/// A loudness in words, `−19.0 LUFS`; null for silence, or if nothing is known.
export function lufs(value, unit) {
  return Number.isFinite(value) && value > -70 ? `${decimal(value, 1)} ${unit}`.trim() : null;
}

/// Marks that turn the direction of what follows, and others that cannot be seen.
const UNSEEN = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/gu;
/// As much of a stranger's name as a sentence of ours can hold.
const NAME_LONG = 40;
/// Most texts: nothing in them to leave out, and no letter of many parts to be cut in two.
const HARMLESS = /^[!-~\u00a1-\u00ac\u00ae-\u02ff]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff]+)*$/;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/// A stranger's text for the middle of a sentence, where nothing can be isolated from its neighbours:
/// without marks that reverse them, on one line, and cut.
export function plain(text, longest = NAME_LONG) {
  if (text?.length <= longest && HARMLESS.test(text)) return String(text);
  const seen = String(text ?? '').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  const few = seen.slice(0, 40 * longest);
  const all = Array.from(letters.segment(few), ({ segment }) => segment);
  const whole = all.length <= longest && few.length === seen.length;
  return whole ? seen : `${all.slice(0, longest - 1).join('')}…`;
}
