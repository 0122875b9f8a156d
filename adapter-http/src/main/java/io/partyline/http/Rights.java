package io.partyline.http;

import java.util.Set;
import java.util.regex.Pattern;

/// What each seat may do at the studio door, route by route: the host everything, everybody else
/// what is named here and nothing more. A route that is new is the host's alone.
///
/// A producer looks after those who wait: the queue, the cards, screening, talking with them by a
/// microphone of their own, marks and notes; listens to the voicemail, and may see the stage like
/// the audience. Nothing of that airs, ends, deletes or configures anything.
final class Rights {
    static final String NOT_YOURS = "That is the host's to do, not the producer's.";

    private static final Set<String> OF_PRODUCERS =
            Set.of(
                    "GET /api/show",
                    "GET /api/events",
                    "GET /api/queue",
                    "PUT /api/calls/{call_sid}/card",
                    "POST /api/calls/{call_sid}/next",
                    "POST /api/calls/{call_sid}/screen",
                    "POST /api/calls/{call_sid}/talk-start",
                    "POST /api/calls/{call_sid}/talk-stop",
                    "GET /api/studio/audio",
                    "POST /api/marks",
                    "GET /api/voicemail",
                    "GET /api/voicemail/{id}/audio",
                    "POST /api/voicemail/{id}/heard",
                    "POST /api/notes");

    /// All that a page that shows the stage asks for: what it tells, and what it is made of.
    private static final Set<String> OF_THE_AUDIENCE =
            Set.of(
                    "GET /api/stage",
                    "GET /stage.html",
                    "GET /favicon.svg",
                    "GET /css/stage.css",
                    "GET /js/stage.js",
                    "GET /js/language.js",
                    "GET /js/words.js");

    /// The words of the pages, a file a language.
    private static final Pattern WORDS = Pattern.compile("GET /words/[a-z]{2,3}\\.js");

    private Rights() {}

    /// @param route as it is mounted, with its parameters in brackets
    static boolean allow(Who who, String method, String route) {
        String asked = "%s %s".formatted(method, route);
        return switch (who) {
            case HOST -> true;
            case PRODUCER -> OF_PRODUCERS.contains(asked) || isOfTheAudience(asked);
            case AUDIENCE -> isOfTheAudience(asked);
        };
    }

    private static boolean isOfTheAudience(String asked) {
        return OF_THE_AUDIENCE.contains(asked) || WORDS.matcher(asked).matches();
    }

    /// @throws Problem if they may not
    static void check(Who who, String method, String route) {
        if (!allow(who, method, route)) {
            throw new Problem(403, NOT_YOURS);
        }
    }

    /// Whether this is asked for by a page that shows the stage, and by it alone.
    ///
    /// @param path as it was asked for
    static boolean isStage(String method, String path) {
        return allow(Who.AUDIENCE, method, path);
    }
}
