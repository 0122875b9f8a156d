package io.partyline.doorway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Unpacks a body that comes in chunks (RFC 9112, 7.1). For one thread.
final class Chunks {
    /// Longest line with a chunk's size; nobody here reads what may stand behind the number.
    private static final int LONGEST_LINE = 256;

    /// Most bytes of such lines, and of what may follow the last chunk, in one body: a body that
    /// comes in single bytes has about as many.
    private static final int MOST_PACKING = 512 * 1024;

    private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,8})[ \\t]*(;[\\t -~]*)?");

    private final Inflow inflow;
    private final int longest;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int packing;

    Chunks(Inflow inflow, int longest) {
        this.inflow = inflow;
        this.longest = longest;
    }

    /// @throws BrokenRequestException if they are not chunks, or too much
    /// @throws GoneException if the rest never comes
    byte[] read() {
        for (long size = size(); size > 0; size = size()) {
            if (body.size() + size > longest) {
                throw Requests.tooLong(longest);
            }
            body.writeBytes(taken((int) size));
            if (!line(0).isEmpty()) {
                throw BrokenRequestException.bad("A chunk of the body is longer than it says.");
            }
        }
        while (!line(LONGEST_LINE).isEmpty()) {
            // What follows the last chunk is of no use here.
        }
        return body.toByteArray();
    }

    private long size() {
        Matcher size = SIZE.matcher(line(LONGEST_LINE));
        if (!size.matches()) {
            throw BrokenRequestException.bad("A chunk of the body has no proper size.");
        }
        return Long.parseLong(size.group(1), 16);
    }

    private byte[] taken(int count) {
        if (!inflow.reach(count)) {
            throw new GoneException();
        }
        return inflow.take(count);
    }

    private static boolean isControl(byte letter) {
        return letter >= 0 && letter < ' ' && letter != '\t';
    }

    private String line(int longestLine) {
        int length = 0;
        while (true) {
            if (!inflow.reach(length + 2)) {
                throw new GoneException();
            }
            if (inflow.at(length) == '\r' && inflow.at(length + 1) == '\n') {
                break;
            }
            if (length == longestLine || isControl(inflow.at(length))) {
                throw BrokenRequestException.bad("The body is not cut into chunks properly.");
            }
            length++;
        }
        packing += length + 2;
        if (packing > MOST_PACKING) {
            throw BrokenRequestException.bad("The body is all packing.");
        }
        byte[] line = inflow.take(length);
        inflow.skip(2);
        return new String(line, ISO_8859_1);
    }
}
