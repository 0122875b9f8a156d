import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { LANGUAGES, language, languageOf, locale, named, speak, t, whenLacking } from '../../../main/resources/io/partyline/http/dashboard/js/language.js';
import { DEEDS, FIXED_KEYS, FIXED_KEYS_OF_PRODUCERS } from '../../../main/resources/io/partyline/http/dashboard/js/keys.js';
import * as words from '../../../main/resources/io/partyline/http/dashboard/js/words.js';
import { isForPeople, literals } from './scan.js';

const PAGE = new URL('../../../main/resources/io/partyline/http/dashboard/', import.meta.url);
const read = (name) => readFileSync(new URL(name, PAGE), 'utf8');
const modules = readdirSync(new URL('js/', PAGE), { recursive: true })
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, source: read(`js/${name}`) }));
const { en } = LANGUAGES;
const others = Object.entries(LANGUAGES).filter(([tag]) => tag !== 'en');

/// The names of a sentence's values, in order.
const values = (word) => (typeof word === 'function' ? /^\(([^)]*)\)/.exec(String(word))[1] : '');

function inGerman(does) {
  speak('de', ['de-DE']);
  try {
    does();
  } finally {
    speak('en');
  }
}

test('every language has every word, with the same values, and none besides', () => {
  for (const [tag, own] of others) {
    assert.deepEqual(Object.keys(own).sort(), Object.keys(en).sort(), tag);
    const unlike = Object.keys(en).filter((key) => values(own[key]) !== values(en[key]));
    assert.deepEqual(unlike, [], tag);
  }
});

test('a sentence makes use of each of its values, in every language', () => {
  for (const [tag, own] of Object.entries(LANGUAGES)) {
    for (const [key, word] of Object.entries(own).filter(([, each]) => typeof each === 'function')) {
      const marks = Array.from({ length: word.length }, (_, at) => `value${at}`);
      const said = [word(...marks)].flat().join('').toLowerCase();
      for (const mark of marks) assert.ok(said.includes(mark), `${tag}: ${key} leaves out a value`);
    }
  }
});

/// Whether a sentence begins as a label does and has all its words in their order.
function holds(sentence, label) {
  const [first, ...rest] = label.split(' ');
  let at = sentence.startsWith(first) ? 0 : -1;
  for (const word of rest) at = at < 0 ? at : sentence.indexOf(word, at + 1);
  return at >= 0;
}

test('what a button is called for ears holds what is written on it, in every language', () => {
  for (const [tag, own] of Object.entries(LANGUAGES)) {
    for (const key of Object.keys(own).filter((each) => each.endsWith('.say'))) {
      const label = own[key.slice(0, -'.say'.length)];
      if (typeof label !== 'string' || label.endsWith(':') || ['air.cue', 'cast.regular'].includes(key.slice(0, -4))) continue;
      const said = typeof own[key] === 'function' ? own[key]('Dave') : own[key];
      assert.ok(holds(said, label), `${tag}: “${said}” does not hold “${label}” from its beginning`);
    }
  }
});

test('no module and no page holds a word for people', () => {
  const found = modules.flatMap(({ name, source }) =>
    literals(source).filter(isForPeople).map(({ text, line }) => `${name}:${line}: ${text}`));
  assert.deepEqual(found, []);
  for (const page of ['index.html', 'stage.html']) {
    const text = read(page).replace(/<noscript>.*<\/noscript>/, '').replaceAll(/<[^>]*>/g, ' ').trim();
    assert.equal(text.replaceAll(/\s+/g, ' '), 'Partyline', page);
  }
});

test('the search for words finds them wherever they stand', () => {
  const planted = [
    'html`<p>Hello</p>`',
    'html`<p>${name} has gone</p>`',
    'html`<b label="Take"></b>`',
    'html`<b aria-label=${on ? \'safe\' : \'x\'}></b>`',
    'html`<b>${on ? "silence" : null}</b>`',
    "tell('Nobody is there.')",
    'tell(`Nobody is in row ${row}.`)',
    "const WORDS = { a: 'Take' };",
    'html`<${Button} label=${`Take ${name}`} />`',
    'html`<ul>${all.map((one) => html`<li class="x">Last words</li>`)}</ul>`',
  ];
  for (const source of planted) assert.equal(literals(source).filter(isForPeople).length > 0, true, source);
  const clean = [
    "html`<p class=${`card ${ai ? 'ai real' : ''}`} role=\"status\">${t('air')} ${name}</p>`",
    "html`<b title=${state === 'open' ? t('a') : t('b')}></b>`",
    "// Nobody is there.\nif (press.key === 'Escape') closed('details.menu[open]');",
    "const text = /Nobody is 'here/.test(name) ? 'nobody' : /[/]'/;",
    "throw new TypeError('no worker of ours');",
  ];
  for (const source of clean) assert.deepEqual(literals(source).filter(isForPeople), [], source);
});

test('every word that a module asks for is there, and every word there is is asked for', () => {
  const used = new Set(['language.name']);
  for (const { name, source } of modules) {
    const names = /import \{[^}]*\bnamed\b[^}]*\} from '[./]*language\.js'/.test(source);
    const texts = literals(source).filter(({ place, before }) => place === 'code' || /\b(?:t|named)\($/.test(before));
    const bases = texts.map(({ text }) => text).filter((text) => Object.hasOwn(en, text));
    bases.forEach((key) => used.add(key));
    for (const { text, before } of texts) {
      const group = names && /\bnamed\($/.test(before);
      if (!/\bt\($/.test(before) && !group) continue;
      const wanted = keysLike(group ? `${text}.\0` : text, bases);
      assert.ok(wanted.length > 0, `${name} asks for “${text.replaceAll('\0', '…')}”, and there is no such word`);
      wanted.forEach((key) => used.add(key));
    }
  }
  assert.deepEqual(Object.keys(en).filter((key) => !used.has(key)), []);
});

/// The keys that a template makes. What stands in front of its first piece is a key of the same module.
function keysLike(template, bases) {
  const [first, ...rest] = template.split('\0');
  if (first === '' && rest.length > 0) return bases.map((key) => key + rest.join('')).filter((key) => Object.hasOwn(en, key));
  const like = new RegExp(`^${template.split('\0').map((piece) => RegExp.escape?.(piece) ?? piece.replaceAll('.', '\\.')).join('[^.]+')}$`);
  return Object.keys(en).filter((key) => like.test(key));
}

test('every key of the desk has its line in the list', () => {
  const wanted = [
    ...DEEDS.map(([deed]) => `deed.${deed}`),
    ...[...FIXED_KEYS, ...FIXED_KEYS_OF_PRODUCERS].flatMap((key) => [`fixed.${key}`, `fixed.${key}.key`]),
  ];
  assert.deepEqual(wanted.filter((key) => !Object.hasOwn(en, key)), []);
});

test('the language is the one asked for, else the browser\'s dearest that there is, else English', () => {
  const spoken = (...choice) => {
    speak(...choice);
    return language();
  };
  assert.equal(spoken('de', ['en-GB']), 'de');
  assert.equal(spoken('system', ['fr-FR', 'de-AT', 'en-US']), 'de');
  assert.equal(spoken('fr', ['en-GB', 'de']), 'en');
  assert.equal(spoken(null, ['fr']), 'en');
  assert.equal(spoken(undefined), 'en');
  assert.deepEqual(['de-AT', 'DE', 'en', 'fr', 'toString', '', null].map(languageOf), ['de', 'de', 'en', undefined, undefined, undefined, undefined]);
});

test('dates and numbers are written as in the reader\'s country, where the browser tells', () => {
  speak('system', ['de-AT', 'en']);
  assert.equal(locale(), 'de-AT');
  speak('en', ['de-AT']);
  assert.equal(locale(), 'en');
});

test('a word that is missing is an error, until the page has asked to be told of it and to go on in English', () => {
  assert.throws(() => t('no.such.word'), RangeError);
  const told = [];
  whenLacking((sentence) => told.push(sentence));
  assert.equal(t('no.such.word'), 'no.such.word');
  assert.equal(told.length, 1);
  const german = LANGUAGES.de['queue.take.say'];
  delete LANGUAGES.de['queue.take.say'];
  inGerman(() => assert.equal(t('queue.take.say', 'Dave'), 'Take Dave'));
  LANGUAGES.de['queue.take.say'] = german;
  assert.equal(told.length, 2);
  assert.match(told[1], /queue\.take\.say.*de/);
  whenLacking((sentence) => {
    throw new RangeError(sentence);
  });
});

test('a word of the studio that the page does not know is shown as it is', () => {
  assert.equal(named('history.ended', 'lost'), 'the connection was lost');
  assert.equal(named('history.ended', 'moved_away'), 'moved away');
  assert.equal(named('history.ended', undefined), '');
});

test('in German times, sizes, levels and sums are told in German', () => {
  inGerman(() => {
    assert.equal(words.spokenTime(3_725_000), '1 Stunde 2 Minuten 5 Sekunden');
    assert.deepEqual([0, 1500].map(words.size), ['0 Byte', '1,5 kB']);
    assert.equal(words.lufs(-19.04, 'LUFS'), '−19,0 LUFS');
    assert.equal(words.dollars(1234.5).replaceAll(/\s/g, ' '), '1.234,50 $');
    assert.equal(words.day(Date.UTC(2026, 10, 30, 12)), '30.11.2026');
    assert.equal(words.ending('show_closed'), 'Sendeschluss');
    assert.equal(words.moodWords({ moods: ['warmth'], by: 'host' }), 'herzlich (sagst du)');
  });
});
