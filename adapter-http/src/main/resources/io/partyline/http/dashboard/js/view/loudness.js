/// How loud the program is for its listeners, as broadcasters count it: in short, and all of it when opened.

import { html, useEffect, useRef } from '../../vendor/preact.js';
import { showLoudness } from '../levels.js';
import { lufs } from '../words.js';
import { closeOnLeave } from './parts.js';

const NOW = [
  ['Last 3 seconds', 'short_term_lufs', 'LUFS'],
  ['Last 0.4 seconds', 'momentary_lufs', 'LUFS'],
];
const OF_THE_SHOW = [
  ['Whole show', 'integrated_lufs', 'LUFS'],
  ['Loudest 3 seconds', 'max_short_term_lufs', 'LUFS'],
  ['Quiet to loud', 'range_lu', 'LU'],
  ['Highest peak', 'true_peak_db', 'dBTP'],
];

export function Loudness() {
  return html`<details class="loudness menu" onFocusOut=${closeOnLeave}>
    <summary title="Loudness of the program over the last 3 seconds; press for more"><strong><${Reading} of="short_term_lufs" unit="" otherwise="−∞" /></strong><small>LUFS</small></summary>
    <div class="menu-box"><${Readings} rows=${[...NOW, ...OF_THE_SHOW]} /></div>
  </details>`;
}

/// How loud the show has been from its beginning.
export function ShowLoudness() {
  return html`<${Readings} rows=${OF_THE_SHOW} />`;
}

function Readings({ rows }) {
  return html`<dl class="readings">
    ${rows.map(([words, of, unit]) => html`<div key=${of}><dt>${words}</dt><dd><${Reading} of=${of} unit=${unit} otherwise="silence" /></dd></div>`)}
  </dl>`;
}

/// Drawn past the rest of the page, since it moves ten times a second.
function Reading({ of, unit, otherwise }) {
  const element = useRef(null);
  useEffect(() => showLoudness(element.current, (told) => lufs(told?.[of], unit) ?? otherwise), [of]);
  return html`<span ref=${element}></span>`;
}
