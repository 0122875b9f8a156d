/// What stands in front of the web server at both doors: it reads what strangers send, strictly and
/// within limits, and hands the server whole requests in one plain form, and whole frames of
/// WebSockets. So nothing that a stranger writes meets the library's own parsing, and nobody who
/// sends slowly, or half, keeps anybody else out.
///
/// Reading order: [Doorway] (what a door mounts), [Limits], [Entrance] and [Passage] (one
/// connection), [Visitor] and [Visitors] (who is there, and who goes when it gets too full),
/// [Threshold] (what is handed on), [Requests] with [Head] and [Chunks], [Frames] with [Letters],
/// [Inflow], [SlowWatch].
///
/// What may not live here: what a request means. Nothing here knows the show, and the adapters that
/// have a door may know this beside core.
@NullMarked
package io.partyline.doorway;

import org.jspecify.annotations.NullMarked;
