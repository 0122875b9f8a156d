package io.partyline.store;

import io.partyline.port.MessageBook;
import io.partyline.port.MessageBook.Message;
import io.partyline.rehearsal.TelephoneWav;
import io.partyline.rehearsal.Victim;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A program on which callers leave messages; it starts again, and one of them is deleted. It
/// promises how many steps it has made: two for each message, that it is expected and that it is
/// here, and one for the deleting. Tests write down what it asks of the disk.
final class MessagesOfTwoStarts {
    static final String FOLDER = "data";

    static final int MESSAGES = 3;

    /// The promise that the first message is gone.
    static final int DELETED = 2 * MESSAGES + 1;

    private MessagesOfTwoStarts() {}

    /// Keeps three messages, and deletes one.
    ///
    /// @param args where the data folder is made
    public static void main(String[] args) {
        Path folder = Path.of(args[0]).resolve(FOLDER);
        MessageBook book = new FolderMessageBook(folder, Decoded::open);
        for (int number = 1; number <= MESSAGES; number++) {
            book.write(expected(number));
            Victim.promise(2L * number - 1);
            book.keep(id(number), sound(number));
            book.write(kept(number));
            Victim.promise(2L * number);
        }
        new FolderMessageBook(folder, Decoded::open).remove(id(1));
        Victim.promise(DELETED);
    }

    static String id(int number) {
        return "message-" + number;
    }

    static Message expected(int number) {
        return Message.expected(
                id(number),
                new CallId("call-" + number),
                new CallerNumber("0123", "print-of-dave"),
                Instant.parse("2026-01-02T20:00:00Z").plusSeconds(number));
    }

    static Message kept(int number) {
        return expected(number).kept("recording-" + number, Duration.ofMillis(300));
    }

    static byte[] sound(int number) {
        return TelephoneWav.tone(200 * number, Duration.ofMillis(300));
    }
}
