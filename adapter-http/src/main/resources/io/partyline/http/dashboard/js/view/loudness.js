/// How loud the program is for its listeners, as broadcasters count it: in short, and all of it when opened.

import { html, useEffect, useRef } from '../../vendor/preact.js';
import { t } from '../language.js';
import { showLoudness } from '../levels.js';
import { lufs } from '../words.js';
import { closeOnLeave } from './parts.js';

const NOW = [
  ['short_term_lufs', 'LUFS'],
  ['momentary_lufs', 'LUFS'],
];
const OF_THE_SHOW = [
  ['integrated_lufs', 'LUFS'],
  ['max_short_term_lufs', 'LUFS'],
  ['range_lu', 'LU'],
  ['true_peak_db', 'dBTP'],
];

export function Loudness() {
  return html`<details class="loudness menu" onFocusOut=${closeOnLeave}>
    <summary title=${t('loudness.hint')}><strong><${Reading} of="short_term_lufs" unit="" otherwise=${() => '−∞'} /></strong><small>LUFS</small></summary>
    <div class="menu-box"><${Readings} rows=${[...NOW, ...OF_THE_SHOW]} /></div>
  </details>`;
}

/// How loud the show has been from its beginning.
export function ShowLoudness() {
  return html`<${Readings} rows=${OF_THE_SHOW} />`;
}

function Readings({ rows }) {
  return html`<dl class="readings">
    ${rows.map(([of, unit]) => html`<div key=${of}><dt>${t(`loudness.of.${of}`)}</dt><dd><${Reading} of=${of} unit=${unit} otherwise=${() => t('loudness.silence')} /></dd></div>`)}
  </dl>`;
}

/// Drawn past the rest of the page, since it moves ten times a second.
function Reading({ of, unit, otherwise }) {
  const element = useRef(null);
  useEffect(() => showLoudness(element.current, (told) => lufs(told?.[of], unit) ?? otherwise()), [of]);
  return html`<span ref=${element}></span>`;
}
