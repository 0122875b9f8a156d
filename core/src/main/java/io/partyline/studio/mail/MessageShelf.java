package io.partyline.studio.mail;

import io.partyline.port.MessageBook;
import io.partyline.port.MessageException;
import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import io.partyline.port.SoundStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// The messages as a shelf of carts. What a message is called on the air, and so in the journal and
/// the as-run log, says when it came and nothing of who left it: a log of a show is not where a
/// caller who is forgotten should have to be looked for.
final class MessageShelf implements SoundShelf {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("'Voicemail of' yyyy-MM-dd HH:mm 'UTC'")
                    .withZone(ZoneOffset.UTC);

    private final Postbox postbox;
    private final MessageBook book;

    MessageShelf(Postbox postbox, MessageBook book) {
        this.postbox = postbox;
        this.book = book;
    }

    @Override
    public String name() {
        return "voicemail";
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public List<Piece> pieces() {
        return postbox.kept().stream().map(MessageShelf::piece).toList();
    }

    private static Piece piece(MessageBook.Message message) {
        return new Piece(
                message.id(),
                WHEN.format(message.at()),
                "",
                Optional.of(message.length()),
                Optional.empty(),
                0);
    }

    /// Nobody has to look at it from time to time: what it holds is known.
    @Override
    public void watch(Runnable changed) {}

    @Override
    public SoundStream open(String id) {
        try {
            return book.sound(id);
        } catch (MessageException gone) {
            throw new SoundException(String.valueOf(gone.getMessage()), gone);
        }
    }

    @Override
    public void close() {}
}
