/// The studio door: the host's dashboard and API.
@NullMarked
package io.partyline.http;

import org.jspecify.annotations.NullMarked;
