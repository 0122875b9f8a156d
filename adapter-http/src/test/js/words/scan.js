/// Reads a module of the page as text and gives its literals, so that tests can tell words of people from words of
/// programs. It knows as much of the language as the page's modules use.

/// What a reader is told of by these; all other attributes are the program's own affair.
const WORD_ATTRIBUTES = new Set(['label', 'title', 'say', 'hint', 'placeholder', 'alt', 'aria-label', 'words', 'text']);

/// Every piece of text in a module.
///
/// @return `{text, place, line, before}`: the place is `code`, `text` (between tags), `words` (in an attribute that is read
///   out or shown) or `other` (in any other attribute); `before` is the code in front of it; of a template with values
///   `text` is its pieces, joined by a NUL
export function literals(source) {
  const found = [];
  const add = (text, place, at, before) => found.push({ text, place, before, line: source.slice(0, at).split('\n').length });
  code(source, 0, 'code', add);
  return found;
}

/// @param place where a literal of this piece of code ends up, unless it is inside of brackets
/// @return the index behind its closing brace
function code(source, from, place, add) {
  let depth = 0;
  let last = from;
  for (let i = from; i < source.length; i += 1) {
    const char = source[i];
    const here = depth === 0 ? place : 'code';
    const before = source.slice(last, i).trimEnd();
    if (source.startsWith('//', i)) i = ends(source, '\n', i);
    else if (source.startsWith('/*', i)) i = ends(source, '*/', i) + 1;
    else if (char === '/' && /(^|[(,=:[!&|?{};]|return)$/.test(before)) i = pattern(source, i);
    else if (char === "'" || char === '"') {
      const end = quoted(source, i);
      add(unescaped(source.slice(i + 1, end)), here, i, before);
      i = last = end;
      last += 1;
    } else if (char === '`') {
      const html = before.endsWith('html');
      i = html ? markup(source, i + 1, add) : template(source, i, here, before, add);
      last = i + 1;
    } else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) {
      if (depth === 0) return i;
      depth -= 1;
    }
  }
  return source.length;
}

function ends(source, what, from) {
  const at = source.indexOf(what, from);
  return at < 0 ? source.length : at;
}

function quoted(source, from) {
  let i = from + 1;
  while (source[i] !== source[from]) i += source[i] === '\\' ? 2 : 1;
  return i;
}

function unescaped(text) {
  return text.replaceAll(/\\(.)/g, '$1');
}

function pattern(source, from) {
  let inClass = false;
  for (let i = from + 1; ; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === '[') inClass = true;
    else if (source[i] === ']') inClass = false;
    else if (source[i] === '/' && !inClass) return i;
  }
}

/// A template that is no markup: its pieces are one literal.
function template(source, from, place, before, add) {
  let text = '';
  let i = from + 1;
  for (; source[i] !== '`'; i += 1) {
    if (source[i] === '\\') text += source[(i += 1)];
    else if (source.startsWith('${', i)) {
      i = code(source, i + 2, place, add);
      text += '\0';
    } else text += source[i];
  }
  add(text, place, from, before);
  return i;
}

/// Markup: the text between tags, and the values of attributes.
function markup(source, from, add) {
  let place = 'text';
  let attribute = '';
  let quote = null;
  let text = '';
  const flush = (at) => {
    if (text.trim()) add(text.trim(), place, at, '');
    text = '';
  };
  const inTag = () => (WORD_ATTRIBUTES.has(attribute) ? 'words' : 'other');
  let i = from;
  for (; source[i] !== '`'; i += 1) {
    const char = source[i];
    if (source.startsWith('${', i)) {
      flush(i);
      i = code(source, i + 2, place === 'tag' ? inTag() : place, add);
      if (quote === null && place !== 'text') attribute = '';
    } else if (place === 'text' && char === '<') {
      flush(i);
      place = 'tag';
      attribute = '';
    } else if (place === 'tag' && quote === null) {
      if (char === '>') place = 'text';
      else if (char === '"' || char === "'") quote = char;
      else if (/[\s/]/.test(char)) attribute = /[\s/]/.test(source[i - 1]) ? attribute : '';
      else if (char !== '=') attribute = /[\s/<]/.test(source[i - 1]) ? char : attribute + char;
    } else if (place === 'tag' && char === quote) {
      if (text.trim()) add(text.trim(), inTag(), i, '');
      text = '';
      quote = null;
      attribute = '';
    } else text += char;
  }
  flush(i);
  return i;
}

/// Names of keys, headers, events and units: capitals that no person reads as a word.
const NAMES = new Set([
  'Escape', 'Esc', 'Enter', 'Tab', 'Space', 'Control+Shift+X', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Arrow',
  'Accept', 'Date', 'Content-Type', 'X-Requested-With', 'TimeoutError', 'NotAllowedError', 'SecurityError',
  'NotFoundError', 'OverconstrainedError', 'NotReadableError', 'AbortError',
]);
const UNITS = /^(?:LUFS|LU|dBTP|dB|s)$/;

/// Whether a literal is something that a person reads or hears.
export function isForPeople({ text, place, before }) {
  const words = text.split(/[\s\0]+/).filter((word) => /\p{L}/u.test(word) && !UNITS.test(word));
  if (words.length === 0 || place === 'other' || NAMES.has(text) || /\b(?:\w*Error|lacks)\($/.test(before)) return false;
  const compared = /(?:[!=]==|\[)$/.test(before);
  if (place !== 'code' && !compared) return true;
  return /^\p{Lu}\p{Ll}/u.test(text) || /\p{L}{2,} \p{L}{2,}/u.test(text) || /\p{L}{2,}[.…!?]$/u.test(text);
}
