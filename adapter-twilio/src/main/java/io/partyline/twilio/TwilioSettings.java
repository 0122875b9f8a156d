package io.partyline.twilio;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the telephone needs to know before a show.
///
/// A bad value is an [IllegalArgumentException] whose sentence names the setting and says what
/// would be right.
///
/// @param accountSid the account's id at the carrier
/// @param authToken the account's primary token; a secondary one signs nothing
/// @param phoneNumber the show's number in E.164, such as `+15550100`
/// @param webhookBaseUrl the public https address that leads to the phone door (or plain http on
///   this computer, for a simulator), kept without a slash at its end; it may have a path, which
///   the tunnel then has to strip
/// @param apiBaseUrl the carrier's REST API: https, or plain http on this computer
/// @param hold where callers wait
/// @param net what catches callers when we are gone
/// @param showName said in the greeting
/// @param hostName said in the greeting
/// @param disclosure said in the greeting: that some callers are AI; blank if nothing is said of it
/// @param invitation how callers are asked to leave a message, where the show lets them
public record TwilioSettings(
        String accountSid,
        AuthToken authToken,
        String phoneNumber,
        String webhookBaseUrl,
        String apiBaseUrl,
        Hold hold,
        Net net,
        String showName,
        String hostName,
        String disclosure,
        Invitation invitation) {

    /// What callers are told if nobody words it otherwise.
    public static final String DISCLOSURE = "Some of the callers on this show are AI.";

    /// Longest sentence about AI callers in a greeting.
    static final int LONGEST_DISCLOSURE = 300;

    /// Settings by which callers are told of AI callers, and asked for messages, in our own words.
    public TwilioSettings(
            String accountSid,
            AuthToken authToken,
            String phoneNumber,
            String webhookBaseUrl,
            String apiBaseUrl,
            Hold hold,
            Net net,
            String showName,
            String hostName) {
        this(
                accountSid,
                authToken,
                phoneNumber,
                webhookBaseUrl,
                apiBaseUrl,
                hold,
                net,
                showName,
                hostName,
                DISCLOSURE,
                Invitation.USUAL);
    }

    /// The carrier's own REST API.
    public static final String CARRIER_API = "https://api.twilio.com";

    /// Longest name that a greeting is made with.
    static final int LONGEST_NAME = 100;

    /// Other carriers of the same protocol have ids of other shapes (a UUID, a name with a colon or
    /// an at sign), so only what would have to be escaped in a path, a document or a message is
    /// refused, and dots alone, which are a way up in a path.
    private static final Pattern ID = Pattern.compile("(?!\\.+$)[A-Za-z0-9._~:@!$()*+,;=-]{1,128}");

    /// What an id may be, for a sentence.
    static final String ID_RULE = "1 to 128 letters, digits or signs that need no escaping.";

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");

    /// Where a caller waits until the host takes them.
    public enum Hold {
        /// On an open stream, in our own mix.
        STUDIO,
        /// In the carrier's queue; a take opens the stream.
        CARRIER
    }

    /// What catches callers when we are gone, and needs nothing of ours.
    ///
    /// @param fallbackUrl a document that puts callers into the queue, served by somebody who is
    ///   always there: the number's fallback address
    /// @param music a file that callers hear in the carrier's queue, in place of the carrier's own
    ///   music
    public record Net(Optional<String> fallbackUrl, Optional<String> music) {
        /// The carrier's own music, and no fallback document.
        public static final Net BARE = new Net(Optional.empty(), Optional.empty());

        public Net {
            fallbackUrl.ifPresent(url ->
                    elsewhere("PARTYLINE_PHONE_FALLBACK_URL", url, "the address of a TwiML Bin"));
            music.ifPresent(url ->
                    elsewhere("PARTYLINE_PHONE_NET_MUSIC", url, "the address of a sound file"));
        }

        private static void elsewhere(String name, String url, String right) {
            require(
                    base(url, true).isPresent(),
                    "%s is \"%s\", but must be %s, with https"
                            .formatted(name, withoutPassword(url), right));
        }
    }

    public TwilioSettings {
        require(
                isId(accountSid),
                "TWILIO_ACCOUNT_SID must be the id that the carrier's console shows");
        require(
                E164.matcher(phoneNumber).matches(),
                "TWILIO_PHONE_NUMBER is \"%s\", but must start with + and the country code, such as +15550100"
                        .formatted(phoneNumber));
        webhookBaseUrl =
                base(
                        "TWILIO_WEBHOOK_BASE_URL",
                        webhookBaseUrl,
                        "the public https address of the phone door, such as https://show.example");
        apiBaseUrl =
                base("TWILIO_API_BASE_URL", apiBaseUrl, "an https address, such as " + CARRIER_API);
        for (String url : List.of(net.fallbackUrl().orElse(""), net.music().orElse(""))) {
            require(
                    url.isEmpty() || !(url + "/").startsWith(webhookBaseUrl + "/"),
                    "PARTYLINE_PHONE_FALLBACK_URL and PARTYLINE_PHONE_NET_MUSIC must not lead to"
                            + " this program: they are for when it is gone");
        }
        require(isName(showName), "PARTYLINE_SHOW_NAME must be " + nameRule());
        require(isName(hostName), "PARTYLINE_HOST_NAME must be " + nameRule());
        require(
                disclosure.length() <= LONGEST_DISCLOSURE
                        && disclosure.chars().noneMatch(Character::isISOControl),
                "PARTYLINE_AI_DISCLOSURE must be on, off, or a sentence of at most "
                        + LONGEST_DISCLOSURE
                        + " letters without line breaks");
    }

    /// Whether the carrier's id of an account, a call or a stream is safe to put into a path or a
    /// message.
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }

    private static void require(boolean fine, String sentence) {
        if (!fine) {
            throw new IllegalArgumentException(sentence + ".");
        }
    }

    private static String base(String name, String address, String right) {
        return base(address)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "%s is \"%s\", but must be %s."
                                        .formatted(name, withoutPassword(address), right)));
    }

    private static String withoutPassword(String address) {
        return address.replaceAll("//.*@", "//...@");
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }

    private static String nameRule() {
        return "1 to " + LONGEST_NAME + " letters without line breaks";
    }

    /// An address that is safe: https, or this computer's own, where a simulator listens.
    private static Optional<String> base(String address) {
        return base(address, false);
    }

    private static Optional<String> base(String address, boolean query) {
        try {
            URI uri = new URI(address);
            boolean safe =
                    "https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && THIS_COMPUTER.contains(String.valueOf(uri.getHost())));
            boolean plain =
                    uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && (query || uri.getRawQuery() == null)
                            && uri.getRawFragment() == null;
            return safe && plain ? Optional.of(address.replaceAll("/+$", "")) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
