package io.partyline.doorway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/// Reads requests, each whole before it is handed on, so that whoever sends one half never gets as
/// far as a handler. For one thread.
final class Requests {
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);

    private final Inflow inflow;
    private final Visitor visitor;
    private final Limits limits;

    Requests(Inflow inflow, Visitor visitor, Limits limits) {
        this.inflow = inflow;
        this.visitor = visitor;
        this.limits = limits;
    }

    static BrokenRequestException tooLong(int longest) {
        return new BrokenRequestException(
                413, "The request is too long: %d KiB is the most.".formatted(longest / 1024));
    }

    /// The next request, in the form that is handed on; null when there are no more.
    ///
    /// @throws BrokenRequestException if what comes is no request
    /// @throws GoneException if the rest of it never comes
    byte @Nullable [] next() {
        visitor.mayTake(limits.idle());
        if (!inflow.reach(1)) {
            return null;
        }
        visitor.mayTake(limits.head());
        Head head = Head.read(head());
        visitor.mayTake(limits.body());
        boolean chunked = head.chunked();
        byte[] body = chunked ? chunks(head) : body(head);
        visitor.asksFor(head.isLast());
        return head.with(body, chunked);
    }

    /// An empty line ahead of a request is left out, as the standard wants it.
    private String head() {
        if (reached(2) && isNewLine(0)) {
            inflow.skip(2);
        }
        int end = 0;
        boolean firstLine = true;
        while (!(reached(end + 2) && isNewLine(end) && end > 0 && isNewLine(end - 2))) {
            firstLine &= !isNewLine(end);
            check(end, firstLine);
            end++;
        }
        String text = new String(inflow.take(end), ISO_8859_1);
        inflow.skip(2);
        return text;
    }

    private void check(int end, boolean firstLine) {
        byte next = inflow.at(end);
        boolean lone =
                (next == '\r' && !isNewLine(end))
                        || (next == '\n' && (end == 0 || inflow.at(end - 1) != '\r'));
        if (lone || next == 0) {
            throw BrokenRequestException.bad("A line of the request does not end as lines do.");
        }
        if (firstLine && end >= Head.LONGEST_LINE) {
            throw new BrokenRequestException(414, "The address of the request is too long.");
        }
        if (end >= Head.LONGEST) {
            throw new BrokenRequestException(431, "The headers of the request are too long.");
        }
    }

    private boolean reached(int count) {
        if (!inflow.reach(count)) {
            throw new GoneException();
        }
        return true;
    }

    private boolean isNewLine(int at) {
        return inflow.at(at) == '\r' && inflow.at(at + 1) == '\n';
    }

    private byte[] chunks(Head head) {
        invite(head);
        return new Chunks(inflow, limits.longestBody()).read();
    }

    private byte[] body(Head head) {
        long length = head.length();
        if (length > limits.longestBody()) {
            throw tooLong(limits.longestBody());
        }
        if (length > 0) {
            invite(head);
        }
        reached((int) length);
        return inflow.take((int) length);
    }

    private void invite(Head head) {
        if (head.waits()) {
            visitor.write(GO_ON);
        }
    }
}
