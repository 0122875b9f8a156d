/// Keeps what a show leaves behind: the journal, the stems, the caller book, the exports.
@NullMarked
package io.partyline.store;

import org.jspecify.annotations.NullMarked;
