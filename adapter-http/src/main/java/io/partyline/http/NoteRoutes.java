package io.partyline.http;

import io.partyline.show.Note;
import io.partyline.show.Seat;
import io.partyline.show.ShowCommand;
import java.time.Instant;

/// Notes from seat to seat: the producer writes to the host, who may write back. They are read on
/// the pages, and never spoken.
record NoteRoutes(Control control) {
    record Said(String text) {}

    /// What has become of it.
    record Done(String status) {}

    /// A note, as the pages read it.
    ///
    /// @param read whether the host has put it away
    record NotePicture(String text, Seat by, boolean read, Instant at) {
        static NotePicture of(Note note) {
            return new NotePicture(note.text(), note.by(), note.read(), note.at());
        }
    }

    void into(Routes routes) {
        routes.post("/api/notes", this::write).post("/api/notes/read", this::read);
    }

    private Done write(Asked asked) {
        String text = Texts.written("text", asked.body(Said.class).text(), Note.LONGEST);
        if (text.isBlank()) {
            throw new Problem(400, "There is nothing in that note.");
        }
        control.ask(new ShowCommand.WriteNote(text, asked.seat()));
        return new Done("noted");
    }

    private Done read(Asked asked) {
        asked.nothing();
        control.ask(new ShowCommand.PutNotesAway());
        return new Done("read");
    }
}
