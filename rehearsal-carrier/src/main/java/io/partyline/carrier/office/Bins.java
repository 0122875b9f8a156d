package io.partyline.carrier.office;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Documents that the carrier itself holds for a customer, each at an address of the carrier's own:
/// they can be fetched when nothing of the show answers.
///
/// Safe for use by many threads at once.
public final class Bins {
    /// Where bins are, as far as the carrier is concerned. The REST desk serves the same paths.
    static final String HOST = "https://handler.carrier.example";

    private static final Pattern PATH = Pattern.compile("/twiml/(EH[0-9a-f]{32})");

    private final Chance chance;
    private final Map<String, String> bySid = new ConcurrentHashMap<>();

    public Bins(Chance chance) {
        this.chance = chance;
    }

    /// Keeps a document, and gives its address.
    public String keep(String twiml) {
        String sid = chance.sid("EH");
        bySid.put(sid, twiml);
        return HOST + "/twiml/" + sid;
    }

    /// The document at this path; empty if there is none.
    public Optional<String> at(String path) {
        Matcher bin = PATH.matcher(path);
        return bin.matches() ? Optional.ofNullable(bySid.get(bin.group(1))) : Optional.empty();
    }

    /// The document at this address; empty if the address is not a bin's.
    Optional<String> atAddress(String url) {
        return url.startsWith(HOST)
                ? at(url.substring(HOST.length()).split("[?#]", 2)[0])
                : Optional.empty();
    }
}
