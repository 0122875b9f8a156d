package io.partyline.show;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What one seat has written to the other, to be read and never spoken.
///
/// @param text a line or two
/// @param by who wrote it
/// @param read whether the host has put it away
public record Note(String text, Seat by, boolean read, Instant at) {
    /// The longest note, in characters: as much as can be read while somebody talks.
    public static final int LONGEST = 300;

    /// The most notes that are kept at hand; of more, the oldest stand in the journal alone.
    static final int MOST = 100;

    static List<Note> and(List<Note> notes, Note note) {
        var more = new ArrayList<>(notes);
        more.add(note);
        return List.copyOf(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    static List<Note> read(List<Note> notes) {
        return notes.stream().map(note -> new Note(note.text, note.by, true, note.at)).toList();
    }
}
