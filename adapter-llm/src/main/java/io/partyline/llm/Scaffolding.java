package io.partyline.llm;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes away from an answer what a server should have taken away: thoughts between marks, the
/// marks of open-weight templates, and the turn of somebody else that a model goes on to make up.
///
/// Works on pieces of any size: what may turn out to be a mark is kept until that is certain. For
/// one thread.
@SuppressWarnings("JdkObsolete") // The text streams in: whether a mark may go on is the question.
final class Scaffolding {
    private static final Pattern HEADER_END =
            Pattern.compile(
                    "\\n|<\\|end_header_id\\|>|<\\|message\\|>|<channel\\|>|(?=<\\|channel\\|?>)");

    /// How a model begins whose server takes out the marks and leaves the channels' names.
    private static final Pattern BARE_CHANNEL = Pattern.compile("analysis(?=[A-Z])");

    private static final String SENTENCE_ENDS = ".!?…\"”";

    private enum Mode {
        /// What comes is said.
        SPEECH,
        /// Until a mark closes it.
        THOUGHT,
        /// Until the header ends.
        HEADER,
        /// Until a header or mark of the model's own.
        HIDDEN,
        /// For good.
        OVER
    }

    private final Labels labels;
    private final StringBuilder waiting = new StringBuilder();
    private final StringBuilder header = new StringBuilder();
    private final StringBuilder out = new StringBuilder();
    private Mode mode = Mode.SPEECH;
    private boolean channel;
    private boolean lineStart = true;

    /// The last character that was said, blanks apart; 0 before there is one.
    private char last;

    private boolean opened;
    private boolean closedUnopened;

    Scaffolding(Labels labels) {
        this.labels = labels;
    }

    /// What is certainly said.
    String add(String piece) {
        waiting.append(piece);
        return sift(false);
    }

    /// The answer is over: what was kept because it might have been a mark was none.
    String end() {
        return sift(true);
    }

    /// Whether the answer is over, whatever else may come.
    boolean over() {
        return mode == Mode.OVER;
    }

    /// Whether the model is not speaking, but thinking.
    boolean thinking() {
        return mode == Mode.THOUGHT || mode == Mode.HIDDEN;
    }

    /// Whether thoughts have been marked from their beginning.
    boolean opened() {
        return opened;
    }

    /// Whether thoughts were closed that had never been opened: all before that was thought.
    boolean closedUnopened() {
        return closedUnopened;
    }

    private String sift(boolean all) {
        out.setLength(0);
        int at = 0;
        for (int next = -1; at < waiting.length() && next != at; ) {
            at = Math.max(at, next);
            next = at < waiting.length() ? step(at, all) : at;
        }
        waiting.delete(0, at);
        return out.toString();
    }

    /// How far this has come; the same place if more has to be known first.
    private int step(int at, boolean all) {
        return switch (mode) {
            case SPEECH -> lineStart && !isBlank(at) ? line(at, all) : speech(at, all);
            case THOUGHT, HIDDEN -> hidden(at, all);
            case HEADER -> header(at, all);
            case OVER -> waiting.length();
        };
    }

    private boolean isBlank(int at) {
        return Character.isWhitespace(waiting.charAt(at));
    }

    /// At the beginning of a line or a sentence, where a label can stand.
    private int line(int at, boolean all) {
        if (!all && (labels.maybe(waiting, at) || maybeChannel(at))) {
            return at;
        }
        int own = Labels.end(labels.own(), waiting, at);
        int others = Labels.end(labels.others(), waiting, at);
        lineStart = false;
        if (others > at && last != 0) {
            mode = Mode.OVER;
            return waiting.length();
        }
        if (last == 0 && BARE_CHANNEL.matcher(waiting).region(at, waiting.length()).lookingAt()) {
            opened = true;
            mode = Mode.HIDDEN;
            return at + 1;
        }
        return Math.max(own, others) > at ? Math.max(own, others) : speech(at, all);
    }

    private boolean maybeChannel(int at) {
        Matcher bare = BARE_CHANNEL.matcher(waiting).region(at, waiting.length());
        return last == 0 && !bare.lookingAt() && bare.hitEnd();
    }

    private int speech(int at, boolean all) {
        Optional<Mark.Found> found = Mark.at(waiting, at);
        if (found.isPresent()) {
            return marked(found.get());
        }
        if (!all && Mark.maybe(waiting, at)) {
            return at;
        }
        say(waiting.charAt(at));
        return at + 1;
    }

    private void say(char c) {
        boolean blank = Character.isWhitespace(c);
        if (blank && last == 0) {
            return;
        }
        out.append(c);
        lineStart = c == '\n' || (blank && (lineStart || SENTENCE_ENDS.indexOf(last) >= 0));
        last = blank ? last : c;
    }

    private int marked(Mark.Found found) {
        switch (found.mark()) {
            case OPEN -> {
                opened = true;
                mode = Mode.THOUGHT;
            }
            case CLOSE -> close();
            case CHANNEL, HEADER -> {
                channel = found.mark() == Mark.CHANNEL;
                header.setLength(0);
                mode = Mode.HEADER;
            }
            case END -> mode = last == 0 ? mode : Mode.OVER;
            case OTHERS -> mode = last == 0 ? Mode.HIDDEN : Mode.OVER;
            case OWN -> speak();
            case IDLE -> {}
        }
        return found.end();
    }

    private void close() {
        if (mode == Mode.SPEECH) {
            closedUnopened = true;
            out.setLength(0);
            last = 0;
        }
        speak();
    }

    private void speak() {
        mode = Mode.SPEECH;
        lineStart = true;
    }

    /// Nothing of this is said; only what ends it matters. Thoughts may hold any other mark.
    private int hidden(int at, boolean all) {
        Optional<Mark.Found> found =
                Mark.at(waiting, at).filter(it -> mode == Mode.HIDDEN || it.mark() == Mark.CLOSE);
        if (found.isPresent()) {
            return marked(found.get());
        }
        return !all && Mark.maybe(waiting, at) ? at : at + 1;
    }

    private int header(int at, boolean all) {
        Matcher end = HEADER_END.matcher(waiting).region(at, waiting.length());
        if (end.lookingAt()) {
            headed(header.toString().strip().toLowerCase(Locale.ROOT));
            return end.end() > at ? end.end() : marked(Mark.at(waiting, at).orElseThrow());
        }
        boolean maybe = end.hitEnd() && waiting.length() - at < Mark.LONGEST;
        if (!all && maybe) {
            return at;
        }
        header.append(waiting.charAt(at));
        return at + 1;
    }

    private void headed(String who) {
        boolean own = who.isEmpty() || who.startsWith("assistant") || who.startsWith("model");
        if (channel ? who.startsWith("final") : own) {
            speak();
        } else {
            opened |= channel;
            mode = channel || last == 0 ? Mode.HIDDEN : Mode.OVER;
        }
    }
}
