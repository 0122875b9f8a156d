package io.partyline.benchmarks.load;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the show answered when a call rang: where its stream goes, and what it is to say there.
///
/// @param call the call's id at the carrier
/// @param stream the public address of the stream, as it is signed
/// @param parameters the stream's own parameters, handed on as they came
record Dialled(String call, String stream, Map<String, String> parameters) {
    private static final Pattern STREAM = Pattern.compile("<Stream [^>]*?url=\"([^\"]*)\"");
    private static final Pattern PARAMETER =
            Pattern.compile("<Parameter name=\"([^\"]*)\" value=\"([^\"]*)\"");

    Dialled {
        parameters = Map.copyOf(parameters);
    }

    /// Reads it from TwiML.
    ///
    /// @throws IllegalStateException if the show does not open a stream for this call
    static Dialled of(String call, String document) {
        var stream = STREAM.matcher(document);
        if (!stream.find()) {
            throw new IllegalStateException("A call was not let in: " + document);
        }
        Map<String, String> parameters =
                PARAMETER
                        .matcher(document)
                        .results()
                        .collect(Collectors.toMap(Dialled::name, found -> found.group(2)));
        return new Dialled(call, stream.group(1), parameters);
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }

    /// The path of the stream's address, which is also its path on this computer.
    String path() {
        return stream.replaceFirst("^wss?://[^/]*", "");
    }
}
