/// The studio door: the host's dashboard, the API for scripts, and the event feed, over HTTP.
///
/// It translates between HTTP and the control room, and decides nothing: what a caller may do is
/// the show's affair. Start with [io.partyline.http.StudioDoor], which names the parts; then
/// [io.partyline.http.StudioGate] (who is let in), [io.partyline.http.Routes] and the records that
/// add to it, [io.partyline.http.ShowPicture] and its neighbours (how the show looks in JSON), and
/// [io.partyline.http.EventStream] (how changes reach a dashboard).
@NullMarked
package io.partyline.http;

import org.jspecify.annotations.NullMarked;
