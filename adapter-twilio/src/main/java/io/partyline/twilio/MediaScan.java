package io.partyline.twilio;

import java.util.Optional;

/// Reads a media message in one pass over its text, whatever the order of its fields and the space
/// between them: fifty come every second from each caller, and a JSON tree for each would cost five
/// times as much.
///
/// It knows the fields that the carrier documents, and gives up on everything else: escapes, other
/// fields, fields twice, other letters than ASCII, whatever is not JSON. What it does read, it
/// reads as [StreamMessages] does with its JSON library, which is asked when this gives up.
///
/// For one message.
final class MediaScan {
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_WORD = StreamMessages.LONGEST_PAYLOAD;
    private static final int NOWHERE = -1;

    private static final int EVENT = 1;
    private static final int MEDIA = 1 << 1;
    private static final int SEQUENCE = 1 << 2;
    private static final int STREAM = 1 << 3;
    private static final int TRACK = 1 << 4;
    private static final int CHUNK = 1 << 5;
    private static final int TIMESTAMP = 1 << 6;
    private static final int PAYLOAD = 1 << 7;
    private static final int UNKNOWN = 0;

    private final String text;
    private int at;
    private int seen;

    /// The word that was read last, without its quotation marks.
    private int from;

    private int to;

    private boolean inbound = true;
    private long chunk = -1;
    private long timestamp = -1;
    private int payloadFrom;
    private int payloadTo;

    private MediaScan(String text) {
        this.text = text;
    }

    /// The message, if it is one of sound and nothing about it is unexpected.
    static Optional<StreamMessage.Media> read(String text) {
        return new MediaScan(text).read();
    }

    private Optional<StreamMessage.Media> read() {
        boolean whole =
                text.length() <= StreamMessages.LONGEST
                        && object(false)
                        && skipped() == NOWHERE
                        && has(EVENT)
                        && has(MEDIA);
        return whole && payloadTo - payloadFrom <= StreamMessages.LONGEST_PAYLOAD
                ? Optional.of(
                        new StreamMessage.Media(
                                inbound,
                                chunk,
                                timestamp,
                                new Payload(text, payloadFrom, payloadTo)))
                : Optional.empty();
    }

    private boolean has(int field) {
        return (seen & field) != 0;
    }

    /// An object with its braces.
    private boolean object(boolean inside) {
        if (!take('{')) {
            return false;
        }
        if (take('}')) {
            return true;
        }
        do {
            if (!field(inside)) {
                return false;
            }
        } while (take(','));
        return take('}');
    }

    private boolean field(boolean inside) {
        if (!word()) {
            return false;
        }
        int name = inside ? nameInside() : nameOutside();
        boolean fresh = name != UNKNOWN && !has(name);
        seen |= name;
        return fresh && take(':') && value(name);
    }

    private int nameOutside() {
        if (is("event")) {
            return EVENT;
        }
        if (is("media")) {
            return MEDIA;
        }
        if (is("streamSid")) {
            return STREAM;
        }
        return is("sequenceNumber") ? SEQUENCE : UNKNOWN;
    }

    private int nameInside() {
        if (is("payload")) {
            return PAYLOAD;
        }
        if (is("chunk")) {
            return CHUNK;
        }
        if (is("timestamp")) {
            return TIMESTAMP;
        }
        return is("track") ? TRACK : UNKNOWN;
    }

    private boolean value(int name) {
        return switch (name) {
            case MEDIA -> object(true);
            case EVENT -> word() && is("media");
            case STREAM -> word();
            case SEQUENCE -> counter();
            case TRACK -> word() && track();
            case CHUNK -> counter() && chunk();
            case TIMESTAMP -> counter() && timestamp();
            default -> word() && payload();
        };
    }

    private boolean track() {
        inbound = is(StreamMessages.INBOUND);
        return inbound || is("outbound");
    }

    private boolean chunk() {
        chunk = number();
        return true;
    }

    private boolean timestamp() {
        timestamp = number();
        return true;
    }

    private boolean payload() {
        payloadFrom = from;
        payloadTo = to;
        return true;
    }

    /// What stands in the last word, if it is a plain number, else -1.
    private long number() {
        if (from == to || to - from > MOST_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private boolean is(String word) {
        return to - from == word.length() && text.startsWith(word, from);
    }

    /// A text in quotation marks that means what it says.
    private boolean word() {
        if (!take('"')) {
            return false;
        }
        from = at;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '"') {
                to = at++;
                return true;
            }
            if (next < ' ' || next > '~' || next == '\\' || at - from > LONGEST_WORD) {
                return false;
            }
            at++;
        }
        return false;
    }

    /// A number, as text or as JSON writes it.
    private boolean counter() {
        return skipped() == '"' ? word() : digits();
    }

    /// A whole number as JSON writes it: no sign, no zero in front.
    private boolean digits() {
        skipped();
        from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        to = at;
        boolean plain = to - from == 1 || (to > from && text.charAt(from) != '0');
        return plain && to - from <= MOST_DIGITS && endsValue();
    }

    /// Whether nothing follows that would belong to the same value.
    private boolean endsValue() {
        int next = skipped();
        return next == ',' || next == '}';
    }

    private boolean take(char wanted) {
        boolean there = skipped() == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    /// The next character that is not space, left where it is.
    private int skipped() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            at++;
        }
        return NOWHERE;
    }
}
