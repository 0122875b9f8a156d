package io.partyline.store;

import io.partyline.files.DiskTrouble;
import io.partyline.files.Durable;
import io.partyline.files.Private;
import io.partyline.port.MessageBook;
import io.partyline.port.MessageException;
import io.partyline.port.SoundException;
import io.partyline.port.SoundStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Messages in a folder of the data folder: a card and a WAV file each, under the same name.
///
/// Not in the database, because a message is deleted with all of it, and is then gone as a stem is.
/// Every file is written under another name, forced to the disk and renamed, so that it is whole or
/// not there, however the program ends; and it outlasts a power cut, name and all, for the network
/// is told to erase a message as soon as it is here. Safe for use by many threads.
public final class FolderMessageBook implements MessageBook {
    /// The folder's name in the data folder.
    public static final String FOLDER = "voicemail";

    private static final System.Logger LOG = System.getLogger(FolderMessageBook.class.getName());
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,80}");
    private static final String CARD = ".json";
    private static final String SOUND = ".wav";
    private static final String UNFINISHED = ".part";
    private static final String UNREAD = "The voicemail cannot be read";
    private static final String UNKEPT = "A message cannot be kept";
    private static final String UNDELETED = "A message cannot be deleted";

    private final Path folder;
    private final Decoding decoding;

    /// Begins to decode a WAV file.
    @FunctionalInterface
    public interface Decoding {
        /// Decodes from the beginning.
        ///
        /// @param name what the host is told if something is wrong with it
        /// @throws SoundException with a sentence, if it is none
        SoundStream open(Path file, String name);
    }

    /// Opens the book, and makes it if there is none. What was being written when the program ended
    /// is thrown away: it comes again.
    ///
    /// @param data the data folder
    /// @throws MessageException if it cannot be opened
    public FolderMessageBook(Path data, Decoding decoding) {
        folder = data.resolve(FOLDER);
        this.decoding = decoding;
        attempt(
                UNREAD,
                () -> {
                    Private.folder(data);
                    Private.requireInside(data, folder);
                    Private.folder(folder);
                    for (Path file : files(UNFINISHED)) {
                        Files.delete(file);
                    }
                    return folder;
                });
    }

    /// A card that cannot be read is left where it is, and said in the log.
    @Override
    public List<Message> messages() {
        return attempt(
                UNREAD,
                () -> {
                    var messages = new ArrayList<Message>();
                    for (Path file : files(CARD)) {
                        card(file).ifPresent(messages::add);
                    }
                    messages.sort(Comparator.comparing(Message::at).thenComparing(Message::id));
                    return List.copyOf(messages);
                });
    }

    private static Optional<Message> card(Path file) {
        try {
            Message message = MessageCard.read(Files.readAllBytes(file));
            return Optional.of(message)
                    .filter(card -> file.getFileName().toString().equals(card.id() + CARD));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "%s is damaged".formatted(file.getFileName()), e);
            return Optional.empty();
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Private::isFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void write(Message message) {
        write(named(message.id(), CARD), MessageCard.bytes(message));
    }

    @Override
    public void keep(String id, byte[] wav) {
        write(named(id, SOUND), wav);
    }

    private void write(Path file, byte[] bytes) {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        attempt(
                UNKEPT,
                () -> {
                    try {
                        forced(Private.file(unfinished), bytes);
                        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                        Durable.names(folder);
                        return file;
                    } finally {
                        Files.deleteIfExists(unfinished);
                    }
                });
    }

    private static void forced(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left, left.position());
            }
            channel.force(true);
        }
    }

    @Override
    public byte[] wav(String id) {
        return attempt("A message cannot be read", () -> Files.readAllBytes(named(id, SOUND)));
    }

    @Override
    public SoundStream sound(String id) {
        return decoding.open(named(id, SOUND), id);
    }

    @Override
    public void silence(String id) {
        delete(named(id, SOUND));
    }

    /// The sound goes first: as long as there is a card, somebody knows of it.
    @Override
    public void remove(String id) {
        silence(id);
        delete(named(id, CARD));
    }

    private void delete(Path file) {
        attempt(
                UNDELETED,
                () -> {
                    if (Files.deleteIfExists(file)) {
                        Durable.names(folder);
                    }
                    return file;
                });
    }

    /// An id is never a way out of the folder.
    private Path named(String id, String ending) {
        if (!ID.matcher(id).matches()) {
            throw new MessageException("There is no such message.");
        }
        return folder.resolve(id + ending);
    }

    private interface Attempt<T> {
        T make() throws IOException;
    }

    private static <T> T attempt(String what, Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (NoSuchFileException gone) {
            throw new MessageException("The sound of a message has gone from its folder.", gone);
        } catch (IOException failed) {
            throw new MessageException(what + ": " + DiskTrouble.why(failed), failed);
        }
    }
}
