package io.partyline.cast;

import io.partyline.show.CallId;
import io.partyline.show.Cue;
import io.partyline.show.Show;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Keeps the host's private notes off the air. A model is told to do what a note says in its own
/// words; a sentence that reads it out is left out, whatever the model was told.
///
/// A note is read out by whoever says five words of it in a row, or nothing but the note, or three
/// words of it in a row in a sentence that speaks of a note. Fewer are what people say who do what
/// it asks: "Can I ask about the boat?"
///
/// @param notes the words of each note, in lower case
/// @param runs every five of them in a row
/// @param hints every three of them in a row
public record Secrecy(Set<List<String>> notes, Set<List<String>> runs, Set<List<String>> hints)
        implements UnaryOperator<String> {
    private static final int RUN = 5;
    private static final int HINT = 3;

    /// A note of one word is something that anybody may say.
    private static final int SHORTEST_NOTE = 2;

    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}']+");

    /// What a sentence has in it that speaks of a note.
    private static final Set<String> SPEAKS_OF_IT =
            Set.of("note", "notes", "cue", "cues", "instruction", "instructions", "instructed");

    public Secrecy {
        notes = Set.copyOf(notes);
        runs = Set.copyOf(runs);
        hints = Set.copyOf(hints);
    }

    /// For the next reply of this caller.
    public static Secrecy in(Show show, CallId call) {
        return of(show.floor().panel().cues(call).stream().map(Cue::text).toList());
    }

    static Secrecy of(List<String> texts) {
        Set<List<String>> notes = new HashSet<>();
        Set<List<String>> runs = new HashSet<>();
        Set<List<String>> hints = new HashSet<>();
        for (List<String> note : texts.stream().map(Secrecy::words).toList()) {
            if (note.size() >= SHORTEST_NOTE) {
                notes.add(note);
            }
            runs.addAll(rows(note, RUN));
            hints.addAll(rows(note, HINT));
        }
        return new Secrecy(notes, runs, hints);
    }

    /// The sentence as it may be spoken; empty if it may not.
    @Override
    public String apply(String sentence) {
        if (notes.isEmpty()) {
            return sentence;
        }
        List<String> said = words(sentence);
        boolean tells = said.stream().anyMatch(SPEAKS_OF_IT::contains);
        boolean readOut =
                notes.contains(said)
                        || holds(said, RUN, runs)
                        || (tells && holds(said, HINT, hints));
        return readOut ? "" : sentence;
    }

    private static boolean holds(List<String> said, int length, Set<List<String>> secret) {
        return rows(said, length).stream().anyMatch(secret::contains);
    }

    private static List<List<String>> rows(List<String> words, int length) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i + length <= words.size(); i++) {
            rows.add(List.copyOf(words.subList(i, i + length)));
        }
        return rows;
    }

    private static List<String> words(String text) {
        return Arrays.stream(GAPS.split(text.toLowerCase(Locale.ROOT).replace('’', '\''), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
