package io.partyline.exports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a reader sees at one moment: a few short lines of what somebody says.
record Card(Duration start, Duration end, List<String> lines) {
    /// Lines on one card, as broadcasters and podcasts have it.
    private static final int LINES = 2;

    /// Breaks what was said into cards, each shown for its share of the time.
    ///
    /// @param width letters in a line; a longer word has a line of its own
    static List<Card> of(String text, Duration start, Duration end, int width) {
        List<String> lines = lines(text, width);
        long letters = lines.stream().mapToInt(String::length).sum();
        var cards = new ArrayList<Card>();
        long shown = 0;
        for (int i = 0; i < lines.size(); i += LINES) {
            List<String> some = lines.subList(i, Math.min(i + LINES, lines.size()));
            long then = shown + some.stream().mapToInt(String::length).sum();
            cards.add(
                    new Card(at(start, end, shown, letters), at(start, end, then, letters), some));
            shown = then;
        }
        return cards;
    }

    private static Duration at(Duration start, Duration end, long shown, long letters) {
        return Duration.ofMillis(start.toMillis() + end.minus(start).toMillis() * shown / letters);
    }

    private static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
