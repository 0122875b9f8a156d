/// Parts that are drawn again only when what they show has changed.

import { Component, html } from '../../vendor/preact.js';
import { language } from '../language.js';

/// The same part, drawn again when something else stands in the list of what it shows, or in another
/// language.
///
/// @param shows from the part's properties to that list
export function kept(Part, shows) {
  return class extends Component {
    shouldComponentUpdate(next) {
      const before = this.shown;
      this.shown = [language(), ...shows(next)];
      return this.shown.length !== before.length || this.shown.some((one, at) => !Object.is(one, before[at]));
    }

    render(props) {
      this.shown ??= [language(), ...shows(props)];
      return html`<${Part} ...${props} />`;
    }
  };
}
